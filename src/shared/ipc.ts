import { z } from 'zod'
import { AuditForm, AuditReport } from './audit/audit-report'
import { AssetInfo, AssetWords } from './assets/asset-info'
import { Crop } from './assets/crop'
import { AssetDetails, LibraryAsset, LibraryQuery, ReplaceReport } from './assets/library'
import { Finding } from './checks/finding'
import { ClearedPart, Evidence } from './clearance/clearance'
import type { CallName, EventName } from './ipc-names'
import { PacketRecord } from './packet/packet-entry'
import { packetLimits } from './packet/packet-limits'
import { Addressee, PacketOutcome, PacketSummary, PacketWritten, TrustAnswer } from './packet/packet-report'
import { HistoryPage, LastSeen } from './history/kept-version'
import { longestVersionName } from './history/version-names'
import { GuestStory } from './packet/story-home'
import { TrustedKey } from './packet/trusted-key'
import { Redline } from './redline/redline-shape'
import { Failure } from './result'
import { AssetHash, DeliveryId, EventId, Instant, KindId, MemberId, RevisionId, StoryId, TargetId } from './story/ids'
import { FieldDefinition, Kind } from './story/kind'
import { CommentPlace } from './comments/comment-place'
import { Mention, mostMentions } from './comments/mentions'
import { Revision } from './story/revision'
import { Comment, Thread } from './story/thread'
import { SealedIdentity, Stranger } from './identity/identity-file'
import { KeyProtection, Passphrase } from './identity/key-protection'
import { Member, Role } from './workflow/member'
import { Policy } from './workflow/policy'
import { StoryState, WorkflowState } from './workflow/state'
import { DeskWord } from './language/desk-word'
import { DeskLanguage, InclusiveNote, LanguageImport, SpellingVerdict } from './language/desk-language'
import { StyleTerm } from './style/term'
import { DeskFindQuery, DeskFindSummary, FoundStory } from './find/desk-find'
import { Delivery, Target, TargetSettings } from './publishing'
import { PresetName } from './presets'

/**
 * The contract between the window and the main process: every call's input and output, every event's payload.
 * Main parses each input; a call answers `Result<output>`, never throws across the bridge.
 */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'is not a run of bytes')

export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Widths in CSS pixels. */
  sidebarWidth: z.number(),
  listWidth: z.number(),
  inspectorWidth: z.number(),
  sidebarShown: z.boolean(),
  inspectorShown: z.boolean(),
  inspectorTab: z.enum(['details', 'language', 'review', 'history', 'publish']),
  view: z.string(),
  lastStory: z.string().nullable(),
  outlineShown: z.boolean(),
  /** Only the text is shown, and all but the paragraph with the cursor is dimmed. */
  focusMode: z.boolean(),
  /** The line with the cursor stays in the middle of the window. */
  typewriter: z.boolean(),
  invisibles: z.boolean(),
  /** Quotes, dashes and ellipses are set as the story's language does while one types. */
  smartTypography: z.boolean(),
  /** Wrong words are marked while one writes. */
  spelling: z.boolean(),
  /** What the house style avoids, and other notes on the language, are marked in the text. */
  styleMarks: z.boolean(),
  /** Special characters, the last one inserted first. */
  recentCharacters: z.array(z.string().max(8)).max(24),
  /** Blocks by the command that makes them, the last one inserted first. */
  recentBlocks: z.array(z.string().max(40)).max(8),
})
export type Preferences = z.infer<typeof Preferences>

export const DeskInfo = z.object({
  path: z.string(),
  name: z.string(),
  kinds: z.array(Kind),
  /** The rules of sign-off of the desk, and of the kinds that have their own. */
  policy: Policy,
  kindPolicies: z.partialRecord(KindId, Policy).optional(),
  members: z.array(Member),
  /** Who acts in this window. */
  currentMember: MemberId,
  /** Members whose private key is on this computer. */
  signable: z.array(MemberId),
  /** The stories of other desks that are here for review. */
  guests: z.array(GuestStory).optional(),
})
export type DeskInfo = z.infer<typeof DeskInfo>

