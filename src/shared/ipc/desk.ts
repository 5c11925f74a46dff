import { z } from 'zod'
import { KindId } from '../story/ids'
import { FieldDefinition, Kind } from '../story/kind'
import { Policy } from '../workflow/policy'
import { call, none } from './call'
import { DeskInfo } from './desk-info'

export const VerifyReport = z.object({
  lines: z.array(z.object({ what: z.string(), checked: z.number(), faults: z.array(z.string()) })),
  ok: z.boolean(),
})
export type VerifyReport = z.infer<typeof VerifyReport>

/** How many stories have a kind, and hold something in one of its fields. Archived stories count. */
export const KindUsage = z.object({
  kinds: z.array(z.object({ kind: KindId, stories: z.number(), archived: z.number() })),
  fields: z.array(z.object({ kind: KindId, field: z.string(), stories: z.number() })),
})
export type KindUsage = z.infer<typeof KindUsage>

/** The desk that is open: its kinds, its rules, and whether all in it is as it should be. */
export const deskCalls = {
  'desk.create': call(z.object({ folder: z.string(), name: z.string().trim().min(1), memberName: z.string().trim().min(1) }), DeskInfo),
  'desk.open': call(z.object({ folder: z.string() }), DeskInfo),
  'desk.openSample': call(none, DeskInfo),
  /** A folder chosen in the system's dialog; null when cancelled. */
  'desk.chooseFolder': call(z.object({ purpose: z.enum(['create', 'open']) }), z.string().nullable()),
  'desk.close': call(none, none),
  /** Gives the desk (kind null) or a kind other rules of sign-off; a kind without a policy goes by the desk's. Only for admins. */
  'desk.updatePolicy': call(z.object({ kind: KindId.nullable(), policy: Policy.nullable() }), DeskInfo),
  'desk.verify': call(none, VerifyReport),
  /** Replaces the desk's kinds, in their order; only for admins. What stories hold is never touched. */
  'desk.updateKinds': call(z.object({ kinds: z.array(Kind).max(100) }), DeskInfo),
  'desk.kindUsage': call(none, KindUsage),
  /** What the desk's stories have in fields like this one, the most used first: what starts with the prefix, or has a word that does. */
  'desk.suggestions': call(z.object({ field: FieldDefinition.pick({ id: true, type: true }), prefix: z.string().max(200), limit: z.number().int().min(1).max(50).default(12) }), z.array(z.object({ value: z.string(), uses: z.number() }))),
}
