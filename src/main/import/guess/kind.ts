import { readCrossPost } from './cross-post'
import { isSameSite, speaksOfArticle } from './outlet'

export interface KindClues {
  /** What the source calls it. */
  readonly label: string
  readonly headline: string
  /** Summary and beginning of the text. */
  readonly text: string
  /** Its page, or the article that it is about. */
  readonly link: string
  /** The page that it was listed on; empty when unknown. */
  readonly page: string
  /** Whether it links to a PDF. */
  readonly hasPdf: boolean
}

export interface KindGuess {
  readonly kind: string
  /** False when nothing spoke for this kind or another. */
  readonly sure: boolean
}

/** What sources call the kinds, in the languages of the world's newsrooms. The first that fits counts. */
const labels: readonly (readonly [string, RegExp])[] = [
  ['newsletter', /newsletter|bulletin|infolettre|bolet[ií]n|نشرة/i],
  ['cross-post', /cross-?post|guest post|partner content|repost|republish|syndicated/i],
  ['media-feature', /in the (?:media|news|press)|media (?:feature|coverage|mention|appearance)|press (?:coverage|review|clipping)|dans la presse|en los medios|na imprensa|op-ed|في الإعلام|في الصحافة/i],
  ['press-release', /(?:press|media|news) release|communiqué|comunicado|pressemitteilung|بيان صحفي|بلاغ صحفي/i],
  ['statement', /statement|déclaration|declaraci[oó]n|declaração|erklärung|تصريح|بيان/i],
  ['readout', /read-?out|meeting (?:report|notes)|compte[- ]rendu/i],
  ['knowledge-product', /knowledge (?:product|hub)|tool-?kit|toolbox|guide|guidance|handbook|fact ?sheet|year in review|policy brief|guía/i],
  ['research', /research|insight|analysis|study|working paper|recherche|investigaci[oó]n|pesquisa|forschung|أبحاث|دراسة/i],
  ['publication', /publication|report|rapport|informe|relat[oó]rio|bericht|تقرير/i],
  ['announcement', /announcement|update|opportunit|annonce|anuncio|aviso|إعلان/i],
]

/** What headlines say. */
const headlines: readonly (readonly [string, RegExp])[] = [
  ['newsletter', /\bnewsletter\b|\bbulletin\b/i],
  ['readout', /\bread-?out\b/i],
  ['press-release', /\b(?:press|media) release\b/i],
  ['statement', /\bstatement\b|\blegacy\b|\bin memoriam\b|\bmourns?\b|\btribute\b|\bcondolences?\b|^celebrating\b|\bcongratulates?\b/i],
  ['knowledge-product', /\byear in review\b|\btool-?kit\b|\bhandbook\b|\ba guide to\b|\bfact ?sheet\b|\blessons learned\b/i],
  ['research', /\binsights?\b|\bsurvey\b|\bstudy\b|\bfindings\b|\bresearch\b|\bworking paper\b/i],
  ['publication', /\b(?:impact|annual|progress|final|activity) report\b|\breport(?:\s+\d{4})?$/i],
  ['announcement', /\blaunch(?:es|ed)?\b|\bpartnership\b|\bannounc\w+|\bappoint\w*|\bjoins?\b|\bcall for\b|\bapplications? open\b/i],
]

/**
 * The kind of a story by its clues, the surest first: what the source calls it, words of origin and no endorsement, a link
 * to somebody else's site, the headline, a PDF. With none of them it counts as an announcement, and the guess says so.
 */
export function guessKind(clues: KindClues): KindGuess {
  const kind = labelled(clues.label) ?? byWords(clues)
  return { kind: kind ?? 'announcement', sure: kind !== null }
}

const labelled = (label: string): string | null => matching(labels, label)

function matching(rules: readonly (readonly [string, RegExp])[], text: string): string | null {
  return rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

function byWords({ headline, text, link, page, hasPdf }: KindClues): string | null {
  if (readCrossPost(text) !== null) return 'cross-post'
  if (page !== '' && link !== '' && !isSameSite(link, page)) return 'media-feature'
  if (speaksOfArticle(text)) return 'media-feature'
  return matching(headlines, headline) ?? (hasPdf ? 'publication' : null)
}