export const AppInfo = z.object({
  version: z.string(),
  electron: z.string(),
  platform: z.string(),
  desk: DeskInfo.nullable(),
  recentDesks: z.array(z.object({ path: z.string(), name: z.string() })),
  preferences: Preferences,
  /** Whether secrets can be kept in the system's keychain. */
  keychain: z.boolean(),
  /** Words for a person when the last start did not end well (a desk that could not be opened, say). */
  notice: z.string().nullable(),
})
export type AppInfo = z.infer<typeof AppInfo>

export const StoryView = z.enum(['myDrafts', 'forMyReview', 'changesRequested', 'approved', 'published', 'all', 'archived'])
export type StoryView = z.infer<typeof StoryView>

/** Another story that says the same in another language. */
export const StoryTranslation = z.object({ id: StoryId, language: z.string(), headline: z.string(), state: StoryState })
export type StoryTranslation = z.infer<typeof StoryTranslation>

/** What a list says of a review. */
export const ReviewAsked = z.object({
  /** The stage at which it waits; empty when the sign-off has none. */
  stage: z.string(),
  /** Which stage that is, from 1 on, and of how many. */
  place: z.number().int().positive(),
  stages: z.number().int().positive(),
  /** Who asked, and the start of what was said. */
  by: z.string(),
  note: z.string(),
})
export type ReviewAsked = z.infer<typeof ReviewAsked>

export const StoryRow = z.object({
  id: StoryId,
  kind: KindId,
  headline: z.string(),
  summary: z.string(),
  state: StoryState,
  changedSinceApproval: z.boolean(),
  author: z.string(),
  language: z.string(),
  wordCount: z.number(),
  due: z.string().nullable(),
  /** While it is in review: at which stage, and who asked for what. */
  review: ReviewAsked.optional(),
  updatedAt: Instant,
  createdAt: Instant,
  /** Its translations, by language; without the story itself. */
  translations: z.array(StoryTranslation),
})
export type StoryRow = z.infer<typeof StoryRow>

export const RevisionEntry = z.object({
  id: RevisionId,
  createdAt: Instant,
  createdBy: MemberId,
  headline: z.string(),
  wordCount: z.number(),
  /** As somebody named it. */
  name: z.string().optional(),
})
export type RevisionEntry = z.infer<typeof RevisionEntry>

