import { z } from 'zod'
import type { ApprovedStory } from '../../../shared/approved-story'
import { renderStory } from '../../../shared/html/render-story'
import { toMarkdown } from '../../../shared/markdown/serialize'
import { languageOf } from '../../../shared/reader/language'
import { readerBody } from '../../../shared/reader/reader-parts'
import { AssetHash, Instant, MemberId, RevisionId, StoryId } from '../../../shared/story/ids'
import { FieldValue } from '../../../shared/story/kind'
import { Revision } from '../../../shared/story/revision'
import { fileWords, leadImage } from '../story-files'

/** A story as it is sent to a REST endpoint: `Story` in docs/publishing/openapi.yaml. */
export const StoryDocument = z.object({
  format: z.literal('copydesk.story/1'),
  id: StoryId,
  revision: RevisionId,
  kind: z.object({ id: z.string(), label: z.string() }),
  slug: z.string(),
  headline: z.string(),
  summary: z.string(),
  language: z.string().nullable(),
  /** The day that readers see, YYYY-MM-DD. */
  date: z.string().nullable(),
  approvedAt: Instant,
  fields: z.record(z.string(), FieldValue),
  html: z.string(),
  markdown: z.string(),
  leadImage: z.object({ sha256: AssetHash, alt: z.string(), caption: z.string() }).nullable(),
  media: z.array(z.object({ sha256: AssetHash, name: z.string(), type: z.string(), size: z.number().int(), alt: z.string(), caption: z.string() })),
  approvals: z.array(z.object({ by: MemberId, name: z.string(), at: Instant, note: z.string(), signature: z.string() })),
  /** The approved revision itself; its canonical JSON (RFC 8785) has `revision` as SHA-256. */
  document: Revision,
})
export type StoryDocument = z.infer<typeof StoryDocument>

/**
 * @param assetAddress Where readers of the HTML find a file.
 * @param storyAddress Where they find another story; null where it is not published.
 */
export function storyDocument({ id, revision, kind, approvals, approvedAt }: ApprovedStory, assetAddress: (hash: AssetHash) => string, storyAddress: (story: StoryId) => string | null): StoryDocument {
  const { fields } = revision
  const text = (field: string): string => (typeof fields[field] === 'string' ? fields[field] : '')
  const words = fileWords(revision)
  const lead = leadImage(revision)
  const leadHash = AssetHash.safeParse(lead?.asset)
  return {
    format: 'copydesk.story/1',
    id: revision.story,
    revision: id,
    kind: { id: kind.id, label: kind.label },
    slug: text('slug'),
    headline: text('headline'),
    summary: text('summary'),
    language: text('language') || null,
    date: text('date') || null,
    approvedAt,
    fields,
    html: renderStory(revision, kind, { assetAddress, storyAddress }),
    markdown: toMarkdown(readerBody(revision, kind), { assetAddress, storyAddress: addressWithHeading(storyAddress), language: languageOf(fields) }),
    leadImage: leadHash.success ? { sha256: leadHash.data, alt: words.get(leadHash.data)?.alt ?? '', caption: words.get(leadHash.data)?.caption ?? '' } : null,
    media: revision.assets.map(({ hash, name, mime, size }) => ({ sha256: hash, name, type: mime, size, alt: words.get(hash)?.alt ?? '', caption: words.get(hash)?.caption ?? '' })),
    approvals: approvals.map(({ by, name, at, note, signature }) => ({ by, name, at, note, signature })),
    document: revision,
  }
}

/** The pages of an endpoint have the headings’ own ids, as in the HTML that it is sent. */
function addressWithHeading(storyAddress: (story: StoryId) => string | null): (story: StoryId, heading: string | null) => string | null {
  return (story, heading) => {
    const address = storyAddress(story)
    return address === null || heading === null ? address : `${address}#${heading}`
  }
}
