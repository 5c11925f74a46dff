import { isSafeLinkAddress } from '../../document/link-address'
import { storyLinkOf, type StoryLink } from '../../document/story-link'
import { directionOf } from '../../reader/language'
import { wordingFor, type Wording } from '../../reader/wording'
import type { AssetHash, StoryId } from '../../story/ids'
import type { DocumentNode, RevisionAsset } from '../../story/revision'
import { escapeHtml } from '../escape'
import type { FindSources } from './picture'

export interface RenderOptions {
  /** Where readers get a file of the desk from. */
  readonly assetAddress: (hash: AssetHash) => string
  /** The smaller pictures that readers can get of a file, where there are any. */
  readonly pictureSources?: FindSources
  /** What is known of the files: downloads then say their type and size. */
  readonly assets?: readonly RevisionAsset[]
  /** The story's language (BCP 47), for the words that are added to it. */
  readonly language?: string | null
  /** Stands before every id, so that several stories can be on one page. */
  readonly idPrefix?: string
  /** The story itself: its links to its own headings stay on the page. */
  readonly story?: StoryId
  /** Where readers find another story of the desk; null when it is not published there: its words then stand without a link. */
  readonly storyAddress?: (story: StoryId) => string | null
  /** How the box of a task is shown: as a field of a form, or as a sign where fields are taken out (WordPress). */
  readonly taskBoxes?: 'fields' | 'signs'
}

/** A page under way: what its blocks share, and how those that hold others render them. */
export interface Page {
  readonly options: RenderOptions
  /** The ids of headings that are taken. */
  readonly ids: Set<string>
  /** The footnotes' HTML, in order. */
  readonly notes: string[]
  readonly blocks: (nodes: readonly DocumentNode[]) => string
  readonly inline: (content: readonly DocumentNode[]) => string
}

/**
 * The address that a link of the text has on this page, escaped: that of another story is where readers find it, a heading
 * has the page's prefix. Null when there is nothing that a reader could follow.
 */
export function addressOnPage(address: string, options: RenderOptions): string | null {
  const link = storyLinkOf(address)
  const onPage = link === null ? ownAddress(address, options) : addressOfStory(link, options)
  return onPage === null || !isSafeLinkAddress(onPage) ? null : escapeHtml(onPage)
}

const ownAddress = (address: string, { idPrefix = '' }: RenderOptions): string => address.replace(/^#(?=.)/, `#${idPrefix}`)

function addressOfStory({ story, heading }: StoryLink, options: RenderOptions): string | null {
  if (story === options.story && heading !== null) return ownAddress(`#${heading}`, options)
  const address = options.storyAddress?.(story) ?? null
  return address === null || heading === null ? address : `${address}#${heading}`
}

/** The words that are added to a story in its language, and the attributes that say so where they are in another one. */
export function addedWords({ language = null }: RenderOptions): { readonly wording: Wording; readonly attributes: string } {
  const wording = wordingFor(language)
  const isForeign = language !== null && language.toLowerCase().split('-')[0] !== wording.language
  return { wording, attributes: isForeign ? languageAttributes(wording.language) : '' }
}

/** `lang` and `dir` for an element whose content is in a language. */
export function languageAttributes(language: string): string {
  return ` lang="${escapeHtml(language)}" dir="${directionOf(language)}"`
}
