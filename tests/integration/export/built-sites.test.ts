import type { Element } from 'hast'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest'
import type { ApprovedStory } from '../../../src/shared/approved-story'
import { presetNamed } from '../../../src/shared/markdown/presets/preset-named'
import { placeOf } from '../../../src/shared/markdown/presets/write-page'
import { PresetName } from '../../../src/shared/presets'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { exportTo } from './folder'
import { buildSite, provide, type BuiltSite } from './generators'
import { all, attribute, byId, numbersOf, shownPage, textOf, type ShownPage } from './shown-page'
import { crossPost, ferries, inArabic, inEnglish, siteStories, withSigns } from './site-stories'

describe.each(PresetName.options)('a site that %s builds of what was exported', (preset) => {
  /** Hugo leaves out HTML, unless the site allows it. */
  const showsHtml = preset !== 'hugo'
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-site-'))
  let site: BuiltSite
  let missing: string | null = null

  beforeAll(async () => {
    missing = provide(preset)
    if (missing !== null) return
    expect(await exportTo(folder, { stories: siteStories, all: true, preset })).toMatchObject({ stories: siteStories.length })
    site = buildSite(preset, folder, { plain: true })
  }, 300_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const addressOf = (story: ApprovedStory): string => presetNamed(preset).address(placeOf(story))
  const shown = ({ skip }: TestContext, story: ApprovedStory): ShownPage => (missing === null ? shownPage(site.page(addressOf(story))) : skip(missing))

  test('has every word of a story, block by block', (context) => {
    for (const story of [inEnglish, inArabic, withSigns]) {
      const { main } = shown(context, story)
      const lines = new Set(linesOf(main))
      expect(wordsOf(story.revision.body, showsHtml).filter((line) => !lines.has(line))).toEqual([])
    }
  })

  test('shows nothing of how it is written', (context) => {
    const { main } = shown(context, inEnglish)
    expect(textOf(main)).not.toMatch(/\[[\^x \]]|\{:|\*\*|~~|<|>|`|\\|markdown=|&\w+;/)
    expect(all(main, 'a').filter((link) => textOf(link) === '' && attribute(link, 'href') !== '')).toEqual([])
  })

  test('leads from each call of a footnote to its note and back', (context) => {
    for (const [story, notes] of [[inEnglish, ['Counted at the ten harbours in March; ferries are left out.']], [withSigns, ['A note with a link and: a colon | bar', 'One', 'word', 'In a mark', 'In a cell']]] as const) {
      const { main } = shown(context, story)
      const calls = all(main, 'sup').flatMap((sup) => all(sup, 'a').filter((link) => /^\d+$/.test(textOf(link))).map((link) => ({ sup, link })))
      expect(calls.map(({ link }) => textOf(link))).toEqual(notes.map((_note, index) => String(index + 1)))
      calls.forEach(({ sup, link }, index) => {
        const note = itemWith(main, targetOf(link))
        expect(note && textOf(note)).toMatch(notes[index] ?? '')
        const back = note && all(note, 'a').at(-1)
        const ids = [sup, link].map((element) => attribute(element, 'id')).filter((id) => id !== '')
        expect(ids).toContain(back && targetOf(back))
      })
    }
  })

  test('finds every picture, file and page that it leads to', (context) => {
    for (const story of siteStories) {
      const { main } = shown(context, story)
      const here = addressOf(story)
      const addresses = [...all(main, 'img').map((image) => attribute(image, 'src')), ...all(main, 'a').map((link) => attribute(link, 'href')).filter((href) => href !== '' && !/^(https?|mailto|tel):/.test(href))]
      for (const address of addresses) {
        const target = new URL(address, `https://site.example${here}`)
        const file = site.file(decodeURI(target.pathname))
        expect({ address, size: file === null ? null : statSync(file).size > 0 }).toEqual({ address, size: true })
        if (target.hash !== '') expect({ address, found: byId(shownPage(site.page(decodeURI(target.pathname))).main, decodeURIComponent(target.hash.slice(1))) !== undefined }).toEqual({ address, found: true })
      }
      expect(all(main, 'img')).toHaveLength(picturesIn(story.revision.body))
    }
  })

  test('leads to where the story says, and describes pictures in its words', (context) => {
    const { main } = shown(context, withSigns)
    const hrefs = new Map(all(main, 'a').map((link) => [textOf(link), decodedOnce(attribute(link, 'href'))]))
    expect(hrefs.get('brackets')).toBe('https://example.org/a_(b)')
    expect(hrefs.get('an odd one')).toBe('https://example.org/(<{|"x y&amp;~~')
    expect([hrefs.get('a telephone'), hrefs.get('tel:+31-20')]).toEqual(['tel:+31-20', 'tel:+31-20'])
    expect(hrefs.get('c|d')).toBe('https://example.org/?a|b')
    // Debian’s Hugo (0.111) shows the escapes of an alternative text: https://github.com/yuin/goldmark/issues/456.
    if (preset !== 'hugo') expect(all(main, 'img').map((image) => attribute(image, 'alt'))).toEqual(['The quay [left], *seen* from info@example.org | "north" & <south>'])
  })

  test('has lists, tasks and numbers as they were approved', (context) => {
    const { main } = shown(context, withSigns)
    const lists = all(main, 'ul', 'ol').filter((list) => !isNote(list))
    const listOf = (words: string): Element | undefined => lists.findLast((list) => list.children.some((item) => isItem(item) && textOf(item).startsWith(words)))
    expect(listOf('First bullet')?.children.filter(isItem).map(textOf)).toEqual(['First bullet', '', 'Last bullet'])
    expect(listOf('Another list')?.children.filter(isItem)).toHaveLength(1)
    expect(listOf('Signed off')?.children.filter(isItem).map((item) => all(item, 'input').map((box) => 'checked' in box.properties && box.properties['checked'] !== false))).toEqual([[true], [false]])
    expect(['Seven', 'One again'].map((words) => numbersOf(listOf(words)))).toEqual([[7, 8], [1, 2]])
    expect([listOf('a bullet')?.tagName, listOf('a number')?.tagName]).toEqual(['ul', 'ol'])
    expect(listOf('A rule')?.children.filter(isItem).map(textOf).at(-1)).toBe('A rule below it')
  })

  test('has tables, code and marks as they were approved', (context) => {
    const { main } = shown(context, inEnglish)
    const [table, ...others] = all(main, 'table')
    expect(others).toEqual([])
    expect(table && all(table, 'tr').map((row) => all(row, 'th', 'td').map(textOf))).toEqual([['Harbour', '2025', '2031'], ['Port Merrow', '12', '30'], ['Lagoa Nova', '4', '18'], ['Sundhavn', '9', '22'], ['Ferry berths are counted once.', '', '']])
    const signs = shown(context, withSigns).main
    expect(all(signs, 'table').map((one) => all(one, 'th').length)).toEqual([2])
    expect(all(signs, 'pre').map((code) => rawText(code).trim())).toEqual(['{% raw %} {{ }}\n\n</div>\n<b>&amp;</b> | a |'])
    if (!showsHtml) return
    expect(all(main, 'span').filter((span) => attribute(span, 'lang') !== '').map((span) => [attribute(span, 'lang'), textOf(span)])).toEqual([['pt', 'um porto que respira']])
    expect(all(signs, 'mark').map(textOf)).toContain('high_light [x] *y*')
    expect(all(signs, 'u').flatMap((under) => all(under, 'strong')).concat(all(signs, 'strong').flatMap((bold) => all(bold, 'u'))).map(textOf)).toContain('both')
    expect(all(main, 'sub', 'sup').map(textOf)).toEqual(['1', '2', '2'])
  })

  test('reads its front matter with the right types', (context) => {
    const { facts } = shown(context, inEnglish)
    const section = preset === 'eleventy' ? ['press-releases'] : []
    expect({ ...facts, date: new Date(String(facts['date'])), updated: new Date(String(facts['updated'])) }).toMatchObject({ title: 'yes: {{ x }} #1', description: '2026-03-02', date: new Date('2026-03-02T09:30:00Z'), updated: new Date('2026-03-02T09:30:00Z'), tags: [...section, 'Shore power', 'no', '2026'], ...(preset !== 'hugo' && { byline: ['Ana Ruiz', 'no'] }) })
  })

  test('says that a cross-post is no endorsement', (context) => {
    expect(textOf(shown(context, crossPost).main)).toMatch(/^First published by Coastal Review This text is shared for information\./)
  })

  test('has a page for each story, and none for anything else', (context) => {
    for (const story of siteStories) expect(shown(context, story).main).toBeDefined()
    expect(textOf(shown(context, ferries).main)).toBe('What it costs: €9 (now) Nine. What it costs: €9 (now) Ten.')
  })
})

const isItem = (node: Element['children'][number]): node is Element => node.type === 'element' && node.tagName === 'li'
const isNote = (list: Element): boolean => all(list, 'a').some((link) => /fnref/.test(attribute(link, 'href')))
const targetOf = (link: Element): string => decodeURIComponent(attribute(link, 'href').replace(/^#/, ''))
const rawText = (node: Element): string => node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? rawText(child) : '')).join('')

/** The item that has an id, or holds what has it. */
function itemWith(main: Element, id: string): Element | undefined {
  return all(main, 'li').find((item) => byId(item, id) !== undefined)
}

/** An address without the percent signs that some parsers add. */
function decodedOnce(address: string): string {
  return address.replace(/%(20|22|28|29|3C|7B|7C|7D)/gi, (code) => decodeURIComponent(code))
}

/** Every line that readers see, without the numbers of footnotes: blocks, and the parts of blocks that hold others. */
function linesOf(main: Element): string[] {
  const blocks = all(main, 'p', 'li', 'td', 'th', 'h2', 'h3', 'h4', 'h5', 'pre', 'a', 'em', 'strong')
  return blocks.map((block) => textOf(withoutCalls(block)))
}

function withoutCalls(node: Element): Element {
  const children = node.children.flatMap((child): Element['children'] => {
    if (child.type !== 'element') return [child]
    const isCall = child.tagName === 'sup' && all(child, 'a').length > 0
    return isCall || ['ul', 'ol', 'p', 'div', 'input'].includes(child.tagName) ? [] : [withoutCalls(child)]
  })
  return { ...node, children }
}

/** The lines of a body, as its blocks have them: words of headings, paragraphs and cells, and those of attributes. */
function wordsOf(node: DocumentNode, showsHtml: boolean): string[] {
  const own = ['paragraph', 'heading', 'pullQuote', 'codeBlock'].includes(node.type) ? [lineOf(node, showsHtml)] : []
  const said = ['caption', 'title', 'label', 'headline'].map((name) => node.attrs?.[name]).filter((value): value is string => typeof value === 'string')
  return [...own, ...said, ...(node.content ?? []).flatMap((child) => (child.type === 'text' ? [] : wordsOf(child, showsHtml)))].filter((line) => line !== '')
}

function lineOf({ content = [] }: DocumentNode, showsHtml: boolean): string {
  const words = content.map(({ type, text = '', marks = [] }) => (type === 'hardBreak' ? ' ' : type === 'footnote' ? '' : showsHtml || text !== '2' ? text : marks[0]?.type === 'subscript' ? '₂' : '²')).join('')
  return words.replace(/\s+/g, ' ').trim()
}

function picturesIn(node: DocumentNode): number {
  return (node.type === 'figure' ? 1 : 0) + (node.content ?? []).reduce((sum, child) => sum + picturesIn(child), 0)
}
