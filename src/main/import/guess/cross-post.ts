/** What a cross-post says of where it comes from. */
export interface CrossPost {
  /** Who published it first. */
  readonly origin: string
  /** The sentences that say that it is no endorsement. */
  readonly note: string
  /** The text without those sentences. */
  readonly rest: string
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const sentencesOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)

const appeared = /\b(?:first|originally|previously)\s+(?:appeared|published|posted|ran)\b|\b(?:appeared|published|posted)\s+(?:first|originally)\b|\b(?:republished|reposted|cross-?posted)\s+(?:with permission\s+)?from\b/i
const noEndorsement = /\bendors\w*|\bagree(?:ment|s)?\s+with\b|\bviews\s+(?:expressed|of)\b/i
const crossPosting = /\bcross-?post\w*|\bcontent\s+partner\w*|\brepublish\w*|\bshares?\s+texts?\b|\bviews\s+expressed\b/i

/** Takes the sentences of a cross-post's origin and disclaimer out of a text; null when it has no sentence of origin or disclaimer. */
export function readCrossPost(text: string): CrossPost | null {
  const sentences = sentencesOf(text)
  const origin = sentences.find((sentence) => appeared.test(sentence))
  const notes = sentences.filter((sentence) => noEndorsement.test(sentence) && crossPosting.test(sentence))
  if (origin === undefined && notes.length === 0) return null
  const rest = sentences.filter((sentence) => sentence !== origin && !notes.includes(sentence)).join('')
  return { origin: origin === undefined ? '' : publisherIn(origin), note: notes.join('').trim(), rest: rest.replace(/\s+/g, ' ').trim() }
}

/** Whom a sentence such as 'This brief first appeared on the website of the Institute.' names. */
function publisherIn(sentence: string): string {
  const [, after = ''] = /(?:appeared|published|posted|ran|first|originally|from)\b(?:[^.]*?\b(?:on|in|by|at|from))?\s+(.+)$/i.exec(sentence.slice(sentence.search(appeared))) ?? []
  return after
    .replace(/^(?:on|in|by|at|from)\s+/i, '')
    .replace(/^(?:the\s+)?(?:website|site|blog|pages?|web ?page)s?\s+of\s+(?:the\s+)?/i, '')
    .replace(/^the\s+/, '')
    .replace(/['’]s?\s+(?:own\s+)?(?:website|site|blog|web ?page)\b.*$/i, '')
    .replace(/\s+(?:own\s+)?(?:website|site|blog|web ?page)\b.*$/i, '')
    .replace(/\s+(?:on|in)\s+\d.*$/i, '')
    .replace(/[.,;:\s]+$/, '')
    .slice(0, 120)
}
