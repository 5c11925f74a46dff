import { historyOf } from '../../shared/audit/history-of'
import { readVersionNames } from '../../shared/history/version-names'
import type { RevisionEntry, StoryStatus } from '../../shared/ipc'
import type { StoryStanding } from '../../shared/checks/check'
import type { Finding } from '../../shared/checks/finding'
import { isBlocked, preflight } from '../../shared/checks/preflight'
import { headingIds } from '../../shared/document/heading-ids'
import { readDismissals } from '../../shared/story/dismissal'
import { AssetHash, Instant, StoryId, type MemberId } from '../../shared/story/ids'
import type { Revision } from '../../shared/story/revision'
import { allowedActions, whyNotWaiveNow } from '../../shared/workflow/allowed-actions'
import { displayState } from '../../shared/workflow/display-state'
import { rulesNamed, type Rules } from '../../shared/workflow/standing'
import type { WorkflowState } from '../../shared/workflow/state'
import { wordingFor } from '../audit/story-audit'
import { rulesOf } from '../desk/rules-of'
import { deskFor, memberFor } from '../desk/story-desk'
import { countedEvents } from '../desk/story-workflow'
import { describeAsset } from '../store/assets'
import { deliveriesOf } from '../store/deliveries'
import { lastSeen } from '../store/last-seen'
import { revisionsOf } from '../store/revisions'
import { bodyOf, suggestionsOf } from '../store/snapshot'
import { hasStory, loadStory } from '../store/stories'
import { homeOf } from '../store/story-homes'
import { standingOf } from '../store/story-standing'
import { slugInUse } from '../store/slugs'
import { houseStyle } from './desk-language'
import type { DeskSession } from './desk-session'
import { whyNotOwnChange } from './wrote-since'

/** Everything that the inspector shows of a story, derived from its document, its log and the outbox. Writes nothing. */
export function statusOf(session: DeskSession, id: StoryId): StoryStatus {
  const desk = deskFor(session.desk, id)
  const { current, currentRevision, workflow } = session.derived(id)
  const findings = findingsOf(session, id)
  const rules = rulesOf(desk, { current, currentRevision })
  const by = memberFor(session.desk, id, session.member())
  const { policy } = desk.book.current(current.kind)
  return {
    id,
    row: session.row(id),
    workflow,
    ...displayState(workflow, currentRevision),
    currentRevision,
    revisions: revisionsShown(session, id, workflow),
    seen: lastSeen(desk.db, session.member().id, id),
    history: historyOf(countedEvents(desk, id, session.docs.get(id), workflow), workflow.rejected, wordingFor(session.desk, id, 'here')),
    findings,
    blocked: isBlocked(findings, policy),
    policy,
    review: reviewUnder(workflow.submitted, rules),
    waivable: (policy.waivable ?? []).map(({ check }) => check).filter((check) => whyNotWaiveNow(workflow, by, rules, { currentRevision, currentKind: current.kind }, check) === null),
    actions: allowedActions(workflow, by, rules, { currentRevision, currentKind: current.kind }).map((action) => (action.action === 'reapprove' && action.allowed ? { ...action, ...unlessOwn(session, id, by.id, workflow) } : action)),
    deliveries: deliveriesOf(desk.db, id),
    ...guestOf(session, id),
  }
}

function guestOf({ desk }: DeskSession, id: StoryId): Pick<StoryStatus, 'guestOf'> {
  const from = homeOf(desk.db, id)
  return from === undefined ? {} : { guestOf: from.home.desk.name }
}

/** The versions that a person may want to compare or to look at, with their names. */
function revisionsShown(session: DeskSession, id: StoryId, { approvedRevision, submitted, published }: WorkflowState): RevisionEntry[] {
  const { db } = session.desk
  const names = readVersionNames(session.docs.get(id))
  const decided = [approvedRevision, submitted?.revision ?? null, ...published.map(({ revision }) => revision)].filter((revision) => revision !== null)
  const seen = lastSeen(db, session.member().id, id)
  const asked = new Set([...names.keys(), ...decided, ...(seen === null ? [] : [seen.revision])])
  return revisionsOf(db, id, asked, 100).map((entry) => {
    const name = names.get(entry.id)?.name
    return name === undefined ? entry : { ...entry, name }
  })
}

/** That a small change is not for whoever wrote it. */
function unlessOwn(session: DeskSession, id: StoryId, by: MemberId, workflow: WorkflowState): { allowed: boolean; why: string } {
  const why = whyNotOwnChange(session, id, by, workflow) ?? ''
  return { allowed: why === '', why }
}

/** What preflight says of a story as it stands now. */
export function findingsOf(session: DeskSession, id: StoryId): Finding[] {
  const { current, currentRevision, workflow } = session.derived(id)
  const waivers = new Map((workflow.waivers ?? []).filter(({ revision }) => revision === currentRevision).map((waiver) => [waiver.check, waiver]))
  const nameOf = (by: string): string => deskFor(session.desk, id).members.find((member) => member.id === by)?.name ?? 'A former member'
  return check(session, current, workflow.clearances).map((finding) => {
    const waiver = waivers.get(finding.check)
    return waiver === undefined ? finding : { ...finding, waived: { by: nameOf(waiver.by), at: waiver.at, reason: waiver.reason } }
  })
}

function reviewUnder(submitted: WorkflowState['submitted'], rules: Rules): StoryStatus['review'] {
  const named = submitted && rulesNamed(rules, submitted)
  return named ? { policy: named.policy, since: named.since, replacedAt: named.replacedAt } : null
}

function check(session: DeskSession, current: Revision, clearances: WorkflowState['clearances']): Finding[] {
  const desk = deskFor(session.desk, current.story)
  const slug = current.fields['slug']
  return preflight({
    kind: session.kindOf(current.story),
    fields: current.fields,
    body: current.body,
    story: current.story,
    now: Instant.parse(new Date().toISOString()),
    policy: desk.book.current(current.kind).policy,
    purpose: 'submit',
    slugTaken: typeof slug === 'string' && slugInUse(desk.db, slug, current.story),
    assetMime: (hash) => mimeOf(session, hash),
    ...(clearances && { clearances }),
    suggestions: suggestionsOf(session.docs.get(current.story)),
    storyKnown: (story) => hasStoryOf(session, story),
    storyStanding: (story) => standingOfStory(session, story),
    storyHeadings: (story) => headingsOf(session, story),
    style: { terms: houseStyle(desk.db), dismissed: new Set(readDismissals(session.docs.get(current.story)).keys()) },
  })
}

/** The type of a file of the desk; undefined when it is not there, or what a story says is no hash at all. */
function mimeOf({ desk }: DeskSession, hash: string): string | undefined {
  const parsed = AssetHash.safeParse(hash)
  return parsed.success ? describeAsset(desk.db, parsed.data)?.mime : undefined
}

function hasStoryOf({ desk }: DeskSession, story: string): boolean {
  const id = StoryId.safeParse(story)
  return id.success && hasStory(desk.db, id.data)
}

function standingOfStory({ desk }: DeskSession, story: string): StoryStanding {
  const id = StoryId.safeParse(story)
  return id.success ? standingOf(desk.db, id.data) : 'unknown'
}

/** The headings of a story as it stands. Only links to a heading ask: others don't open the story that they lead to. */
function headingsOf({ desk }: DeskSession, story: string): ReadonlySet<string> | undefined {
  const id = StoryId.safeParse(story)
  return id.success && hasStory(desk.db, id.data) ? new Set(headingIds(bodyOf(loadStory(desk.db, id.data))).values()) : undefined
}
