import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { Approval, ApprovedStory } from '../../approved-story'
import { PresetName } from '../../presets'
import { sha256Hex } from '../../story/canonical'
import { MemberId, RevisionId, StoryId } from '../../story/ids'
import { readFrontMatter } from '../front-matter'

const text = z.string().max(100_000)

/** What a page carries to prove what it is: which revision, who approved it, and with which signatures. */
export const PageProof = z.object({
  story: StoryId,
  revision: RevisionId,
  /** Whose rules the page follows: the same preset writes the same bytes again. */
  writtenFor: PresetName,
  approvals: z
    .array(z.object({ name: text, member: MemberId, key: text, at: text, signature: text, /** The event that was signed, in its canonical form; left out where it holds remarks, which stay on the desk. */ event: text.optional() }))
    .max(1000)
    .default([]),
  /** Which story each address of the site stands for. */
  links: z.record(z.string(), text).default({}),
  fileDigest: text,
})
export type PageProof = z.infer<typeof PageProof>

/** The proof of a page before it is sealed. */
export function proofOf({ id, revision, approvals }: ApprovedStory, preset: PresetName): Readonly<Record<string, unknown>> {
  return { story: revision.story, revision: id, writtenFor: preset, approvals: approvals.map(approvalProof) }
}

/** What a reviewer remarked beside an approval stays on the desk, and so does the event that holds it. */
function approvalProof({ name, by, key, at, signature, event, note }: Approval): object {
  return { name, member: by, key, at, signature, ...(note === '' && { event }) }
}

const noDigest = '0'.repeat(64)

/** What stands in a page for its digest until `sealPage` has made it. It is the last of the front matter. */
export const digestToCome = { fileDigest: `sha256:${noDigest}` }

/** Values of several lines are indented, so nothing that a story says can stand right above the front matter's end. */
const digestPlace = /^( *fileDigest: sha256:)[0-9a-f]{64}(?=\r?\n---)/m

/** The page with its digest: the SHA-256 of all of it, with zeros where the digest stands. */
export function sealPage(page: string): string {
  const blank = page.replace(digestPlace, `$1${noDigest}`)
  return blank.replace(digestPlace, `$1${sha256Hex(utf8ToBytes(blank))}`)
}

/** Whether a page is as it was sealed. It says so to whoever wants to know, not to whoever is being deceived: a digest can be made anew. */
export function sealIsRight(page: string): boolean {
  return digestPlace.test(page) && sealPage(page) === page
}

/** What a page says of itself; null when it is none that Copydesk wrote. Hostile until it was checked. */
export function readProof(page: string): PageProof | null {
  const matter = /^---[^\S\n]*\r?\n([^]*?)\r?\n---[^\S\n]*(?:\r?\n|$)/.exec(page)?.[1]
  if (matter === undefined || matter.length > 1_000_000) return null
  const values = readFrontMatter(matter, [])
  const table = values?.['copydesk'] ?? Params.safeParse(values?.['params']).data?.copydesk
  return PageProof.safeParse(table).data ?? null
}

/** Hugo's place for names of one's own. */
const Params = z.object({ copydesk: z.unknown() })
