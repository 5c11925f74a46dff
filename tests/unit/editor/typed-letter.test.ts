import { Schema } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { typedLetter } from '../../../src/renderer/editor/body/typed-letter'

const schema = new Schema({ nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} } })
const state = EditorState.create({ doc: schema.node('doc', null, [schema.node('paragraph', null, [schema.text('harbour')])]) })

test.each<[string, (tr: Transaction) => Transaction, string | null]>([
  ['a letter between others is one', (tr) => tr.insertText('s', 8), 's'],
  ['a space is one, too', (tr) => tr.insertText(' ', 4), ' '],
  ['a sign of two code units is one', (tr) => tr.insertText('🛟', 4), '🛟'],
  ['a word is more', (tr) => tr.insertText('old', 1), null],
  ['a letter in the place of others takes something away', (tr) => tr.insertText('s', 2, 4), null],
  ['a letter taken away is none', (tr) => tr.delete(2, 3), null],
  ['a new line is none', (tr) => tr.split(4), null],
  ['two letters in two places are two changes', (tr) => tr.insertText('s', 2).insertText('s', 5), null],
  ['what is no step of the history was typed by nobody', (tr) => tr.insertText('s', 8).setMeta('addToHistory', false), null],
  ['a change of the selection alone is none', (tr) => tr, null],
])('%s', (_said, change, letter) => expect(typedLetter(change(state.tr))).toBe(letter))
