import { flowOf } from '@shared/language/flows'
import { dismissalKey, readDismissals, type Dismissal } from '@shared/story/dismissal'
import { storyText } from '@shared/story/story-doc'
import { proseFields } from '@shared/story/written-fields'
import type { LanguageNote } from '@shared/style/language-notes'
import { noReading, sumOfReading, type ReadingCounts } from '@shared/style/readability'
import type { Node } from '@tiptap/pm/model'
import type { StorySession } from '../../story/story-session'
import { wordsOfBlocks } from '../find/words-of-blocks'
import { eachTextBlock } from './block-flows'
import { lastLook, lookAtFlow, type Looked, type Looking, type Mark, type Mistake } from './marks'
import { placesInOrder, type FoundPlace } from './place'
import { useAvailability } from './verdicts'

/** Something found, and where. Positions are those of the field's value, of the words of the block, or of the document. */
export type Found<M extends Mark = Mark> = { readonly place: FoundPlace; readonly mark: M }

export interface Proof {
  readonly language: string
  /** Null while nothing has been asked; false where there is no dictionary for the story's language. */
  readonly available: boolean | null
  /** Whether the whole story has been looked through. */
  readonly whole: boolean
  readonly mistakes: readonly Found<Mistake>[]
  /** Without what was set aside. */
  readonly notes: readonly Found<LanguageNote>[]
  /** What was set aside, by name. */
  readonly dismissed: ReadonlyMap<string, Dismissal>
  readonly reading: ReadingCounts
}

export const noProof: Proof = { language: '', available: null, whole: false, mistakes: [], notes: [], dismissed: new Map(), reading: noReading }

/** All that is found in a story, in the order of its words; of its text, what the looks of this version found. */
export function proofOf(session: StorySession, text: Node, now: Looking, version: number): Proof {
  const dismissed = readDismissals(session.doc)
  const mistakes: Found<Mistake>[] = []
  const notes: Found<LanguageNote>[] = []
  let reading = noReading
  let whole = true
  const take = (found: Looked, place: Found['place'], start: number): void => {
    for (const mistake of found.mistakes) mistakes.push({ place, mark: { ...mistake, from: mistake.from + start, to: mistake.to + start } })
    for (const note of found.notes) if (!dismissed.has(dismissalKey(note.rule, note.words))) notes.push({ place, mark: { ...note, from: note.from + start, to: note.to + start } })
    whole &&= found.whole
  }
  for (const { id: field } of proseFields(session.kind.fields)) take(lookAtFlow(flowOf([{ text: storyText(session.doc, field).toString(), language: null }]), now), { in: 'field', field }, 0)
  eachTextBlock(text, (block, start) => {
    const found = lastLook(block, version)
    if (found === null) whole = false
    else take(found, { in: 'body' }, start)
    reading = sumOfReading(reading, found?.reading ?? noReading)
  })
  for (const { at, name, text: words } of wordsOfBlocks(text)) take(lookAtFlow(flowOf([{ text: words, language: null }]), now), { in: 'block', at, name }, 0)
  const inOrder = inOrderOf(session)
  mistakes.sort(inOrder)
  notes.sort(inOrder)
  return { language: now.language, available: isAvailable(now.language), whole, mistakes, notes, dismissed, reading }
}

function inOrderOf({ kind }: StorySession): (a: Found, b: Found) => number {
  const compare = placesInOrder(kind.fields)
  return (a, b) => compare({ place: a.place, from: a.mark.from }, { place: b.place, from: b.mark.from })
}

const isAvailable = (language: string): boolean | null => (language === '' ? false : (useAvailability.getState()[language] ?? null))
