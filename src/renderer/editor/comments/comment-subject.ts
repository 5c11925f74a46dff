import { placeOfBlock, placeOfWords, wordsOfBlock } from '@shared/comments/place-in-body'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import type { StorySession } from '../../story/story-session'
import { wholeStory, type CommentSubject } from '../../views/review/comment-draft'
import { blocksOf } from '../blocks/block-range'
import { BlockSelection } from '../blocks/block-selection'
import { bodyNow } from './find-threads'
import { wordsBetween } from './words-between'

/** What a comment that is started now is about: the selected words or block, the field that one is in, the block with the cursor; else the story. */
export function subjectNow(session: StorySession, editor: Editor | null): CommentSubject {
  const focused = document.activeElement
  const field = focused?.closest<HTMLElement>('[data-story-field]')?.dataset['storyField']
  if (field !== undefined) return subjectOfField(session, field, selectedIn(focused))
  if (editor === null || editor.isDestroyed || !editor.view.dom.isConnected) return wholeStory
  const { selection } = editor.state
  if (selection.empty && !editor.isFocused) return wholeStory
  return subjectOfSelection(session, editor)
}

/** A field as a whole, or some words of it. */
export function subjectOfField(session: StorySession, field: string, words = ''): CommentSubject {
  const label = session.kind.fields.find(({ id }) => id === field)?.label ?? field
  return { quote: cut(words), about: { in: 'field', field }, label }
}

function selectedIn(element: Element | null): string {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return ''
  const { selectionStart, selectionEnd, value } = element
  return selectionStart === null || selectionEnd === null ? '' : value.slice(selectionStart, selectionEnd).trim()
}

function subjectOfSelection(session: StorySession, editor: Editor): CommentSubject {
  const { selection, doc } = editor.state
  if (selection instanceof NodeSelection && selection.node.isBlock) return subjectOfBlock(session, editor, selection.from)
  if (selection instanceof CellSelection) return subjectOfCells(session, editor, selection)
  const range = selection.empty || selection instanceof BlockSelection ? blocksOf(selection) : null
  if (range !== null && range.first === range.last) return subjectOfBlock(session, editor, range.from)
  const body = bodyNow(session, editor)
  const place = placeOfWords(body, selection.from, selection.to)
  if (place !== null) return { quote: cut(wordsBetween(body.flow, selection)), about: place, label: '' }
  // What has no words: the first block that is selected.
  const block = blocksOf(selection instanceof TextSelection ? TextSelection.near(doc.resolve(selection.from)) : selection)
  return block === null ? wholeStory : subjectOfBlock(session, editor, block.from)
}

/** One cell, or the table that several are of. */
function subjectOfCells(session: StorySession, editor: Editor, { $anchorCell, $headCell }: CellSelection): CommentSubject {
  return subjectOfBlock(session, editor, $anchorCell.pos === $headCell.pos ? $anchorCell.pos : $anchorCell.before(-1))
}

export function subjectOfBlock(session: StorySession, editor: Editor, position: number): CommentSubject {
  const node = editor.state.doc.nodeAt(position)
  const place = node === null ? null : placeOfBlock(bodyNow(session, editor), position)
  return node === null || place === null ? wholeStory : { quote: wordsOfBlock(node), about: place, label: blockName(node.type.name) }
}

const names: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  bulletList: 'List',
  orderedList: 'List',
  taskList: 'List',
  listItem: 'List item',
  taskItem: 'Task',
  blockquote: 'Quote',
  pullQuote: 'Pull quote',
  callout: 'Callout',
  codeBlock: 'Code block',
  figure: 'Image',
  gallery: 'Gallery',
  table: 'Table',
  tableCell: 'Table cell',
  tableHeader: 'Table cell',
  attachment: 'Attachment',
  button: 'Button',
  embed: 'Embed',
  relatedStories: 'Related stories',
  relatedStory: 'Related story',
  horizontalRule: 'Rule',
}

/** A kind of block as a person calls it. */
export const blockName = (node: Node['type']['name']): string => names[node] ?? 'Block'

const cut = (words: string): string => words.slice(0, 500).replace(/[\uD800-\uDBFF]$/, '')
