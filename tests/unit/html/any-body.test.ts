import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnWidths } from '../../../src/shared/document/column-widths'
import { isSafeLinkAddress } from '../../../src/shared/document/link-address'
import { canonicalLanguage } from '../../../src/shared/document/nodes/marks'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { storyLinkOf } from '../../../src/shared/document/story-link'
import { isWebAddress } from '../../../src/shared/document/web-address'
import { documentFromHtml } from '../../../src/shared/html/parse-html'
import { renderBody } from '../../../src/shared/html/render-body'
import type { DocumentMark, DocumentNode } from '../../../src/shared/story/revision'
import { anyBody, storyIds } from '../document/arbitrary-body'
import { everyBlock, everyBlockInArabic, sampleParts } from '../../fixtures/every-block'

/** Readers have two of the stories, and the one of the sample page. */
const published: readonly string[] = [storyIds[0], storyIds[1], sampleParts.story]
const write = (body: DocumentNode): string => renderBody(body, { assetAddress: (hash) => `/files/${hash}`, storyAddress: (story) => (published.includes(story) ? `/news/${story}/` : null) })
const read = (html: string): DocumentNode =>
  documentFromHtml(html, { asset: (address) => /^\/files\/([0-9a-f]{64})$/.exec(address)?.[1] ?? null, story: (address) => /^\/news\/([0-9a-f-]{36})\/$/.exec(address)?.[1] ?? null }).body

/** The letters of a text, whatever the space between them. */
const letters = (text: unknown): string => (typeof text === 'string' ? text.replace(/[\s\0\ufffd\ufeff]/g, '') : '')
const attribute = (node: DocumentNode | DocumentMark, name: string): string => (typeof node.attrs?.[name] === 'string' ? node.attrs[name] : '')

/** An address that readers can follow, as the body says it; null when there is none. */
function followed(address: string): string | null {
  const story = storyLinkOf(address)?.story
  return isSafeLinkAddress(address) && (story === undefined || published.includes(story)) ? letters(address) : null
}

/** Whether readers see anything of a block. */
function isSeen(node: DocumentNode): boolean {
  const content = node.content ?? []
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'pullQuote':
      return content.some((child) => child.type === 'footnote' || letters(child.text) !== '')
    case 'figure':
    case 'attachment':
      return node.attrs?.['asset'] !== null
    case 'gallery':
      return content.some(isSeen)
    case 'callout':
      return attribute(node, 'title').trim() !== '' || content.some(isSeen)
    case 'button':
      return attribute(node, 'label').trim() !== '' && followed(attribute(node, 'address')) !== null
    case 'embed':
      return isWebAddress(attribute(node, 'address'))
    case 'relatedStories':
      return content.some((story) => attribute(story, 'headline').trim() !== '')
    default:
      return true
  }
}

/** What a body says beside its words, in the order of the text. */
function saidOf(node: DocumentNode): unknown[] {
  if (!isSeen(node)) return []
  const inside = (node.content ?? []).flatMap(saidOf)
  const texts = (...names: string[]): string[] => names.map((name) => letters(attribute(node, name)))
  switch (node.type) {
    case 'figure': {
      const isDecorative = node.attrs?.['decorative'] === true
      const source = attribute(node, 'source').trim()
      const { width = 'text', align = 'center', focusX = 50, focusY = 50 } = node.attrs ?? {}
      return [['figure', node.attrs?.['asset'], isDecorative ? '' : letters(attribute(node, 'alt')), isDecorative, ...texts('caption', 'credit'), isWebAddress(source) ? letters(source) : '', width, align, focusX, focusY]]
    }
    case 'attachment':
      return [['attachment', node.attrs?.['asset']]]
    case 'gallery':
      return [['gallery', ...texts('caption')], ...inside]
    case 'pullQuote':
      return [['pullQuote', ...texts('attribution')], ...inside]
    case 'callout':
      return [['callout', attribute(node, 'tone'), ...texts('title')], ...inside]
    case 'taskItem':
      return [['task', node.attrs?.['checked']], ...inside]
    case 'button':
      return [['button', ...texts('label'), followed(attribute(node, 'address')), attribute(node, 'purpose')]]
    case 'embed':
      return [['embed', ...texts('address', 'title')]]
    case 'relatedStories':
      return [['related', ...texts('title')], ...inside]
    case 'relatedStory': {
      const story = attribute(node, 'story')
      return attribute(node, 'headline').trim() === '' ? [] : [['story', published.includes(story) ? story : '', ...texts('headline')]]
    }
    case 'table':
      return [['table', ...texts('caption'), columnWidths(node.content ?? [])], ...inside]
    case 'text':
      return [...letters(node.text)].map((letter) => [letter, marksOf(node)])
    default:
      return inside
  }
}

function marksOf({ marks = [] }: DocumentNode): string {
  return marks.flatMap((mark) => markOf(mark) ?? []).sort().join(' ')
}

function markOf(mark: DocumentMark): string | null {
  if (mark.type === 'language') return canonicalLanguage(attribute(mark, 'lang'))
  if (mark.type !== 'link') return mark.type
  const address = followed(attribute(mark, 'href'))
  return address === null ? null : `${address} ${letters(attribute(mark, 'title'))}`
}

test('any body is read back with every letter, mark, picture, box, card and task that readers get', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const once = read(write(body))
      expect(saidOf(once)).toEqual(saidOf(body))
      // From then on not even its white space changes.
      expect(read(write(once))).toEqual(normaliseBody(once))
    }),
    { numRuns: 300 },
  )
}, 60_000)

test.each([
  ['English', everyBlock()],
  ['Arabic', everyBlockInArabic()],
])('the page with every block, in %s, is read back as it was, to the last attribute', (_language, body) => {
  expect(read(write(body))).toEqual(body)
})
