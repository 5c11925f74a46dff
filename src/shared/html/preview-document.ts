import { languageOf, directionOf } from '../reader/language'
import { wordingFor } from '../reader/wording'
import { excerpt } from '../story/excerpt'
import type { AssetHash, StoryId } from '../story/ids'
import { wordsOf, type FieldValues, type Kind } from '../story/kind'
import type { DocumentNode, Revision } from '../story/revision'
import { plainText } from '../story/text'
import { escapeHtml } from './escape'
import { previewStyle } from './preview-style'
import { heroFigure, renderStory } from './render-story'
import type { FindSources } from './render/picture'

export interface PreviewInput {
  /** The page of the story itself, or its entry in a list of news. */
  readonly surface: 'article' | 'listing'
  readonly theme: 'light' | 'dark'
  readonly revision: Revision
  readonly kind: Kind
  readonly assetAddress: (hash: AssetHash) => string
  /** Smaller pictures that the page may use. */
  readonly pictureSources?: FindSources
  /** Where readers find another story of the desk; null when it is not published there. */
  readonly storyAddress?: (story: StoryId) => string | null
}

/** Longest excerpt of a listing entry, in UTF-16 units. */
const excerptLength = 220

/**
 * A whole page as readers would get it, with its own style and no script. Shows what is there and says quietly what is
 * not; a story in a language that is written from the right is laid out from the right.
 */
export function previewDocument(input: PreviewInput): string {
  const { revision, surface, theme } = input
  const language = languageOf(revision.fields) ?? 'en'
  const title = text(revision.fields, 'headline') || 'Untitled'
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme}">
<title>${escapeHtml(title)}</title>
<style>${previewStyle}</style>
</head>
<body>
<main>
${surface === 'article' ? article(input) : listing(input)}</main>
</body>
</html>
`
}

/** The story as its page has it: headline, summary, byline, lead image and text. */
export function article({ revision, kind, assetAddress, pictureSources, storyAddress }: Omit<PreviewInput, 'surface' | 'theme'>): string {
  const files = { assetAddress, ...(pictureSources && { pictureSources }) }
  const summary = text(revision.fields, 'summary')
  return `<article class="article">
<header>
<p class="kind"><bdi>${escapeHtml(kind.label)}</bdi></p>
<h1 class="headline">${headline(revision.fields)}</h1>
${summary && `<p class="summary">${escapeHtml(summary)}</p>\n`}<p class="facts">${byline(revision.fields)}${dateOf(revision.fields)}</p>
</header>
${heroFigure(revision, files)}<div class="text">
${renderStory(revision, kind, { ...files, ...(storyAddress && { storyAddress }) })}</div>
</article>
`
}

function listing({ revision, kind, assetAddress, pictureSources }: PreviewInput): string {
  const picture = heroFigure(revision, { assetAddress, ...(pictureSources && { pictureSources }) })
  const words = excerpt(text(revision.fields, 'summary') || plainText(withoutNotes(revision.body)), excerptLength)
  return `<div class="listing">
<article class="entry${picture && ' with-picture'}">
${picture}<div>
<p class="about"><bdi class="kind">${escapeHtml(kind.label)}</bdi>${dateOf(revision.fields)}</p>
<h2 class="headline">${headline(revision.fields)}</h2>
${words && `<p class="excerpt">${escapeHtml(words)}</p>\n`}</div>
</article>
</div>
`
}

/** In an excerpt the words of a footnote would stand in the middle of a sentence, and a pull quote would say twice what the text says. */
function withoutNotes(node: DocumentNode): DocumentNode {
  return node.content === undefined ? node : { ...node, content: node.content.filter(({ type }) => type !== 'footnote' && type !== 'pullQuote').map(withoutNotes) }
}

function text(fields: FieldValues, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}

function headline(fields: FieldValues): string {
  return escapeHtml(text(fields, 'headline')) || '<span class="missing" lang="en">No headline yet</span>'
}

function byline(fields: FieldValues): string {
  const names = wordsOf(fields['byline'])
  if (names.length === 0) return ''
  const language = languageOf(fields)
  const wording = wordingFor(language)
  const list = new Intl.ListFormat(wording.language, { type: 'conjunction' }).format(names)
  return `<span class="byline">${escapeHtml(`${wording.by} ${list}`)}</span>`
}

/** The date that readers see, written out as their language does. */
function dateOf(fields: FieldValues): string {
  const date = text(fields, 'date')
  const moment = new Date(`${date}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(moment.getTime())) return ''
  const language = languageOf(fields) ?? 'en'
  // 'en' alone would be American: day and month would change places.
  const words = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(moment)
  return `<time datetime="${date}">${escapeHtml(words)}</time>`
}
