import type { Failure } from '../result'
import { preferredOf, preferredText, StyleTerm } from './term'

const columns = ['avoid', 'prefer', 'why', 'language', 'forms', 'case'] as const

/**
 * A house style as CSV (RFC 4180, UTF-8): one term a line. Several preferred terms stand apart by `;`, and one with a form for
 * several as ‘one / many’. Spreadsheets open it; a cell that they would take for a formula begins with an apostrophe.
 */
export function termsToCsv(terms: readonly StyleTerm[]): string {
  const rows = terms.map(({ avoid, prefer, why, language, forms, matchCase }) => [avoid, prefer.map(preferredText).join('; '), why, language, forms ? 'yes' : 'no', matchCase ? 'yes' : 'no'])
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

const looksLikeFormula = /^[=+\-@\t\r]/

function cell(text: string): string {
  const harmless = looksLikeFormula.test(text) ? `'${text}` : text
  return /[",\r\n;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Terms read from a file, and what was wrong with the lines that gave none. */
export interface TermsRead {
  readonly terms: readonly StyleTerm[]
  readonly problems: readonly Failure[]
}

/** @param newId Makes the id of a new term. */
export function termsFromCsv(text: string, newId: () => string): TermsRead {
  const [head, ...rows] = rowsOf(text.replace(/^\uFEFF/, ''))
  const names = head?.cells.map((name) => name.trim().toLowerCase()) ?? []
  if (!names.includes('avoid')) {
    return { terms: [], problems: [{ code: 'no-columns', message: `The first line must name the columns: ${columns.join(', ')}. ‘avoid’ is missing.`, place: 'line 1' }] }
  }
  const terms: StyleTerm[] = []
  const problems: Failure[] = []
  for (const { line, cells, open } of rows) {
    const value = (name: (typeof columns)[number]): string => (cells[names.indexOf(name)] ?? '').trim().replace(/^'(?=[=+\-@])/, '')
    if (cells.every((text) => text.trim() === '')) continue
    const term = StyleTerm.safeParse({
      id: newId(),
      avoid: value('avoid').replace(/\s+/g, ' '),
      prefer: value('prefer').split(';').flatMap((one) => preferredOf(one) ?? []),
      why: value('why'),
      language: value('language'),
      forms: isYes(value('forms')),
      matchCase: isYes(value('case')),
    })
    if (open) problems.push({ code: 'bad-line', message: `Line ${line}: a quotation mark is not closed.`, place: `line ${line}` })
    else if (cells.length > names.length) problems.push({ code: 'bad-line', message: `Line ${line}: there are ${cells.length} cells under ${names.length} columns. Put quotation marks around a text with commas.`, place: `line ${line}` })
    else if (term.success) terms.push(term.data)
    else problems.push({ code: 'bad-line', message: `Line ${line}: ${term.error.issues[0]?.message ?? 'not understood'}.`, place: `line ${line}` })
  }
  return { terms, problems }
}

const isYes = (text: string): boolean => /^(?:yes|true|1|x)$/i.test(text)

interface Row {
  /** The line of the file that it begins on, from 1 on. */
  readonly line: number
  readonly cells: readonly string[]
  /** Whether a quotation mark was still open at the end of the file. */
  readonly open: boolean
}

/** The rows of a CSV file; a semicolon separates its cells when its first line has no comma, as some spreadsheets write it. */
function rowsOf(text: string): Row[] {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1)
  const separator = first.includes(',') || !first.includes(';') ? ',' : ';'
  const rows: Row[] = []
  let cells: string[] = []
  let value = ''
  let quoted = false
  let line = 1
  let begun = 1
  const end = (open: boolean): void => {
    rows.push({ line: begun, cells: [...cells, value], open })
    cells = []
    value = ''
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    const breaks = letter === '\n' || letter === '\r'
    if (breaks && letter === '\r' && text.charAt(at + 1) === '\n') at += 1
    if (breaks) line += 1
    if (quoted) {
      if (letter === '"' && text.charAt(at + 1) === '"') {
        value += '"'
        at += 1
      } else if (letter === '"') quoted = false
      else value += breaks ? '\n' : letter
    } else if (letter === '"' && value.trim() === '') {
      quoted = true
      value = ''
    } else if (letter === separator) {
      cells.push(value)
      value = ''
    } else if (breaks) {
      end(false)
      begun = line
    } else value += letter
  }
  if (value !== '' || cells.length > 0 || quoted) end(quoted)
  return rows
}
