import { fromMarkdown } from '../../../shared/markdown/parse'
import { excerpt } from '../../../shared/story/excerpt'
import { StoryId } from '../../../shared/story/ids'
import { isSlug } from '../../../shared/story/slug'
import { plainText } from '../../../shared/story/text'
import { readDate } from '../guess/date'
import { guessLanguage } from '../guess/language'
import type { EntryFile, EntryImage, ImportedEntry } from '../imported-entry'
import { isDocument, isPicture } from '../documents'
import { fileReference } from './file-reference'

const summaryNames = ['summary', 'description', 'excerpt', 'dek', 'subtitle']

/** Tables of the site generators in which a site keeps values of its own. */
const ownTables = ['params', 'data', 'extra', 'custom', 'copydesk']

/**
 * The story of a Markdown file: what its front matter says under the names that site generators and their themes use, and
 * under the names of the desk's own fields; the rest is its text. Without front matter the first heading is the headline.
 */
export function readMarkdown(source: string, { file: fileName, folder = '' }: { readonly file: string; readonly folder?: string }): ImportedEntry {
  const text = source.replace(/^\uFEFF/, '')
  const matter = fromMarkdown(frontMatterOf(text)).frontMatter
  const values = flat(matter)
  const known = linksIn(matter)
  const isOurs = isRecord(matter['copydesk']) || isRecord(values['copydesk'])
  const sources = { story: (address: string) => known.get(address) ?? null, fromElsewhere: !isOurs }
  const words = (...names: readonly string[]): string => names.map((name) => wordsOf(values[name])).find((value) => value !== '') ?? ''
  const title = words('headline', 'title')
  const untitled = title === '' ? withoutTitle(text) : { title, text }
  const asked = new Set<string>()
  const { body, problems } = fromMarkdown(untitled.text, { ...sources, asset: (address) => (asked.add(address), null) })
  // A link that stands alone is asked for, too; what is on the web is no file of the page.
  const addresses = [...asked].filter((address) => isPicture(address) || (isDocument(address) && !/^https?:/i.test(address)))
  const plain = plainText(body)
  const saysSummary = summaryNames.some((name) => name in values)
  const summary = saysSummary ? words(...summaryNames) : excerpt(plain.split('\n').find((line) => line.trim() !== '') ?? '', 320)
  const story = StoryId.safeParse(words('story', 'storyId', 'copydeskStory', 'copydesk_story', 'id'))
  const slug = slugOf(words('slug'), words('permalink', 'url'), stemOf(fileName), folder)
  return {
    place: 'the story',
    key: story.success ? `story:${story.data}` : '',
    headline: untitled.title || headlineFrom(fileName),
    summary,
    label: words('kind', 'type', 'category', 'categories', 'section'),
    outlet: '',
    link: '',
    listedOn: '',
    date: readDate(words('date', 'pubDate', 'published', 'publishDate')) ?? readDate(fileName) ?? '',
    language: guessLanguage(`${untitled.title} ${summary} ${plain}`, words('language', 'lang', 'locale') || (/\.([a-z]{2}(?:-[a-z]{2})?)\.\w+$/i.exec(fileName)?.[1] ?? '')),
    topics: topicsIn(values),
    byline: listOf(values['byline'] ?? values['authors'] ?? values['author']),
    image: heroIn(values),
    files: filesIn(values),
    bodyFiles: addresses,
    body: (asset) => fromMarkdown(untitled.text, { ...sources, asset }),
    given: { kind: words('kind', 'type'), fields: { ...values, ...(slug === '' ? {} : { slug }) } },
    // Files that are not there are told when they are taken.
    problems: problems.filter((problem) => !addresses.some((address) => problem.includes(address))),
  }
}

const frontMatterOf = (text: string): string => /^---[^\S\n]*\r?\n[^]*?\n---[^\S\n]*(?:\r?\n|$)/.exec(text)?.[0] ?? ''

