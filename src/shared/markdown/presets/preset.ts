import type { PresetName } from '../../presets'
import type { Flavour } from '../flavour'
import type { Moment } from './moment'
import type { StoryFacts } from './story-facts'

/** Where a story stands in a site. Both are single parts of a path, safe on every system. */
export interface PagePlace {
  /** By the story's kind, such as `press-releases`. */
  readonly section: string
  readonly slug: string
  readonly date: Moment
}

/** A file that a page uses. */
export interface PageFile {
  readonly name: string
  readonly isImage: boolean
}

export interface FrontMatterInput {
  readonly facts: StoryFacts
  readonly place: PagePlace
  readonly updated: Moment
  readonly embargo: Moment | null
}

/** How a static site generator wants its pages. Paths are relative to the site's folder and parted by '/'. */
export interface Preset {
  readonly name: PresetName
  /** What its parser of Markdown shows. */
  readonly flavour: Flavour
  readonly page: (place: PagePlace) => string
  /** Where readers find the page, from the site’s root, as long as the site does not say otherwise. */
  readonly address: (place: PagePlace) => string
  /** Where a file goes, and how the page names it. */
  readonly file: (place: PagePlace, file: PageFile) => { readonly path: string; readonly address: string }
  /** Names and values; those that are empty are left out afterwards. */
  readonly frontMatter: (input: FrontMatterInput) => Readonly<Record<string, unknown>>
  /** The Markdown with what the generator would take for its own code made harmless; null when that can't be done. */
  readonly harmless?: (markdown: string) => string | null
}

/** Names of every preset's own, beside those of its generator. */
const ours: readonly string[] = ['byline', 'places', 'kind', 'copydesk']

/** A kind's own fields under names that neither a generator nor the rest of the front matter uses. */
export function withoutClashes(own: Readonly<Record<string, unknown>>, reserved: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [reserved.includes(name) || ours.includes(name) ? `${name}Field` : name, value]))
}
