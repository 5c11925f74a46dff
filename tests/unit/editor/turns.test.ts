import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { inCallout, withoutCallout } from '../../../src/renderer/editor/body/turn/callout-turns'
import { listTurnedInto } from '../../../src/renderer/editor/body/turn/list-turns'
import { asPullQuote, withoutPullQuote } from '../../../src/renderer/editor/body/turn/quote-turns'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentNode } from '../../../src/shared/story/revision'

const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** A text with the cursor in front of some words. */
function stateAt(words: string, ...content: DocumentNode[]): EditorState {
  const doc = documentSchema.nodeFromJSON({ type: 'doc', content })
  let at = -1
  doc.descendants((node, position) => {
    if (node.isText && at < 0 && node.text?.includes(words) === true) at = position + node.text.indexOf(words)
  })
  return EditorState.create({ doc, selection: TextSelection.create(doc, at) })
}
const wordsBehind = ({ selection }: EditorState): string => selection.$from.parent.textBetween(selection.$from.parentOffset, selection.$from.parent.content.size)

describe('a pull quote', () => {
  test('takes whose words they are from a last line with a dash, and gives it back', () => {
    const quote = stateAt('neighbour', { type: 'blockquote', content: [paragraph('A harbour is a neighbour.'), paragraph('— Inês Valadão')] })
    const tr = asPullQuote(quote)
    const pulled = tr && quote.apply(tr)
    expect(pulled?.doc.firstChild?.attrs['attribution']).toBe('Inês Valadão')
    expect(pulled?.doc.textContent).toBe('A harbour is a neighbour.')
    if (!pulled) return
    const back = pulled.tr
    expect(withoutPullQuote(back)).toBe(true)
    expect(back.doc.content.content.map((block) => block.textContent)).toEqual(['A harbour is a neighbour.', '— Inês Valadão'])
  })

  test('is made of all items of a list, a line each', () => {
    const list = stateAt('homes', { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('homes')] }, { type: 'listItem', content: [paragraph('schools')] }] })
    const tr = asPullQuote(list)
    expect(tr?.doc.childCount).toBe(1)
    expect(tr?.doc.firstChild?.childCount).toBe(3)
  })
})

describe('a callout', () => {
  test('goes around the block with the cursor, which stays in its place', () => {
    const state = stateAt('papers', paragraph('Before'), paragraph('Bring your papers'))
    const tr = inCallout(state)
    const after = tr && state.apply(tr)
    expect(after?.doc.child(1).type.name).toBe('callout')
    expect(after && wordsBehind(after)).toBe('papers')
  })

  test('leaves its title as a line in bold', () => {
    const state = stateAt('papers', { type: 'callout', attrs: { tone: 'note', title: 'First day' }, content: [paragraph('Bring your papers')] })
    const tr = withoutCallout(state)
    const after = tr && state.apply(tr)
    expect(after?.doc.content.content.map((block) => block.textContent)).toEqual(['First day', 'Bring your papers'])
    expect(after?.doc.firstChild?.firstChild?.marks[0]?.type.name).toBe('bold')
    expect(after && wordsBehind(after)).toBe('papers')
  })
})

test('a list of one kind becomes a list of another, with the same items and the lists under them', () => {
  const state = stateAt('homes', { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('homes'), { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('near schools')] }] }] }] })
  const type = documentSchema.nodes['taskList']
  const tr = type ? listTurnedInto(state, type) : null
  expect(tr?.doc.firstChild?.type.name).toBe('taskList')
  expect(tr?.doc.firstChild?.firstChild?.type.name).toBe('taskItem')
  expect(tr?.doc.firstChild?.firstChild?.child(1).type.name).toBe('orderedList')
  tr?.doc.check()
  expect(tr && wordsBehind(state.apply(tr))).toBe('homes')
})