/** One workflow event in words, for the history. */
export const HistoryEntry = z.object({
  id: z.string(),
  type: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  /** A sentence for a person. */
  text: z.string(),
  note: z.string(),
  revision: RevisionId.nullable(),
  accepted: z.boolean(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** What a member may do whatever the story says; what may be waived depends on what preflight finds. */
export const ActionName = z.enum(['submit', 'reassign', 'approve', 'reapprove', 'requestChanges', 'withdraw', 'clear', 'schedule', 'archive', 'unarchive'])
export type ActionName = z.infer<typeof ActionName>

/** Who is asked to review, and until when. */
const reviewRequest = {
  note: z.string().max(10_000).default(''),
  reviewers: z.array(MemberId).max(200).default([]),
  roles: z.array(Role).max(4).optional(),
  due: z.iso.date().nullable().default(null),
}

export const Action = z.discriminatedUnion('type', [
  z.object({ type: z.literal('submit'), ...reviewRequest }),
  z.object({ type: z.literal('reassign'), ...reviewRequest }),
  z.object({ type: z.literal('approve'), revision: RevisionId, note: z.string().default('') }),
  z.object({ type: z.literal('requestChanges'), revision: RevisionId, reason: z.string().trim().min(1, 'Say what should change') }),
  /** Approves the story as it stands, which must differ little from what was approved. */
  z.object({ type: z.literal('reapprove'), revision: RevisionId, previous: RevisionId }),
  /** Sets aside what a check finds in the story as it stands. */
  z.object({ type: z.literal('waive'), revision: RevisionId, check: z.string().min(1).max(60), reason: z.string().trim().min(1, 'Say why').max(2000) }),
  z.object({ type: z.literal('withdraw') }),
  /** Clears one part of the text as it stands. */
  z.object({ type: z.literal('clear'), part: ClearedPart, clearedBy: z.string().trim().max(200).default(''), evidence: Evidence }),
  z.object({ type: z.literal('unclear'), clearance: EventId, reason: z.string().trim().min(1, 'Say why').max(2000) }),
  z.object({ type: z.literal('schedule'), publishAt: Instant }),
  z.object({ type: z.literal('archive') }),
  z.object({ type: z.literal('unarchive') }),
])
export type Action = z.infer<typeof Action>

export const StoryStatus = z.object({
  id: StoryId,
  row: StoryRow,
  workflow: WorkflowState,
  /** The state as shown: a published story with newer edits is a draft again. */
  shown: StoryState,
  changedSinceApproval: z.boolean(),
  /** The id that the story as it stands now would have as a revision. */
  currentRevision: RevisionId,
  /** The latest hundred, and all that were named or decided on. */
  revisions: z.array(RevisionEntry),
  /** What the acting member saw of it when they last had it before them; null when they never had. */
  seen: LastSeen.nullable(),
  history: z.array(HistoryEntry),
  findings: z.array(Finding),
  blocked: z.boolean(),
  /** The rules that a submission is made under now. */
  policy: Policy,
  /** The rules that the submission was made under which is, or last was, before the reviewers. */
  review: z.object({ policy: Policy, since: Instant.nullable(), replacedAt: Instant.nullable() }).nullable(),
  /** Checks whose findings the acting member may set aside now. */
  waivable: z.array(z.string()),
  /** What the current member may do now, and why not otherwise. */
  actions: z.array(z.object({ action: ActionName, allowed: z.boolean(), why: z.string() })),
  deliveries: z.array(Delivery),
  /** The name of the desk that the story belongs to, where that is another one. */
  guestOf: z.string().optional(),
})
export type StoryStatus = z.infer<typeof StoryStatus>

export { AssetInfo } from './assets/asset-info'

/** What of a story is previewed: as it stands now, as it was approved, or one of its revisions. */
export const PreviewSubject = z.union([z.enum(['current', 'approved']), RevisionId])
export type PreviewSubject = z.infer<typeof PreviewSubject>
export const PreviewSurface = z.enum(['article', 'listing'])

/** What a redline compares: from the approved, the submitted, the published revision or the one that the acting member last saw, any other, or nothing (all is new); to any revision or the story as it stands. */
export const RedlineFrom = z.union([z.enum(['approved', 'submitted', 'published', 'seen', 'none']), RevisionId])
export type RedlineFrom = z.infer<typeof RedlineFrom>
export const RedlineTo = z.union([z.literal('current'), RevisionId])
export type RedlineTo = z.infer<typeof RedlineTo>

/** A comment thread with the names of those who wrote in it. */
export const ThreadEntry = Thread.extend({
  byName: z.string(),
  /** A comment is unread until the acting member has seen it. */
  comments: z.array(Comment.extend({ byName: z.string(), unread: z.boolean() })),
})
export type ThreadEntry = z.infer<typeof ThreadEntry>

const CommentText = z.string().trim().min(1, 'Write a comment first').max(10_000, 'A comment has at most 10,000 characters: split it into two')
const Mentions = z.array(Mention).max(mostMentions, 'Too many people are mentioned').default([])

/** What the acting member has not seen of a story's comments, and how much of it mentions them. */
export const UnreadComments = z.object({ story: StoryId, comments: z.number(), mentions: z.number() })
export type UnreadComments = z.infer<typeof UnreadComments>

export const ImportReport = z.object({
  created: z.array(z.object({ story: StoryId, headline: z.string(), kind: KindId })),
  /** Entries that were imported with something left out, or not at all; each names its place. */
  problems: z.array(Failure),
})
export type ImportReport = z.infer<typeof ImportReport>

export const ExportSummary = z.object({
  folder: z.string(),
  stories: z.number(),
  written: z.number(),
  unchanged: z.number(),
  removed: z.number(),
  skipped: z.array(z.object({ story: z.string(), reason: z.string() })),
  problems: z.array(Failure),
})
export type ExportSummary = z.infer<typeof ExportSummary>

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

/** A language's tag (BCP 47). */
const LanguageTag = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'Choose a language')

const none = z.void()
const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

export const calls = {
  'app.info': call(none, AppInfo),
  'app.setPreferences': call(Preferences.partial(), none),
  /** The answer to `window.closing`: whether everything typed has been appended. */
  'app.readyToClose': call(z.object({ stored: z.boolean() }), none),
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
  'member.add': call(z.object({ name: z.string().trim().min(1).max(120), roles: z.array(Role).min(1) }), DeskInfo),
  'member.switch': call(z.object({ id: MemberId }), DeskInfo),
  /** How the private keys on this computer are protected. */
  'identity.protection': call(none, KeyProtection),
  /** Opens keys that are sealed by a passphrase until the app is closed. Calls that sign fail with `keys-locked` before that. */
  'identity.unlock': call(z.object({ passphrase: z.string().max(1000) }), KeyProtection),
  'identity.lock': call(none, KeyProtection),
  /** Seals the keys of this computer by a passphrase; `current` is the one that they have, if any. */
  'identity.setPassphrase': call(z.object({ current: z.string().max(1000).nullable(), next: Passphrase }), KeyProtection),
  /** Seals them by the system's keychain again; where there is none, by nothing. */
  'identity.removePassphrase': call(z.object({ current: z.string().max(1000) }), KeyProtection),
  /** Writes a member's private key, sealed by a passphrase, to a file chosen in the system's dialog; null when cancelled. */
  'identity.export': call(z.object({ id: MemberId, passphrase: Passphrase }), z.string().nullable()),
  /** A file with a private key, chosen in the system's dialog; null when cancelled. */
  'identity.choose': call(none, SealedIdentity.nullable()),
  /** Puts the key of such a file among those of this computer. */
  'identity.import': call(z.object({ file: z.string(), passphrase: z.string().max(1000) }), z.object({ name: z.string(), member: MemberId })),
  /** Writes a member's name and public key, for an admin of another desk. */
  'member.savePublic': call(z.object({ id: MemberId }), z.string().nullable()),
  /** Somebody's public identity, chosen in the system's dialog; null when cancelled. */
  'member.choosePublic': call(none, Stranger.nullable()),
  /** Makes whoever has a key a member; only for admins, as the next two. */
  'member.admit': call(Stranger.pick({ name: true, publicKey: true }).extend({ roles: z.array(Role).min(1) }), DeskInfo),
  'member.change': call(z.object({ id: MemberId, name: z.string().trim().min(1).max(120), roles: z.array(Role).min(1) }), DeskInfo),
  /** Revokes a member's key: what it had signed before stays, nothing new by it counts. */
  'member.revoke': call(z.object({ id: MemberId, reason: z.string().trim().min(1, 'Say why the key is revoked').max(1000, 'The reason has at most 1,000 characters') }), DeskInfo),
  /** What happened to a story, and what proves it. */
  'audit.story': call(z.object({ id: StoryId }), AuditReport),
  /** Writes that to a file chosen in the system's dialog; null when cancelled, or its path. */
  'audit.export': call(z.object({ id: StoryId, form: AuditForm }), z.string().nullable()),
  'story.list': call(z.object({ view: StoryView, search: z.string().max(200), kind: KindId.nullable(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }), z.object({ rows: z.array(StoryRow), total: z.number() })),
  'story.counts': call(none, z.record(StoryView, z.number())),
  'story.create': call(z.object({ kind: KindId, headline: z.string().max(500).default('') }), z.object({ id: StoryId })),
  /** The whole story as one Yjs update (v1). */
  'story.open': call(z.object({ id: StoryId }), z.object({ update: bytes, row: StoryRow })),
  /** Answers only when the update is on disk (WAL, synchronous=FULL). */
  'story.append': call(z.object({ id: StoryId, update: bytes }), z.object({ sequence: z.number() })),
  'story.status': call(z.object({ id: StoryId }), StoryStatus),
  /** Decides, signs and appends one workflow event as the current member. */
  'story.act': call(z.object({ id: StoryId, action: Action }), StoryStatus),
  /** Starts a thread; without a place it is about the words quoted, or about the story. */
  'story.comment': call(z.object({ id: StoryId, text: CommentText, mentions: Mentions, quote: z.string().max(500).default(''), about: CommentPlace.optional() }), z.object({ thread: z.uuid() })),
  /** Comment threads, oldest first; open and resolved ones. */
  'story.threads': call(z.object({ id: StoryId }), z.array(ThreadEntry)),
  /** Adds a comment of the acting member to a thread. */
  'story.reply': call(z.object({ id: StoryId, thread: z.uuid(), text: CommentText, mentions: Mentions }), none),
  'story.resolveThread': call(z.object({ id: StoryId, thread: z.uuid(), resolved: z.boolean() }), none),
  /** Writes a comment of the acting member anew, also one that they had removed. */
  'comment.edit': call(z.object({ id: StoryId, thread: z.uuid(), comment: z.uuid(), text: CommentText, mentions: Mentions }), none),
  /** Takes a comment of the acting member back; its words leave the story. */
  'comment.remove': call(z.object({ id: StoryId, thread: z.uuid(), comment: z.uuid() }), none),
  /** Notes where the words of a thread are, after they were moved in this window. */
  'comment.anchor': call(z.object({ id: StoryId, thread: z.uuid(), about: CommentPlace }), none),
  /** Notes which comments the acting member has seen, or wants to see again. */
  'comment.markSeen': call(z.object({ id: StoryId, comments: z.array(z.uuid()).max(1000), seen: z.boolean() }), none),
  /** What the acting member has not seen of some stories; those with nothing new are left out. */
  'comment.unseen': call(z.object({ stories: z.array(StoryId).max(500) }), z.array(UnreadComments)),
  /** What changed between two revisions of a story, for reading. */
  'story.redline': call(z.object({ id: StoryId, from: RedlineFrom, to: RedlineTo }), Redline),
  /** The versions of a story that are kept, the latest first. */
  'history.list': call(z.object({ id: StoryId, limit: z.number().int().min(1).max(5000).default(60) }), HistoryPage),
  /** Keeps the story as it stands, with a name or without one. */
  'history.keep': call(z.object({ id: StoryId, name: z.string().trim().max(longestVersionName).default('') }), z.object({ revision: RevisionId })),
  /** Names a version; an empty name takes its name back. */
  'history.name': call(z.object({ id: StoryId, revision: RevisionId, name: z.string().trim().max(longestVersionName, 'A name has at most 80 characters') }), none),
  /** Keeps the story as it stands and answers an earlier version, for the window to bring back as an edit. */
  'history.restore': call(z.object({ id: StoryId, revision: RevisionId }), z.object({ revision: Revision })),
  /** Says which story is before the acting member now; the one that was is kept, and noted as seen. */
  'history.show': call(z.object({ story: StoryId.nullable() }), none),
  /** A story as lists show it; null when the desk has none of this id. */
  'story.row': call(z.object({ id: StoryId }), StoryRow.nullable()),
  /** Gives a story another kind; what it holds in fields that the new kind doesn't have stays with it. */
  'story.changeKind': call(z.object({ id: StoryId, kind: KindId }), StoryStatus),
  /** Makes a draft in another language from a story, linked with it. */
  'story.translate': call(z.object({ id: StoryId, language: LanguageTag }), z.object({ id: StoryId })),
  /** Says that two stories, and their translations, are translations of one another. */
  'story.linkTranslation': call(z.object({ id: StoryId, other: StoryId }), none),
  /** Takes a story out of its group of translations. */
  'story.unlinkTranslation': call(z.object({ id: StoryId }), none),
  'asset.add': call(z.object({ name: z.string().max(255), bytes }), AssetInfo),
  'asset.describe': call(z.object({ hash: AssetHash }), AssetInfo),
  'asset.saveAs': call(z.object({ hash: AssetHash }), z.string().nullable()),
  /** A page of the library. */
  'asset.list': call(LibraryQuery.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }), z.object({ assets: z.array(LibraryAsset), total: z.number() })),
  'asset.details': call(z.object({ hash: AssetHash }), AssetDetails),
  /** What new uses of a picture start with; uses that are there stay as they are. */
  'asset.setWords': call(AssetWords.extend({ hash: AssetHash }), none),
  /** Makes a new picture out of a part of another one. */
  'asset.crop': call(z.object({ hash: AssetHash, crop: Crop }), AssetInfo),
  /** Puts another file in the place of one, in every story that is not archived. Each story is changed as a whole or not at all. */
  'asset.replace': call(z.object({ from: AssetHash, to: AssetHash, job: z.string() }), ReplaceReport),
  /** Takes a file off the desk that no story has, in none of its versions. */
  'asset.remove': call(z.object({ hash: AssetHash }), none),
  'import.choose': call(none, z.string().nullable()),
  'import.run': call(z.object({ file: z.string(), job: z.string() }), ImportReport),
  'export.choose': call(none, z.string().nullable()),
  'export.run': call(z.object({ folder: z.string(), preset: PresetName, stories: z.array(StoryId).nullable(), job: z.string() }), ExportSummary),
  'target.list': call(none, z.array(Target)),
  'target.save': call(z.object({ id: TargetId.nullable(), settings: TargetSettings, secret: z.string().max(4096).nullable(), remember: z.enum(['keychain', 'session']) }), Target),
  'target.remove': call(z.object({ id: TargetId }), none),
  /** Logs in without writing anything; the value is a sentence for a person. */
  'target.test': call(z.object({ id: TargetId }), z.string()),
  'delivery.enqueue': call(z.object({ story: StoryId, target: TargetId }), Delivery),
  'delivery.retry': call(z.object({ id: DeliveryId, overwrite: z.boolean().default(false) }), Delivery),
  'delivery.cancel': call(z.object({ id: DeliveryId }), Delivery),
  /** Looks through all stories of the desk; matches arrive as `find.matches` while it runs. */
  'desk.find': call(DeskFindQuery.extend({ job: z.string() }), DeskFindSummary),
  'window.toggleFullScreen': call(none, none),
  /** Pastes what the clipboard has without its formatting; only right after a key or a click of the person. */
  'edit.pastePlain': call(none, none),
  'language.ofDesk': call(none, DeskLanguage),
  /** Which of some words are wrong in a language (BCP 47). The desk's own words are for the window to know. */
  'language.check': call(z.object({ language: z.string().max(35), words: z.array(z.string().max(120)).max(4000) }), SpellingVerdict),
  'language.suggest': call(z.object({ language: z.string().max(35), word: z.string().min(1).max(120) }), z.array(z.string())),
  /** Notes on inclusive language for some English texts, one list a text. */
  'language.inclusive': call(z.object({ texts: z.array(z.string().max(20_000)).max(200) }), z.array(z.array(InclusiveNote))),
  /** Adds words to the desk's dictionary and removes others; every member may. Answers how many are new. */
  'language.changeWords': call(z.object({ add: z.array(DeskWord).max(20_000), remove: z.array(DeskWord).max(20_000) }), z.number()),
  /** Replaces the house style; only for admins. */
  'language.updateTerms': call(z.object({ terms: z.array(StyleTerm).max(5000) }), none),
  /** Adds the terms that a new desk starts with, as far as they are not there; answers how many. Only for admins. */
  'language.addStartingTerms': call(none, z.number()),
  /** Reads words or terms from a file chosen in the system's dialog; null when cancelled. */
  'language.importFile': call(z.object({ what: z.enum(['words', 'terms']), language: z.string().max(20) }), LanguageImport.nullable()),
  /** Writes words or terms to a file chosen in the system's dialog; null when cancelled, or its path. */
  'language.exportFile': call(z.object({ what: z.enum(['words', 'terms']) }), z.string().nullable()),
  /** Sets a note on the language of a story aside, for everybody. */
  'story.dismissNote': call(z.object({ id: StoryId, rule: z.string().min(1).max(260), words: z.string().trim().min(1).max(2000), reason: z.string().trim().min(1, 'Give a reason').max(500) }), none),
  /** Takes a dismissal back, by its name. */
  'story.restoreNote': call(z.object({ id: StoryId, key: z.string().regex(/^[0-9a-f]{32}$/) }), none),
  /** Pastes what the clipboard has; only right after a key or a click of the person. */
  'edit.paste': call(none, none),
  /** A place for a packet, chosen in the system's dialog; null when cancelled. */
  'packet.choosePlace': call(z.object({ story: StoryId }), z.string().nullable()),
  /** A packet to open, chosen in the system's dialog; null when cancelled. */
  'packet.choose': call(none, z.string().nullable()),
  /** Keeps a packet that was dropped on the window where it can be opened; answers its path. */
  'packet.drop': call(z.object({ name: z.string().max(255), bytes: bytes.refine(({ byteLength }) => byteLength <= packetLimits.file, 'This file is too large for a packet') }), z.string()),
  /** The packet that the app was asked to open when it was started, once; null when there is none. */
  'packet.waiting': call(none, z.string().nullable()),
  /** Reads and checks a packet to its last byte, and takes nothing in. */
  'packet.look': call(z.object({ file: z.string(), job: z.string() }), PacketSummary),
  /** Takes a packet in, as a whole or not at all. */
  'packet.open': call(z.object({ file: z.string(), answer: TrustAnswer.nullable(), job: z.string() }), PacketOutcome),
  /** Writes a packet that asks for review, perhaps after the story was submitted. */
  'packet.send': call(z.object({ story: StoryId, file: z.string(), to: Addressee, note: z.string().max(10_000).default(''), due: z.iso.date().nullable().default(null), submit: z.boolean(), job: z.string() }), PacketWritten),
  /** Writes a packet that answers the desk that a story belongs to. */
  'packet.reply': call(z.object({ story: StoryId, file: z.string(), note: z.string().max(10_000).default(''), job: z.string() }), PacketWritten),
  /** The packets of a story that were sent and received here, the latest first. */
  'packet.list': call(z.object({ story: StoryId }), z.array(PacketRecord)),
  /** Keys of people elsewhere that were trusted here. */
  'trust.list': call(none, z.array(TrustedKey)),
  /** Ends trust in a key: its next packet is asked about again. */
  'trust.end': call(z.object({ member: MemberId, desk: z.uuid() }), z.array(TrustedKey)),
  'job.cancel': call(z.object({ job: z.string() }), none),
  /** Opens http(s) and mailto addresses in the system's browser, after asking. */
  'link.openExternal': call(z.object({ address: z.string().max(2048) }), none),
} as const satisfies Record<CallName, { input: z.ZodType; output: z.ZodType }>

export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>

export const events = {
  'desk.changed': DeskInfo.nullable(),
  /** Rows or counts may differ. */
  'stories.changed': z.object({ ids: z.array(StoryId) }),
  /** An update of an open story that this window did not make. */
  'story.updated': z.object({ id: StoryId, update: bytes }),
  'job.progress': z.object({ job: z.string(), done: z.number(), total: z.number(), label: z.string() }),
  /** Stories with matches, as `desk.find` comes upon them. */
  'find.matches': z.object({ job: z.string(), stories: z.array(FoundStory) }),
  'deliveries.changed': z.object({ story: StoryId }),
  /** What the library shows of these files may differ: their words, their small pictures, their pages. */
  'assets.changed': z.object({ hashes: z.array(AssetHash) }),
  /** Another word in the desk's dictionary, or another house style. */
  'language.changed': none,
  /** The process that checks spelling had ended and was started again. */
  'language.restarted': none,
  /** A native menu's item was chosen; the id is one of the registry of commands. */
  'command.run': z.object({ command: z.string() }),
  /** The window is about to close: send what is not yet appended. */
  'window.closing': none,
  /** The app was asked to open a packet: a file was double-clicked, say. */
  'packet.offered': z.object({ file: z.string() }),
} as const satisfies Record<EventName, z.ZodType>
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>
