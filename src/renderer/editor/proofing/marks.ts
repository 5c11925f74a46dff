import type { InclusiveNote } from '@shared/language/desk-language'
import { plainWord, wordsToCheck } from '@shared/language/words-to-check'
import { languageNotesIn, type LanguageNote } from '@shared/style/language-notes'
import type { Flow } from '@shared/language/flows'
import { quotationsIn } from '@shared/style/quotation'
import { noReading, readingCounts, sumOfReading, type ReadingCounts } from '@shared/style/readability'
import type { Node } from '@tiptap/pm/model'
import { useDeskLanguage } from './desk-language'
import { flowsOfBlock } from './block-flows'
import { inclusiveNotesOf, isRight } from './verdicts'

/** A word that no dictionary has. */
export interface Mistake {
  readonly kind: 'spelling'
  readonly from: number
  readonly to: number
  readonly words: string
  readonly language: string
}
export type Mark = Mistake | LanguageNote

/** What is wrong or remarkable in some words; positions count from the beginning of what was looked at. */
export interface Looked {
  readonly mistakes: readonly Mistake[]
  readonly notes: readonly LanguageNote[]
  readonly reading: ReadingCounts
  /** Whether the spelling of all words is known. */
  readonly spelled: boolean
  /** Whether everything that was asked for is known. */
  readonly whole: boolean
}

/** What is looked for, and what counts as right. */
export interface Looking {
  readonly language: string
  readonly spelling: boolean
  readonly ignored: ReadonlySet<string>
}

export function lookAtFlow(flow: Flow, looking: Looking): Looked {
  const { matcher } = useDeskLanguage.getState()
  let spelled = true
  const mistakes: Mistake[] = []
  if (looking.spelling) {
    for (const stretch of flow.stretches) {
      const language = stretch.language ?? looking.language
      for (const { from, to, word } of wordsToCheck(stretch.text)) {
        const right = isRight(language, word)
        if (right === undefined) spelled = false
        else if (!right && !isLetPass(word, language, looking)) mistakes.push({ kind: 'spelling', from: stretch.from + from, to: stretch.from + to, words: word, language })
      }
    }
  }
  const inclusive = inclusiveNotesOf(flow.text, looking.language)
  const notes = [...languageNotesIn(flow, looking.language, matcher), ...(inclusive ?? []).map((note) => noteOf(note, flow.text))]
  return { mistakes, notes: withoutDoubles(notes), reading: readingCounts(flow.text, looking.language), spelled, whole: spelled && inclusive !== undefined }
}

const isLetPass = (word: string, language: string, { ignored }: Looking): boolean => ignored.has(plainWord(word)) || useDeskLanguage.getState().known(word, language)

function noteOf({ from, to, rule, words, offers, why }: InclusiveNote, text: string): LanguageNote {
  const quoted = quotationsIn(text).some((quotation) => quotation.from <= from && to <= quotation.to)
  const said = `‘${words}’ may hurt or leave someone out.`
  const instead = offers.length === 0 || quoted ? '' : ` Consider ${offers.slice(0, 3).map((offer) => `‘${offer}’`).join(' or ')}.`
  return { kind: 'inclusive', from, to, words, rule: `inclusive:${rule}`, message: `${said}${instead}`, why, offers: quoted ? [] : offers.slice(0, 5), quoted }
}

/** What the house style says of some words comes before what a general list says of them. */
function withoutDoubles(notes: readonly LanguageNote[]): LanguageNote[] {
  const ofStyle = notes.filter(({ kind }) => kind === 'style')
  return notes.filter((note) => note.kind !== 'inclusive' || !ofStyle.some(({ from, to }) => from < note.to && note.from < to))
}

const looked = new WeakMap<Node, { readonly version: number; readonly found: Looked }>()

/** What there is in a text block, positions counted from its content; looked for once for each version of what counts. */
export function lookAtBlock(block: Node, looking: Looking, version: number): Looked {
  const known = looked.get(block)
  if (known !== undefined && known.version === version && known.found.whole) return known.found
  const parts = flowsOfBlock(block).map(({ flow, offset }) => ({ offset, found: lookAtFlow(flow, looking) }))
  const found: Looked = {
    mistakes: parts.flatMap(({ offset, found }) => found.mistakes.map((mistake) => ({ ...mistake, from: mistake.from + offset, to: mistake.to + offset }))),
    notes: parts.flatMap(({ offset, found }) => found.notes.map((note) => ({ ...note, from: note.from + offset, to: note.to + offset }))),
    reading: parts.reduce((sum, { found }) => sumOfReading(sum, found.reading), noReading),
    spelled: parts.every(({ found }) => found.spelled),
    whole: parts.every(({ found }) => found.whole),
  }
  looked.set(block, { version, found })
  return found
}

/** What was last found in a block, without looking; null when nobody has looked since something else counts as right. */
export function lastLook(block: Node, version: number): Looked | null {
  const known = looked.get(block)
  return known?.version === version ? known.found : null
}
