import { randomUUID } from 'node:crypto'
import { wordsOfList, DeskWord } from '../../shared/language/desk-word'
import type { DeskLanguage, LanguageImport } from '../../shared/language/desk-language'
import { DeskError } from '../../shared/result'
import { Instant } from '../../shared/story/ids'
import { startingTerms } from '../../shared/style/starting-terms'
import type { StyleTerm } from '../../shared/style/term'
import { termsFromCsv } from '../../shared/style/terms-csv'
import { changeDeskWords, listDeskWords } from '../store/desk-words'
import { listStyleTerms, replaceStyleTerms } from '../store/style-terms'
import type { DeskSession } from './desk-session'

/** What the desk says about its language, as it is in the file. */
export const deskLanguage = ({ desk }: DeskSession): DeskLanguage => ({ words: listDeskWords(desk.db), terms: [...houseStyle(desk.db)] })

type Database = DeskSession['desk']['db']
const styles = new WeakMap<Database, readonly StyleTerm[]>()

/** The house style of an open desk, read once until it is changed: preflight asks for it after every change of a story. */
export function houseStyle(db: Database): readonly StyleTerm[] {
  const known = styles.get(db) ?? listStyleTerms(db)
  styles.set(db, known)
  return known
}

/** Adds words to the desk's dictionary and removes others; any member may. Answers how many are new. */
export function changeWords(session: DeskSession, add: readonly DeskWord[], remove: readonly DeskWord[]): number {
  return changeDeskWords(session.desk.db, { add, remove, by: session.member().id, at: Instant.parse(new Date().toISOString()) })
}

/** Replaces the house style. @throws DeskError `not-admin`, or `bad-terms` when two terms say the same. */
export function updateTerms(session: DeskSession, terms: readonly StyleTerm[]): void {
  if (!session.member().roles.includes('admin')) throw new DeskError('not-admin', 'Only an admin can change the house style.')
  const twice = terms.find((term, index) => terms.findIndex((other) => sameRule(term, other)) !== index)
  if (twice !== undefined) throw new DeskError('bad-terms', `There are two terms that avoid ‘${twice.avoid}’ in the same language. Keep one of them.`)
  replaceStyleTerms(session.desk.db, terms)
  styles.delete(session.desk.db)
}

const sameRule = (a: StyleTerm, b: StyleTerm): boolean => a.avoid.toLowerCase() === b.avoid.toLowerCase() && a.language.toLowerCase() === b.language.toLowerCase()

/** Adds terms that are not there yet; one that avoids the same words in the same language stays as it is. Answers how many are new. */
export function addTerms(session: DeskSession, terms: readonly StyleTerm[]): number {
  const before = houseStyle(session.desk.db)
  const added = terms.filter((term, index) => ![...before, ...terms.slice(0, index)].some((other) => sameRule(term, other)))
  if (added.length > 0) updateTerms(session, [...before, ...added])
  return added.length
}

export const addStartingTerms = (session: DeskSession): number => addTerms(session, startingTerms(randomUUID))

/** Adds the words of a list, one a line; what is no word is named with its line. */
export function importWords(session: DeskSession, text: string, language: string): LanguageImport {
  const problems: LanguageImport['problems'] = []
  const words = wordsOfList(text).flatMap((word) => {
    const parsed = DeskWord.safeParse({ word, language })
    if (parsed.success) return [parsed.data]
    problems.push({ code: 'bad-word', message: `‘${word}’ was left out: ${(parsed.error.issues[0]?.message ?? 'not understood').toLowerCase()}.` })
    return []
  })
  return { added: changeWords(session, words, []), problems }
}

/** Adds the terms of a CSV file; a line that can't be read is named and left out. */
export function importTerms(session: DeskSession, text: string): LanguageImport {
  const { terms, problems } = termsFromCsv(text, randomUUID)
  return { added: addTerms(session, terms), problems: [...problems] }
}
