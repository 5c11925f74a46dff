import type { Clearance } from '../clearance/clearance'
import type { AboutSuggestion } from '../suggestions/where-open'
import type { FieldValues, Kind } from '../story/kind'
import type { Instant } from '../story/ids'
import type { DocumentNode } from '../story/revision'
import type { Policy } from '../workflow/policy'
import type { StyleTerm } from '../style/term'
import type { Finding, Place } from './finding'

export interface PreflightInput {
  readonly kind: Kind
  readonly fields: FieldValues
  readonly body: DocumentNode
  /** The story’s own id: it may link to itself. */
  readonly story?: string
  readonly now: Instant
  readonly policy: Policy
  /** What the checks stand before: an embargo stops publishing, not reviewing. */
  readonly purpose: 'submit' | 'publish'
  /** Whether another story of the desk has this slug. */
  readonly slugTaken?: boolean
  /** The type of an asset as read from its bytes. */
  readonly assetMime?: (hash: string) => string | undefined
  /** The desk's house style, and the notes on the language that were set aside, by their names. */
  readonly style?: { readonly terms: readonly StyleTerm[]; readonly dismissed: ReadonlySet<string> }
  /** Parts of the text that were cleared. */
  readonly clearances?: readonly Clearance[]
  /** What was suggested and has no answer yet; fields and body are without it. */
  readonly suggestions?: readonly AboutSuggestion[]
  /** Whether the desk has a story of this id. */
  readonly storyKnown?: (story: string) => boolean
  /** How another story of the desk stands for readers. */
  readonly storyStanding?: (story: string) => StoryStanding
  /** The ids of another story's headings; undefined when there is no such story. */
  readonly storyHeadings?: (story: string) => ReadonlySet<string> | undefined
}

/** Whether readers find a story: never published ones and those in the archive they don't. */
export type StoryStanding = 'published' | 'unpublished' | 'archived' | 'unknown'

/** One thing that preflight looks at. Its id is what a policy's `blocking` names. */
export interface Check {
  readonly id: string
  readonly label: string
  readonly severity: Finding['severity']
  /** What it found: where, in words, and what to do. */
  readonly find: (input: PreflightInput) => readonly Found[]
}

export interface Found {
  readonly message: string
  readonly place: Place
  readonly fix?: string
  /** Where it differs from the check's own. */
  readonly severity?: Finding['severity']
}

export const inField = (field: string): Place => ({ in: 'field', field })

/** A text field's value, without white space around it; empty when there is none. */
export function textOf(fields: FieldValues, field: string): string {
  const value = fields[field]
  return typeof value === 'string' ? value.trim() : ''
}
