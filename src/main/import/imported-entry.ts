import type { DocumentNode } from '../../shared/story/revision'

/** One story as a file tells it, before anything of it is on the desk. Texts are plain and trimmed; an empty one is unknown. */
export interface ImportedEntry {
  /** Where it is in the file, for a person: 'entry 3', 'line 40'. */
  readonly place: string
  /** What the source itself says is the same entry: its address, or its words. */
  readonly key: string
  readonly headline: string
  readonly summary: string
  /** What the source calls its kind, in its own words. */
  readonly label: string
  /** Whom the source names as the outlet of an article elsewhere. */
  readonly outlet: string
  /** Its own page, or the article that it is about. Absolute, http or https. */
  readonly link: string
  /** Where the page that lists it was on the web. */
  readonly listedOn: string
  /** YYYY-MM-DD. */
  readonly date: string
  /** BCP 47. */
  readonly language: string
  readonly topics: readonly string[]
  readonly byline: readonly string[]
  readonly image: EntryImage | null
  /** Documents that it links to: addresses as they stand in the file. */
  readonly files: readonly EntryFile[]
  /** Addresses of the images and documents in its text. */
  readonly bodyFiles: readonly string[]
  /** Makes the body once these are on the desk; `asset` knows the hash for an address. */
  readonly body: (asset: (address: string) => string | null) => EntryBody
  /** Kind and values that the file gives for the desk's own fields, by the fields' ids: believed where they fit. */
  readonly given: EntryValues
  /** What was left out already, in words. */
  readonly problems: readonly string[]
}

export interface EntryValues {
  readonly kind: string
  readonly fields: Readonly<Record<string, unknown>>
}

export interface EntryImage {
  readonly address: string
  readonly alt: string
  readonly decorative: boolean
  readonly caption: string
  readonly credit: string
}

export interface EntryFile {
  readonly address: string
  readonly label: string
}

export interface EntryBody {
  readonly body: DocumentNode
  readonly problems: readonly string[]
}

export const nothingGiven: EntryValues = { kind: '', fields: {} }

export const emptyBody = (): EntryBody => ({ body: { type: 'doc', content: [{ type: 'paragraph' }] }, problems: [] })
