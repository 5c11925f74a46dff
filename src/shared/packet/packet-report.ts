import { z } from 'zod'
import { Instant, MemberId, StoryId } from '../story/ids'
import { Role } from '../workflow/member'
import { Signer } from './manifest'
import { Invitation } from './packet-entry'
import { DeskName } from './story-home'

/** What a person is asked, or told, about the key that signed a packet. */
export const SenderTrust = z.object({
  /** `known`: nothing is asked. `ask`: a key that nobody here has trusted for this desk. `again`: trust in it had ended. */
  state: z.enum(['known', 'ask', 'again']),
  /** Why the acting member can't answer; empty when they can. */
  why: z.string(),
  /** Whether the sender becomes a member of this desk, and so has a role here. */
  asMember: z.boolean(),
  /** The invitation that an answer answers; null when none is known here. */
  invitation: Invitation.nullable(),
  /** Who answered the same invitation before, with another key. */
  answeredBy: z.string().nullable(),
  /** A person with a trusted key whose packets name this key as a member of their desk. */
  vouchedBy: z.string().nullable(),
  /** Other keys that are trusted to speak for the same desk: a new one may be a colleague, or somebody else. */
  others: z.array(z.string()),
})
export type SenderTrust = z.infer<typeof SenderTrust>

/** What a packet says and would bring, read and checked to its last byte. Nothing of it has been taken in. */
export const PacketSummary = z.object({
  id: z.uuid(),
  at: Instant,
  /** Whether it answers a story of this desk, or brings one of another desk. */
  reply: z.boolean(),
  sender: Signer,
  desk: DeskName,
  /** Who it is addressed to, as its sender named them. */
  to: z.string(),
  note: z.string(),
  due: z.iso.date().nullable(),
  story: z.object({ id: StoryId, headline: z.string(), kind: z.string(), words: z.number(), isNew: z.boolean() }),
  /** Bytes of the file. */
  size: z.number(),
  files: z.number(),
  /** How many of them it only names, since they are here. */
  filesHere: z.number(),
  openedBefore: z.boolean(),
  trust: SenderTrust,
  /** What would be new here. */
  news: z.object({
    decisions: z.array(z.object({ id: z.string(), byName: z.string(), text: z.string(), note: z.string() })),
    comments: z.number(),
    /** Suggestions that wait for an answer, for fields and in the text. */
    suggestions: z.number(),
    /** Changes of the text and the fields; null for a story that is new here. */
    changes: z.number().nullable(),
  }),
})
export type PacketSummary = z.infer<typeof PacketSummary>

/** What a person answered about the sender's key; null when nothing was asked. */
export const TrustAnswer = z.object({ roles: z.array(Role).min(1).nullable() })
export type TrustAnswer = z.infer<typeof TrustAnswer>

/** What came of opening a packet. */
export const PacketOutcome = z.object({ story: StoryId, isNew: z.boolean(), news: PacketSummary.shape.news })
export type PacketOutcome = z.infer<typeof PacketOutcome>

/** Who a story is sent to: somebody whom the desk knows, or somebody who is invited by a name and a role. */
export const Addressee = z.union([z.object({ member: MemberId }), z.object({ name: z.string().trim().min(1, 'Give the name of the person').max(120), roles: z.array(Role).min(1, 'Choose a role') })])
export type Addressee = z.infer<typeof Addressee>

/** A packet that was written. */
export const PacketWritten = z.object({
  id: z.uuid(),
  file: z.string(),
  size: z.number(),
  /** How many files it only names, since the other desk has them. */
  leftOut: z.number(),
})
export type PacketWritten = z.infer<typeof PacketWritten>