/** The stories that addresses of a page of ours stand for: links to them are by id again. */
function linksIn(matter: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const own = [matter['copydesk'], ...ownTables.map((name) => matter[name]).filter(isRecord).map((table) => table['copydesk'])].find(isRecord)
  const links = own?.['links']
  return new Map(isRecord(links) ? Object.entries(links).filter((entry): entry is [string, string] => typeof entry[1] === 'string') : [])
}

/** All values under their own names: what stands at the top counts before what stands in a table, and that before a table in it. */
function flat(matter: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const tables = ownTables.map((name) => matter[name]).filter(isRecord)
  return Object.assign({}, ...tables.map(flat), matter)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as words; of a list the first, of a date its ISO form. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return wordsOf(value[0])
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : []
  return parts.map((part: unknown) => (isRecord(part) ? wordsOf(part['name'] ?? part['title']) : wordsOf(part))).filter((part) => part !== '')
}

/** The heading of level 1 that a text starts with, and the text without it: the headline is not part of the text. */
function withoutTitle(text: string): { title: string; text: string } {
  const matter = frontMatterOf(text)
  const rest = text.slice(matter.length)
  const found = /^\s*(?:#[ \t]+(?<hash>[^\n]*?)[ \t]*#*[ \t]*|(?<line>[^\s>#*+\-`|<][^\n]*)\r?\n=+[ \t]*)(?:\r?\n|$)/.exec(rest)
  const marked = found?.groups?.['hash'] ?? found?.groups?.['line'] ?? ''
  return found ? { title: plainText(fromMarkdown(marked).body).trim(), text: matter + rest.slice(found[0].length) } : { title: '', text }
}

/** Tags; for Eleventy, whose tags are collections, without the first one of ours, which is the section. */
function topicsIn(values: Readonly<Record<string, unknown>>): string[] {
  const topics = listOf(values['topics'] ?? values['tags'] ?? values['keywords'])
  return isRecord(values['copydesk']) && 'templateEngineOverride' in values ? topics.slice(1) : topics
}

const stemOf = (fileName: string): string => fileName.replace(/(?:\.[a-z]{2}(?:-[a-z]{2})?)?\.\w+$/i, '').replace(/^\d{4}-\d{2}-\d{2}-/, '')

/** What is given for it, or the name of the file; a page called `index` has the name of its folder. */
function slugOf(slug: string, permalink: string, stem: string, folder: string): string {
  const path = permalink.split('/').filter((part) => part !== '' && !/^index\.html?$/.test(part))
  const candidates = [slug, path.at(-1)?.replace(/\.html?$/, '') ?? '', /^_?index$/i.test(stem) ? folder : stem]
  return candidates.find(isSlug) ?? ''
}

/** A file without any title is called after its name. */
function headlineFrom(fileName: string): string {
  const stem = stemOf(fileName).replace(/[-_]+/g, ' ').trim()
  return stem.charAt(0).toUpperCase() + stem.slice(1)
}

function heroIn(values: Readonly<Record<string, unknown>>): EntryImage | null {
  const named = ['heroImage', 'image', 'cover', 'featured_image', 'featuredImage', 'images'].map((name) => fileReference(values[name])).find((reference) => reference !== null)
  if (!named) return null
  const said = (own: string, ...names: readonly string[]): string => own || (names.map((name) => wordsOf(values[name])).find((value) => value !== '') ?? '')
  return {
    address: named.address,
    alt: said(named.alt, 'heroImageAlt', 'imageAlt', 'image_alt', 'heroAlt'),
    decorative: named.decorative,
    caption: said(named.caption, 'heroImageCaption', 'imageCaption', 'image_caption'),
    credit: said(named.credit, 'heroImageCredit', 'imageCredit', 'image_credit'),
  }
}

function filesIn(values: Readonly<Record<string, unknown>>): EntryFile[] {
  return Object.values(values).flatMap((value) =>
    (Array.isArray(value) ? value : [value]).flatMap((part: unknown) => {
      const reference = fileReference(part)
      return reference !== null && isDocument(reference.address) ? [{ address: reference.address, label: reference.name }] : []
    }),
  )
}
