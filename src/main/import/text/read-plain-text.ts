import type { DocumentNode } from '../../../shared/story/revision'
import { excerpt } from '../../../shared/story/excerpt'
import { readDate } from '../guess/date'
import { guessLanguage } from '../guess/language'
import { emptyBody, nothingGiven, type ImportedEntry } from '../imported-entry'

interface Block {
  /** The line that it starts on, from 1. */
  readonly line: number
  readonly text: string
}

interface Story {
  readonly headline: Block
  readonly paragraphs: Block[]
}

const summaryLimit = 320
const headlineLimit = 200

/**
 * The stories of a plain text as people copy it from a page of news: a headline, an empty line, one paragraph or more, the
 * next headline. A headline is a single line that does not end like a sentence, with a paragraph after it. What stands
 * before the first headline, calls to subscribe and descriptions of pictures are not stories and are left out.
 */
export function readPlainText(text: string): ImportedEntry[] {
  const stories: Story[] = []
  const dropped = new Map<Story, string[]>()
  const blocks = blocksOf(text).filter((block) => !isFurniture(block.text))
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    const last = stories.at(-1)
    if (isHeadline(block.text) && (next === undefined ? last === undefined : !isHeadline(next.text) || isHeadlineLike(next.text))) stories.push({ headline: block, paragraphs: [] })
    else if (last && last.paragraphs.length > 0 && describesPicture(block.text)) dropped.set(last, [...(dropped.get(last) ?? []), block.text])
    else last?.paragraphs.push(block)
  }
  return stories.map((story) => entryOf(story, dropped.get(story) ?? []))
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let start = 1
  const finish = (): void => {
    if (lines.length > 0) blocks.push({ line: start, text: lines.join('\n') })
    lines = []
  }
  for (const [index, line] of text.split(/\r\n|\n|\r|\u2028|\u2029/).entries()) {
    if (line.trim() === '') {
      finish()
      continue
    }
    if (lines.length === 0) start = index + 1
    lines.push(line.trim())
  }
  finish()
  return blocks
}

const endsSentence = (text: string): boolean => /[.…。؟?!।۔:;,][”’"'»)\]]*$/u.test(text)

function isHeadline(text: string): boolean {
  return !text.includes('\n') && text.length <= headlineLimit && /\p{L}/u.test(text) && !isDateLine(text) && (!endsSentence(text) || isHeadlineLike(text))
}

const isDateLine = (text: string): boolean => text.length <= 40 && readDate(text) !== null

/** A short question or exclamation can be a headline; a sentence with a full stop can't. */
function isHeadlineLike(text: string): boolean {
  return text.length <= 90 && /[?!؟][”’"'»]*$/u.test(text)
}

/** What pages say to every reader. */
function isFurniture(text: string): boolean {
  return text.length < 200 && /^(?:subscribe|sign up|follow us|share this|read more|load more|back to top|previous|next|all rights reserved|copyright|©|cookie|skip to|abonnez-vous|suscríbase|suscríbete|inscreva-se)\b/i.test(text)
}

/** Whether a line is the alternative text of a picture that was copied along: somebody or something doing something, without a verb that says when. */
function describesPicture(text: string): boolean {
  const shows = /^(?:an?|two|three|four|five|several|some|a group of|photo(?:graph)? of|image of|portrait of|picture of|illustration of|screenshot of|logo of)\b/i.test(text)
  const doing = /\b\p{L}+ing\b/u.test(text) || /\b(?:in|with|wearing|at|behind|next to|in front of)\b/i.test(text)
  const tells = /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|should|explores?|shows?|says?|explains?|finds?|seeks?|looks? (?:at|back)|invites?|describes?)\b/i.test(text)
  return shows && doing && !tells && text.length < 200 && !text.includes('\n')
}

function entryOf({ headline, paragraphs }: Story, dropped: readonly string[]): ImportedEntry {
  const texts = paragraphs.map(({ text }) => text.replace(/\s+/g, ' '))
  const dated = texts.findIndex(isDateLine)
  const date = dated < 0 ? '' : (readDate(texts[dated] ?? '') ?? '')
  const prose = texts.filter((_, index) => index !== dated)
  const first = prose[0] ?? ''
  const isWhole = prose.length <= 1 && first.length <= summaryLimit
  return {
    place: `line ${headline.line}`,
    key: '',
    headline: headline.text.replace(/\s+/g, ' '),
    summary: excerpt(first, summaryLimit),
    label: '',
    outlet: '',
    link: '',
    listedOn: '',
    date,
    language: guessLanguage(`${headline.text} ${prose.join(' ')}`, ''),
    topics: [],
    byline: [],
    image: null,
    files: [],
    bodyFiles: [],
    body: () => (isWhole ? emptyBody() : { body: documentOf(prose), problems: [] }),
    given: nothingGiven,
    problems: dropped.map((text) => `A line that looks like the description of a picture was left out: ‘${excerpt(text, 80)}’`),
  }
}

function documentOf(paragraphs: readonly string[]): DocumentNode {
  return { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) }
}
