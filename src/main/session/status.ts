import type { StoryStatus } from '../../shared/ipc'
import type { Finding } from '../../shared/checks/finding'
import { isBlocked, preflight } from '../../shared/checks/preflight'
import { DeskError } from '../../shared/result'
import { AssetHash, Instant, type StoryId } from '../../shared/story/ids'
import { revisionId, type Revision } from '../../shared/story/revision'
import { storyLog } from '../../shared/story/story-doc'
import { allowedActions } from '../../shared/workflow/allowed-actions'
import { displayState } from '../../shared/workflow/display-state'
import { workflowOf } from '../desk/story-workflow'
import { describeAsset } from '../store/assets'
import { deliveriesOf } from '../store/deliveries'
import { revisionsOf } from '../store/revisions'
import { snapshot } from '../store/snapshot'
import { slugInUse, storyRow } from '../store/story-index'
import { listTargets } from '../store/targets'
import type { DeskSession } from './desk-session'
import { historyOf } from './history'

/** Everything that the inspector shows of a story, derived anew from its document, its log and the outbox. */
export function statusOf(session: DeskSession, id: StoryId): StoryStatus {
  const { desk } = session
  const doc = session.docs.get(id)
  // Only when it waits: each refresh tells the window, which then asks for the status again.
  session.index.settle(id)
  const row = storyRow(desk.db, id)
  if (row === undefined) throw new DeskError('no-story', 'This story is not on the desk.')
  const current = snapshot(desk, id, doc)
  const currentRevision = revisionId(current)
  const workflow = workflowOf(desk, id, doc)
  const findings = check(session, current)
  return {
    id,
    row,
    workflow,
    ...displayState(workflow, currentRevision),
    currentRevision,
    revisions: revisionsOf(desk.db, id),
    history: historyOf(new Map(storyLog(doc).entries()), workflow, desk.members, listTargets(desk.db)),
    findings,
    blocked: isBlocked(findings, desk.policy),
    actions: allowedActions(workflow, session.member(), desk.policy, desk.members, currentRevision),
    deliveries: deliveriesOf(desk.db, id),
  }
}

/** What preflight says of a story as it stands now. */
export function findingsOf(session: DeskSession, id: StoryId): Finding[] {
  return check(session, snapshot(session.desk, id, session.docs.get(id)))
}

function check({ desk, kindOf }: DeskSession, current: Revision): Finding[] {
  const slug = current.fields['slug']
  return preflight({
    kind: kindOf(current.story),
    fields: current.fields,
    body: current.body,
    now: Instant.parse(new Date().toISOString()),
    policy: desk.policy,
    purpose: 'submit',
    slugTaken: typeof slug === 'string' && slugInUse(desk.db, slug, current.story),
    assetMime: (hash) => describeAsset(desk.db, AssetHash.parse(hash))?.mime,
  })
}
