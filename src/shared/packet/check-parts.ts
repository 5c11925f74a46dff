import * as Y from 'yjs'
import { z } from 'zod'
import { authorsFault } from '../history/authorship'
import { versionNamesFault } from '../history/version-names'
import { Dismissal, dismissalKey } from '../story/dismissal'
import { Instant, KindId, MemberId } from '../story/ids'
import { FieldDefinition, FieldValue } from '../story/kind'
import { fieldOfText, storyDismissals, storyFields, storyMeta, storyText, storyThreads, unknownParts } from '../story/story-doc'
import { suggestedFieldsFault } from '../suggestions/fields/suggested-fields-fault'
import { bodyFault, isPlain } from './check-body'

const Meta = z.strictObject({ story: z.uuid(), kind: KindId, createdAt: Instant, createdBy: MemberId, importedFrom: z.string().max(4000).optional(), translationGroup: z.string().max(200).optional() })
const Remark = z.looseObject({ id: z.uuid(), by: MemberId, at: Instant, text: z.string().max(10_000) })
const Conversation = z.looseObject({ by: MemberId, at: Instant, quote: z.string().max(500), resolved: z.boolean() })

/** What is wrong with the parts of a story that came from elsewhere, apart from its log, as the end of a sentence; null when all have a shape that a story has. */
export function partsFault(doc: Y.Doc): string | null {
  const [unknown] = unknownParts(doc)
  if (unknown !== undefined) return `it has a part that this Copydesk does not know (‘${unknown.slice(0, 40)}’)`
  return metaFault(doc) ?? fieldsFault(doc) ?? bodyFault(doc) ?? threadsFault(doc) ?? dismissalsFault(doc) ?? authorsFault(doc) ?? versionNamesFault(doc) ?? suggestedFieldsFault(doc)
}

function metaFault(doc: Y.Doc): string | null {
  return Meta.safeParse(storyMeta(doc).toJSON()).success ? null : 'what it says of itself can’t be read'
}

function fieldsFault(doc: Y.Doc): string | null {
  for (const [id, value] of storyFields(doc).entries()) {
    if (!FieldDefinition.shape.id.safeParse(id).success || !FieldValue.safeParse(value).success) return `its field ‘${id.slice(0, 40)}’ holds something that no field can hold`
  }
  for (const part of doc.share.keys()) {
    const field = fieldOfText(part)
    if (field === null) continue
    const delta: readonly { readonly insert?: unknown }[] = storyText(doc, field).toDelta()
    if (delta.some(({ insert }) => typeof insert !== 'string')) return `its field ‘${field}’ holds something that no field can hold`
  }
  return null
}

function threadsFault(doc: Y.Doc): string | null {
  const fault = 'it has a comment that can’t be read'
  for (const [id, raw] of storyThreads(doc).entries()) {
    if (!z.uuid().safeParse(id).success || !(raw instanceof Y.Map)) return fault
    const { comments, ...said } = Object.fromEntries(raw.entries())
    if (!isPlain(said) || !Conversation.safeParse(said).success || !(comments instanceof Y.Array)) return fault
    if (!comments.toArray().every((remark) => isPlain(remark) && Remark.safeParse(remark).success)) return fault
  }
  return null
}

function dismissalsFault(doc: Y.Doc): string | null {
  for (const [key, raw] of storyDismissals(doc).entries()) {
    const parsed = Dismissal.safeParse(raw)
    if (!parsed.success || dismissalKey(parsed.data.rule, parsed.data.words) !== key) return 'it has a note on the language that can’t be read'
  }
  return null
}
