import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { isSame, replaceInBlocks, replaceInText, searchedTexts, storyMatches, type StoryMatch } from '../../../src/renderer/editor/find/story-matches'
import { documentSchema } from '../../../src/shared/document/schema'
import type { FindOptions } from '../../../src/shared/find/find-options'

const options = (text: string, more: Partial<FindOptions> = {}): FindOptions => ({ text, matchCase: false, ignoreAccents: false, wholeWord: false, regexp: false, ...more })
const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const doc = documentSchema.nodeFromJSON({
  type: 'doc',
  content: [
    line('The port at dawn.'),
    { type: 'figure', attrs: { asset: 'a'.repeat(64), alt: 'A port', caption: 'Port of Solvåg, the port', credit: 'Port authority' } },
    { type: 'figure', attrs: { asset: 'b'.repeat(64), alt: 'A port that nobody hears of', decorative: true } },
    { type: 'table', attrs: { caption: 'Ports' }, content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [line('port')] }] }] },
    { type: 'pullQuote', attrs: { attribution: 'The port’s mayor' }, content: [{ type: 'text', text: 'A port is a door.' }] },
    { type: 'button', attrs: { label: 'See the port', address: 'https://port.example/' } },
    { type: 'attachment', attrs: { asset: 'c'.repeat(64), name: 'port.pdf', label: 'Port report' } },
    { type: 'relatedStories', attrs: { title: 'More ports' }, content: [{ type: 'relatedStory', attrs: { story: '', headline: 'A port votes' } }] },
  ],
})
const searched = { fields: [{ id: 'headline', text: 'Ports and a port' }], doc }
const replaced = (...[state, ...what]: Parameters<typeof replaceInText>) => {
  const { state: after } = state.applyTransaction(replaceInBlocks(state, ...what))
  return replaceInText(after, ...what).doc
}
const where = (match: StoryMatch): string => (match.in === 'body' ? 'text' : match.in === 'field' ? match.field : match.name)

describe('A search through a story', () => {
  test('goes through the words of its blocks, too, in the order of the text, and through no address, no file’s name, and nothing that nobody hears', () => {
    const found = storyMatches(searched, options('port'))
    expect(found.map(where)).toEqual(['headline', 'headline', 'text', 'caption', 'caption', 'credit', 'alt', 'caption', 'text', 'attribution', 'text', 'label', 'label', 'label', 'title', 'headline'])
    expect(found.every((match) => found.filter((other) => isSame(match, other)).length === 1)).toBe(true)
  })

  test('comes to headline and summary before the text, and to the form after it', () => {
    const fields = [{ id: 'headline', text: 'Ports' }, { id: 'summary', text: 'No port' }, { id: 'contact', text: 'port@port.example' }, { id: 'context', text: 'The port' }]
    const found = storyMatches({ fields, doc }, options('port', { wholeWord: true })).map(where)
    expect(found.slice(0, 2)).toEqual(['summary', 'text'])
    expect(found.slice(-3)).toEqual(['contact', 'contact', 'context'])
  })

  test('replaces in text and blocks, with the capitals that the words had; the rest of each stays', () => {
    const state = EditorState.create({ doc })
    const found = storyMatches(searched, options('port', { wholeWord: true }))
    const after = replaced(state, found, options('port', { wholeWord: true }), 'harbour of $1')
    const attrs = after.children.map((node) => node.attrs)
    expect(after.child(0).textContent).toBe('The harbour of $1 at dawn.')
    expect(attrs[1]).toMatchObject({ alt: 'A harbour of $1', caption: 'Harbour of $1 of Solvåg, the harbour of $1', credit: 'Harbour of $1 authority' })
    expect(attrs[2]).toMatchObject({ alt: 'A port that nobody hears of' })
    expect(attrs[3]).toMatchObject({ caption: 'Ports' })
    expect(after.child(3).textContent).toBe('harbour of $1')
    expect(attrs[4]).toMatchObject({ attribution: 'The harbour of $1’s mayor' })
    expect(attrs[5]).toMatchObject({ label: 'See the harbour of $1', address: 'https://port.example/' })
    expect(attrs[6]).toMatchObject({ name: 'port.pdf', label: 'Harbour of $1 report' })
  })

  test('takes groups of an expression over, in blocks as in the text', () => {
    const regexp = options('(\\w+) port', { regexp: true })
    const after = replaced(EditorState.create({ doc }), storyMatches(searched, regexp), regexp, 'port, $1')
    expect(after.child(0).textContent).toBe('port, The at dawn.')
    expect(after.child(5).attrs['label']).toBe('See port, the')
  })

  test('keeps capitals only where none were asked for, neither by what is looked for nor by what comes instead', () => {
    const state = EditorState.create({ doc: documentSchema.nodeFromJSON({ type: 'doc', content: [line('Port, port and PORT.')] }) })
    const become = (asked: FindOptions, replacement: string) => replaced(state, storyMatches({ fields: [], doc: state.doc }, asked), asked, replacement).textContent
    expect(become(options('port'), 'quay')).toBe('Quay, quay and QUAY.')
    expect(become(options('Port'), 'quay')).toBe('quay, quay and quay.')
    expect(become(options('port'), 'Porto')).toBe('Porto, Porto and Porto.')
    expect(become(options('port'), 'port')).toBe('port, port and port.')
    expect(become(options('port', { matchCase: true }), 'quay')).toBe('Port, quay and PORT.')
    expect(become(options('port', { regexp: true }), 'quay')).toBe('quay, quay and quay.')
  })

  test('replaces only what was chosen', () => {
    const [, , , , second] = storyMatches(searched, options('port'))
    const after = replaced(EditorState.create({ doc }), [second!], options('port'), 'quay')
    expect(after.child(1).attrs['caption']).toBe('Port of Solvåg, the quay')
    expect(after.child(0).textContent).toBe('The port at dawn.')
  })

  test('names every run of words that it goes through', () => {
    expect(searchedTexts(searched)).toEqual(expect.arrayContaining(['Ports and a port', 'The port at dawn.', 'Port of Solvåg, the port', 'port', 'A port is a door.', 'See the port']))
  })
})
