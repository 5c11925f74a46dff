import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { reviewPage, reviewPageStart } from '../../../src/shared/packet/review-page'
import { redline } from '../../../src/shared/redline/redline'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { AssetHash, Instant, KindId, MemberId, StoryId } from '../../../src/shared/story/ids'
import type { Revision } from '../../../src/shared/story/revision'

const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)" onclick=alert(1)>x</a><base href="https://evil.example/"><style>@import url(https://evil.example)</style>'
const kind = defaultKinds.find(({ id }) => id === 'announcement')
const asset = AssetHash.parse('a'.repeat(64))

function story(words: string): Revision {
  const link = { type: 'link', attrs: { href: `javascript:alert("${words}")` } }
  return {
    format: 'copydesk.revision/1',
    story: StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01'),
    kind: KindId.parse('announcement'),
    fields: { headline: words, summary: words, byline: [words], language: `en" onload="alert(1)`, heroImage: { asset, alt: words, decorative: false, caption: words, credit: words } },
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: words }, { type: 'text', text: words, marks: [link] }] },
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: words }] },
        { type: 'figure', attrs: { asset, alt: words, caption: words, credit: words } },
        { type: 'codeBlock', attrs: { language: words }, content: [{ type: 'text', text: words }] },
      ],
    },
    assets: [{ hash: asset, name: words, mime: 'image/png', size: 1 }],
  }
}

test('the page of a packet is inert whatever is in the story: no program, nothing that is loaded, no link that runs', () => {
  if (kind === undefined) throw new Error('There is no such kind')
  const person = { id: MemberId.parse('b'.repeat(32)), name: evil, publicKey: evil }
  const desk = { id: '2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01', name: evil }
  const [before, after] = [story('Plain words'), story(evil)]
  const html = reviewPage({
    revision: after,
    kind: { ...kind, label: evil },
    assetAddress: () => 'data:image/png;base64,AAAA',
    packet: { sender: person, desk, home: desk, to: { name: evil, member: null }, note: evil, due: '2031-12-01', at: Instant.parse('2031-11-01T09:00:00.000Z') },
    changes: { redline: redline(before, after, { kind }), since: evil },
    decisions: [evil],
  })
  expect(html.startsWith(reviewPageStart)).toBe(true)
  const elements = [...elementsIn(parse(html))]
  const names = new Set(elements.map(({ tagName }) => tagName))
  for (const name of ['script', 'iframe', 'object', 'embed', 'base', 'form', 'svg', 'link']) expect(names).not.toContain(name)
  expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1)
  const attributes = elements.flatMap(({ attrs }) => attrs)
  expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([])
  for (const { name, value } of attributes) {
    if (name === 'src' || name === 'srcset') expect(value).toMatch(/^data:/)
    if (name === 'href') expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i)
  }
  expect(elements.filter(({ tagName }) => tagName === 'meta').map(({ attrs }) => attrs.find(({ name }) => name === 'http-equiv')?.value)).toEqual([undefined, 'Content-Security-Policy', undefined, undefined])
})

function* elementsIn(node: DefaultTreeAdapterTypes.ParentNode): Generator<DefaultTreeAdapterTypes.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue
    yield child
    yield* elementsIn(child)
  }
}
