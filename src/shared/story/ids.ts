import { z } from 'zod'

/** Lower-case SHA-256 in hex: what names revisions and assets by their bytes. */
/** A SHA-256 in hex. */
export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hex')

/** A story's lasting name: a UUID (RFC 9562), made once, never reused. */
export const StoryId = z.uuid().brand<'StoryId'>()
export type StoryId = z.infer<typeof StoryId>

/** SHA-256 of a revision's canonical JSON (RFC 8785). */
export const RevisionId = Sha256Hex.brand<'RevisionId'>()
export type RevisionId = z.infer<typeof RevisionId>

/** SHA-256 of an asset's bytes. */
export const AssetHash = Sha256Hex.brand<'AssetHash'>()
export type AssetHash = z.infer<typeof AssetHash>

/** First 32 hex digits of the SHA-256 of the member's raw Ed25519 public key (32 bytes). */
export const MemberId = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'is not a member id')
  .brand<'MemberId'>()
export type MemberId = z.infer<typeof MemberId>

/** SHA-256 of a workflow event's canonical JSON without its signature. */
export const EventId = Sha256Hex.brand<'EventId'>()
export type EventId = z.infer<typeof EventId>

/** A kind's short name, such as `press-release`. */
export const KindId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'is not a kind id')
  .brand<'KindId'>()
export type KindId = z.infer<typeof KindId>

export const TargetId = z.uuid().brand<'TargetId'>()
export type TargetId = z.infer<typeof TargetId>

export const DeliveryId = z.uuid().brand<'DeliveryId'>()
export type DeliveryId = z.infer<typeof DeliveryId>

/** A moment: ISO 8601 in UTC with milliseconds, such as `2026-03-02T09:30:00.000Z`. */
export const Instant = z.iso.datetime({ offset: false, precision: 3 }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>
