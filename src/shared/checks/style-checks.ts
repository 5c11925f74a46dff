import { flowOf, flowsOf, type Flow } from '../language/flows'
import { languageOf } from '../reader/language'
import { dismissalKey } from '../story/dismissal'
import { excerpt } from '../story/excerpt'
import { proseFields } from '../story/written-fields'
import { languageNotesIn, type LanguageNote } from '../style/language-notes'
import { matcherFor, type Matcher } from '../style/matcher'
import type { StyleTerm } from '../style/term'
import { inField, textOf, type Check, type Found, type PreflightInput } from './check'
import type { Place } from './finding'

/** What the desk's house style says. It never blocks by itself; a desk's policy may let it. */
export const styleChecks: readonly Check[] = [
  { id: 'house-style', label: 'House style', severity: 'warning', find: findHouseStyle },
  { id: 'long-sentence', label: 'Long sentences', severity: 'note', find: findLongSentences },
]

interface Placed {
  readonly note: LanguageNote
  readonly place: Place
}

const looked = new WeakMap<PreflightInput, readonly Placed[]>()

/** The notes on the fields with sentences and on the body that nobody set aside. */
function notesOn(input: PreflightInput): readonly Placed[] {
  const notes = looked.get(input) ?? openNotes(input)
  looked.set(input, notes)
  return notes
}

const noTerms: readonly StyleTerm[] = []

function openNotes({ kind, fields, body, style }: PreflightInput): Placed[] {
  const language = languageOf(fields) ?? ''
  const notesOf = readerOf(style?.terms ?? noTerms, language)
  const isOpen = ({ note }: Placed): boolean => style?.dismissed.has(dismissalKey(note.rule, note.words)) !== true
  const inFields = proseFields(kind.fields).flatMap(({ id: field }) => {
    const flow = flowOf([{ text: textOf(fields, field), language: null }])
    return notesOf(flow).map((note): Placed => ({ note, place: inField(field) }))
  })
  const inText = flowsOf(body).flatMap(({ flow, path }) =>
    notesOf(flow).map((note): Placed => ({ note, place: { in: 'body', path: [...path], excerpt: excerpt(note.kind === 'style' ? flow.text.slice(Math.max(0, note.from - 20)).replace(/\ufffc/g, '') : note.words, 60) } })),
  )
  return [...inFields, ...inText].filter(isOpen)
}

const compiled = new WeakMap<readonly StyleTerm[], Map<string, Matcher>>()

/** Matchers of some terms by language, made once. */
export function matchersOf(terms: readonly StyleTerm[]): (language: string) => Matcher {
  const known = compiled.get(terms) ?? new Map<string, Matcher>()
  compiled.set(terms, known)
  return (language) => {
    const matcher = known.get(language) ?? matcherFor(terms, language)
    known.set(language, matcher)
    return matcher
  }
}

/** A story is looked at again after each change; most of its paragraphs are the same as before. */
const readers = new WeakMap<readonly StyleTerm[], Map<string, (flow: Flow) => readonly LanguageNote[]>>()
const mostRemembered = 4000

function readerOf(terms: readonly StyleTerm[], language: string): (flow: Flow) => readonly LanguageNote[] {
  const byLanguage = readers.get(terms) ?? new Map<string, (flow: Flow) => readonly LanguageNote[]>()
  readers.set(terms, byLanguage)
  const known = byLanguage.get(language) ?? remembering((flow) => languageNotesIn(flow, language, matchersOf(terms)))
  byLanguage.set(language, known)
  return known
}

function remembering(read: (flow: Flow) => readonly LanguageNote[]): (flow: Flow) => readonly LanguageNote[] {
  const known = new Map<string, readonly LanguageNote[]>()
  return (flow) => {
    const key = JSON.stringify(flow.stretches.map(({ text, language }) => [text, language]))
    const notes = known.get(key) ?? read(flow)
    if (known.size >= mostRemembered) known.clear()
    known.set(key, notes)
    return notes
  }
}

/** One finding a rule, at the first place of it. */
function findHouseStyle(input: PreflightInput): Found[] {
  const byRule = new Map<string, Placed[]>()
  for (const placed of notesOn(input)) {
    const key = `${placed.note.rule} ${placed.note.quoted}`
    if (placed.note.kind === 'style') byRule.set(key, [...(byRule.get(key) ?? []), placed])
  }
  return [...byRule.values()].flatMap((placed) => {
    const [first] = placed
    if (first === undefined) return []
    const { note, place } = first
    const more = placed.length > 1 ? ` It is there ${placed.length} times.` : ''
    const found = { message: `${note.message}${more}`, place, ...(note.why !== '' && { fix: note.why }) }
    return [note.quoted ? { ...found, severity: 'note' as const } : found]
  })
}

function findLongSentences(input: PreflightInput): Found[] {
  return notesOn(input)
    .filter(({ note }) => note.kind === 'sentence' && !note.quoted)
    .map(({ note, place }) => ({ message: note.message, place, fix: 'Make two of it, or leave out what is not needed.' }))
}
