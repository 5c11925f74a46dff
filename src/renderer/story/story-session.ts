import type { Place } from '@shared/checks/finding'
import type { StoryRow } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { isTextField, storyFields, storyText, writeField } from '@shared/story/story-doc'
import { damagedStory } from '@shared/story/damaged-story'
import type { FieldDefinition, FieldValue, Kind } from '@shared/story/kind'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { ask } from '../app/bridge'
import { derivedSlug } from './derived-slug'
import { createHistory, textsOf, typed } from './history'
import { createSettling } from './settling'
import { createUpdateQueue, type SaveState } from './update-queue'

/** Origin of what main told: it is stored already. */
const told = Symbol('told')

/** What shows a place of a story; answers whether it could. */
export type Revealer = (place: Place) => boolean

/** One story that is open in this window: its document, the way to the disk, and one history of what was typed. */
export interface StorySession {
  readonly id: StoryId
  readonly doc: Y.Doc
  /** The story's kind as the desk has it now; components hear of another one through their provider. */
  readonly kind: Kind
  readonly kindState: StoreApi<{ readonly kind: Kind }>
  /** As main knew the story when it was opened. */
  readonly row: StoryRow
  readonly saveState: StoreApi<SaveState>
  /** Takes back what was typed in this window, in fields and text alike, the last thing first. */
  readonly history: Y.UndoManager
  /** Sets a field; can be undone. A slug that was never touched follows the headline. */
  setField(field: Pick<FieldDefinition, 'id' | 'type'>, value: FieldValue | undefined): void
  /** Changes what stands beside text and fields; can be undone, together with what is typed just before and after. */
  write(edit: (doc: Y.Doc) => void): void
  /** Does several things to the story as one step of the history, however long they take. */
  asOneStep(work: () => void): void
  /** Changes text and fields at once; one step of the history. */
  change(edit: (doc: Y.Doc) => void): void
  /** Starts a new step of the history: what follows is undone apart from what came before. */
  startStep(): void
  /** What was typed into the text, and the document has not been told of yet, is told within a moment. */
  settleSoon(): void
  /** Brings the document up to date with the text: for whatever reads or changes the text's part of it. */
  settle(): void
  /** Sets how the document is told what was typed into the text. */
  onSettle(tell: () => void): void
  /** Resolves when everything typed is on the disk. @throws DeskError when it can't be stored now. */
  flush(): Promise<void>
  /** Goes on with another kind, or with the same one changed: nothing that is written is touched. */
  adoptKind(kind: Kind): void
  /** Takes in an update that another window or the main process made. */
  takeIn(update: Uint8Array): void
  /** Shows a field, or a block of the text, as soon as something that can is on the screen. */
  reveal(place: Place): void
  /** Offers to show places; answers how to stop. */
  onReveal(revealer: Revealer): () => void
  /** Hears of fields that undo or redo changed; answers how to stop. */
  onFieldRestored(heard: (field: string) => void): () => void
  /** Runs once, when the session ends. */
  onEnd(ended: () => void): void
  /** Forgets the document; only what is flushed is kept. */
  end(): void
}

/** @param update The whole story as main has it. @throws DeskError `story-damaged` for one that can't be read. */
export function createStorySession(id: StoryId, update: Uint8Array, row: StoryRow, kindAtFirst: Kind): StorySession {
  const doc = new Y.Doc()
  takeWhole(doc, id, update)
  const queue = createUpdateQueue((next) => ask('story.append', { id, update: next }), () => settling.settle())
  doc.on('update', (next: Uint8Array, origin: unknown) => {
    if (origin !== told) queue.add(next)
  })
  const settling = createSettling(queue)
  const kindState = createStore(() => ({ kind: kindAtFirst }))
  const history = createHistory(doc, kindAtFirst, settling.settle)
  const revealers = new Set<Revealer>()
  const endings: (() => void)[] = []
  let wanted: Place | null = null

  return {
    id,
    doc,
    get kind() {
      return kindState.getState().kind
    },
    kindState,
    row,
    saveState: queue.state,
    history,
    setField(field, value) {
      settling.settle()
      doc.transact(() => {
        const slug = field.id === 'headline' && typeof value === 'string' ? derivedSlug(doc, kindState.getState().kind, value) : undefined
        writeField(doc, field, value)
        if (slug !== undefined) writeField(doc, { id: 'slug', type: 'slug' }, slug)
      }, typed)
    },
    write(edit) {
      settling.settle()
      doc.transact(() => edit(doc), typed)
    },
    asOneStep(work) {
      const { captureTimeout } = history
      settling.settle()
      history.stopCapturing()
      history.captureTimeout = Number.POSITIVE_INFINITY
      try {
        work()
        settling.settle()
      } finally {
        history.captureTimeout = captureTimeout
        history.stopCapturing()
      }
    },
    change(edit) {
      settling.settle()
      history.stopCapturing()
      doc.transact(() => edit(doc), typed)
      history.stopCapturing()
    },
    startStep() {
      settling.settle()
      history.stopCapturing()
    },
    settleSoon: settling.settleSoon,
    settle: settling.settle,
    onSettle: settling.onSettle,
    flush: () => queue.flush(),
    adoptKind(kind) {
      if (JSON.stringify(kind) === JSON.stringify(kindState.getState().kind)) return
      history.addToScope(textsOf(doc, kind))
      kindState.setState({ kind })
    },
    takeIn(next) {
      settling.settle()
      Y.applyUpdate(doc, next, told)
    },
    reveal(place) {
      wanted = [...revealers].some((revealer) => revealer(place)) ? null : place
    },
    onReveal(revealer) {
      revealers.add(revealer)
      if (wanted !== null && revealer(wanted)) wanted = null
      return () => revealers.delete(revealer)
    },
    onFieldRestored(heard) {
      const hear = history.on('stack-item-popped', ({ changedParentTypes }) => {
        const changed = new Map<unknown, readonly unknown[]>(changedParentTypes)
        const replaced = changed.get(storyFields(doc))?.flatMap((event) => (event instanceof Y.YMapEvent ? [...event.keysChanged] : [])) ?? []
        for (const { id: field, type } of kindState.getState().kind.fields) {
          if (isTextField(type) ? changed.has(storyText(doc, field)) : replaced.includes(field)) heard(field)
        }
      })
      return () => history.off('stack-item-popped', hear)
    },
    onEnd: (ended) => void endings.push(ended),
    end() {
      settling.settle()
      for (const ended of endings) ended()
      queue.close()
      history.destroy()
      doc.destroy()
    },
  }
}

function takeWhole(doc: Y.Doc, id: StoryId, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update, told)
  } catch (error) {
    throw damagedStory(id, error)
  }
}
