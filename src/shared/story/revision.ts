import { z } from 'zod'
import { canonicalBytes, sha256Hex } from './canonical'
import { AssetHash, KindId, RevisionId, StoryId } from './ids'
import { FieldValue } from './kind'

/** ProseMirror JSON of one node, checked against the schema only in `document/`. */
export interface DocumentNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly content?: readonly DocumentNode[] | undefined
  readonly marks?: readonly DocumentMark[] | undefined
  readonly text?: string | undefined
}
export interface DocumentMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
}

export const DocumentMark: z.ZodType<DocumentMark> = z.object({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).optional(),
})
export const DocumentNode: z.ZodType<DocumentNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(DocumentNode).optional(),
    marks: z.array(DocumentMark).optional(),
    text: z.string().optional(),
  }),
)

/** What the revision says of a file that it uses; the bytes are in the desk's assets folder. */
export const RevisionAsset = z.object({
  hash: AssetHash,
  name: z.string(),
  mime: z.string(),
  size: z.number().int().nonnegative(),
})
export type RevisionAsset = z.infer<typeof RevisionAsset>

/** An immutable snapshot of a story: exactly what is reviewed, signed, exported and published. */
export const Revision = z.object({
  format: z.literal('copydesk.revision/1'),
  story: StoryId,
  kind: KindId,
  fields: z.record(z.string(), FieldValue),
  body: DocumentNode,
  /** Every asset that fields or body use, sorted by hash. */
  assets: z.array(RevisionAsset),
})
export type Revision = z.infer<typeof Revision>

/** The revision's name: SHA-256 over its canonical JSON, so that the same content has the same name everywhere. */
export function revisionId(revision: Revision): RevisionId {
  return RevisionId.parse(sha256Hex(canonicalBytes(revision)))
}
