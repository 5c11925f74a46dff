import type { ImportReport } from '../../shared/ipc'
import { DeskError, type Failure } from '../../shared/result'
import type { MemberId } from '../../shared/story/ids'
import { picturesHere, type Pictures } from '../assets/pictures'
import type { Desk } from '../desk/desk'
import { readNewsPage } from './html/read-news-page'
import type { ImportedEntry } from './imported-entry'
import { readMarkdown } from './markdown/read-markdown'
import { takePageAssets } from './page-assets'
import { readSource, type Source } from './read-source'
import { storeEntry, type StoredEntry } from './store-entry'
import { readPlainText } from './text/read-plain-text'

export interface ImportRequest {
  readonly file: string
  /** Whose drafts they become. */
  readonly by: MemberId
  /** What works on pictures; this process unless given. */
  readonly pictures?: Pictures
  readonly signal?: AbortSignal | undefined
  readonly report?: ((progress: { done: number; total: number; label: string }) => void) | undefined
}

/** How many stories one file may bring: a page with more is no page of news. */
const entryLimit = 5000

/**
 * Makes drafts of the stories in a file. Each is stored whole or not at all, and one that can't be read does not hold up
 * the others; what was left out is listed with its place. What is on the desk from an earlier import is left as it is. Reads
 * nothing outside the file's own folder and nothing from the network.
 * @throws DeskError when the file as a whole can't be read, or tells no story.
 */
export async function importFile(desk: Desk, { file, by, pictures = picturesHere, signal, report }: ImportRequest): Promise<ImportReport> {
  const source = await readSource(file)
  const entries = entriesOf(source)
  const assets = takePageAssets(desk, file, pictures)
  const results: StoredEntry[] = []
  // A page has its latest story first, and so has the desk's list: that one is stored last.
  for (const entry of entries.toReversed()) {
    if (signal?.aborted) return reportOf(results, [stopped(source, results.length, entries.length)])
    report?.({ done: results.length, total: entries.length, label: entry.headline })
    results.push(await storeEntry(desk, { entry, source: source.name, by, assets }).catch((error: unknown) => failed(source, entry, error)))
  }
  report?.({ done: entries.length, total: entries.length, label: '' })
  return reportOf(results, [])
}

/** What came of the entries, in the order of the page. */
function reportOf(results: readonly StoredEntry[], more: readonly Failure[]): ImportReport {
  const inOrder = results.toReversed()
  return { created: inOrder.flatMap(({ created }) => created ?? []), problems: [...inOrder.flatMap(({ problems }) => problems), ...more] }
}

function entriesOf(source: Source): ImportedEntry[] {
  const entries = distinct(read(source).filter(({ headline }) => headline !== ''))
  if (entries.length === 0) throw new DeskError('import-nothing', `No story was found in ‘${source.name}’. ${expected[source.format]}`, { place: source.name })
  if (entries.length > entryLimit) throw new DeskError('import-too-many', `‘${source.name}’ has ${entries.length} stories; a file may have up to ${entryLimit}. Split it into several.`, { place: source.name })
  return entries
}

const expected: Readonly<Record<Source['format'], string>> = {
  html: 'A page of news has headings, each with a link or a date.',
  markdown: 'It needs a title, in its front matter or as its first heading.',
  text: 'Each story needs a headline on a line of its own, an empty line, and its text.',
}

function read({ format, text, name, folder }: Source): ImportedEntry[] {
  switch (format) {
    case 'html':
      return readNewsPage(text)
    case 'markdown':
      return [readMarkdown(text, { file: name, folder })]
    case 'text':
      return readPlainText(text)
  }
}

/** Several entries with one link (an issue that is announced and reviewed, say) are told apart by their headlines as well. */
function distinct(entries: readonly ImportedEntry[]): ImportedEntry[] {
  const counts = new Map<string, number>()
  for (const { key } of entries) counts.set(key, (counts.get(key) ?? 0) + 1)
  return entries.map((entry) => (entry.key !== '' && (counts.get(entry.key) ?? 0) > 1 ? { ...entry, key: `${entry.key} ${entry.headline}` } : entry))
}

/** One entry that could not be stored; what the others need to go on is untouched. */
function failed({ name }: Source, { place, headline }: ImportedEntry, error: unknown): StoredEntry {
  const at = `${name}, ${place}, ‘${headline.slice(0, 60)}’`
  if (error instanceof DeskError) return { created: null, problems: [{ ...error.failure, place: at }] }
  return { created: null, problems: [{ code: 'import-entry', message: 'This story could not be imported.', place: at, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }] }
}

function stopped({ name }: Source, done: number, total: number): Failure {
  return { code: 'import-stopped', message: `The import was stopped after ${done} of ${total} stories. What was imported before stays.`, place: name }
}
