import { readKeptFields, storyBody, storyFields, storySuggestedFields, storyText, isTextField } from '@shared/story/story-doc'
import type { Kind } from '@shared/story/kind'
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { takeWholeSteps } from './whole-steps'

/** Origin of what a person types into a field here. */
export const typed = Symbol('typed')

/**
 * One history over the text and all fields: what a person undoes is the last thing that they did to the story, wherever it was.
 * @param settle Brings the document up to date with the text, before a step is taken back or done again.
 */
export function createHistory(doc: Y.Doc, kind: Kind, settle: () => void): Y.UndoManager {
  const history = new Y.UndoManager([storyBody(doc), storyFields(doc), storySuggestedFields(doc), ...textsOf(doc, kind)], {
    trackedOrigins: new Set([typed, ySyncPluginKey]),
    // Of a paragraph that was made here, what others have written into it since stays.
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  })
  takeWholeSteps(history)
  const [undo, redo] = [history.undo.bind(history), history.redo.bind(history)]
  return Object.assign(history, {
    undo() {
      settle()
      return undo()
    },
    redo() {
      settle()
      return redo()
    },
  })
}

/** The texts of a kind's fields, and those that the story keeps from earlier ones. */
export function textsOf(doc: Y.Doc, kind: Kind): Y.Text[] {
  const fields = [...kind.fields, ...readKeptFields(doc, kind.fields)]
  return fields.filter(({ type }) => isTextField(type)).map(({ id }) => storyText(doc, id))
}
