import type * as Y from 'yjs'
import { historyOf } from '../../shared/audit/history-of'
import { wordingOf } from '../../shared/audit/wording'
import type { PacketManifest } from '../../shared/packet/manifest'
import type { PacketSummary } from '../../shared/packet/packet-report'
import { redline } from '../../shared/redline/redline'
import { Instant } from '../../shared/story/ids'
import { storyLog } from '../../shared/story/story-doc'
import { readThreads } from '../../shared/story/thread'
import { eventId, SignedEvent } from '../../shared/workflow/event'
import type { Member } from '../../shared/workflow/member'
import { causalOrder } from '../../shared/workflow/order'
import type { Desk } from '../desk/desk'
import { deskFor, peopleOf } from '../desk/story-desk'
import { kindNamed } from '../desk/kinds'
import { openSuggestionsOf, snapshot } from '../store/snapshot'

const mostDecisions = 50

/** What a packet would bring that this desk does not know: decisions, the latest first, comments, suggestions, and how much of the text is different. */
export function newsOf(desk: Desk, { story, rules, sender, signers }: PacketManifest, before: Y.Doc | null, after: Y.Doc): PacketSummary['news'] {
  const names = [...peopleOf(desk, story.id), ...rules.members, ...[sender, ...signers].map((signer): Member => ({ ...signer, roles: ['reviewer'], addedAt: rules.members[0]?.addedAt ?? epoch }))]
  const decisions = historyOf(newEvents(before, after), [], wordingOf(names, [], 'here')).slice(0, mostDecisions)
  const known = new Set(before === null ? [] : commentIds(before))
  return {
    decisions: decisions.map(({ id, byName, text, note }) => ({ id, byName, text, note })),
    comments: commentIds(after).filter((id) => !known.has(id)).length,
    suggestions: newSuggestions(before, after),
    changes: before === null ? null : changesBetween(desk, story.id, before, after),
  }
}

const epoch = Instant.parse('1970-01-01T00:00:00.000Z')

function newEvents(before: Y.Doc | null, after: Y.Doc) {
  const known = before === null ? new Set<string>() : new Set(storyLog(before).keys())
  const entries = [...storyLog(after).entries()].flatMap(([key, raw]) => {
    const parsed = SignedEvent.safeParse(raw)
    return known.has(key) || !parsed.success ? [] : [{ id: eventId(parsed.data.event), ...parsed.data }]
  })
  const { ordered, orphans } = causalOrder(entries)
  return [...ordered, ...orphans]
}

const commentIds = (doc: Y.Doc): string[] => readThreads(doc).flatMap(({ comments }) => comments.filter(({ removed }) => !removed).map(({ id }) => id))

function newSuggestions(before: Y.Doc | null, after: Y.Doc): number {
  const keysOf = (doc: Y.Doc): string[] => openSuggestionsOf(doc).map(({ by, id, at }) => `${by}/${id}/${at}`)
  const known = new Set(before === null ? [] : keysOf(before))
  return keysOf(after).filter((key) => !known.has(key)).length
}

function changesBetween(desk: Desk, id: PacketManifest['story']['id'], before: Y.Doc, after: Y.Doc): number {
  const [older, newer] = [snapshot(desk, id, before), snapshot(desk, id, after)]
  return redline(older, newer, { kind: kindNamed(deskFor(desk, id), newer.kind) }).total
}
