import { assetName } from '../../shared/packet/entry-names'
import { reviewPage } from '../../shared/packet/review-page'
import type { DeskName } from '../../shared/packet/story-home'
import { redline } from '../../shared/redline/redline'
import { Instant, type AssetHash, type RevisionId } from '../../shared/story/ids'
import type { Kind } from '../../shared/story/kind'
import { revisionId, type Revision } from '../../shared/story/revision'
import type { WorkflowState } from '../../shared/workflow/state'
import type { Desk } from '../desk/desk'
import { knownToReaders } from '../desk/known-to-readers'
import { peopleOf } from '../desk/story-desk'
import { workflowOf } from '../desk/story-workflow'
import { readSetting } from '../store/settings'
import type { ComposeRequest } from './compose-packet'
import { inlinePictures } from './inline-pictures'

interface PageParts {
  readonly current: Revision
  readonly revisions: ReadonlyMap<RevisionId, Revision>
  readonly kind: Kind
  readonly home: DeskName
}

/** The page of a packet: what is under review, or the story as it stands, beside what was approved or reviewed before. */
export async function pageOf(desk: Desk, { story, doc, submitted: coming, sender, to, note, due }: ComposeRequest, { current, revisions, kind, home }: PageParts): Promise<string> {
  const state = workflowOf(desk, story, doc, coming === null ? undefined : revisionId(coming))
  const own = { id: readSetting(desk.db, 'id'), name: desk.name }
  const answers = own.id !== home.id
  const submitted = state.submitted === null ? undefined : revisions.get(state.submitted.revision)
  const shown = answers ? current : (submitted ?? current)
  const earlier = answers ? submitted : state.approvedRevision === null ? undefined : revisions.get(state.approvedRevision)
  const pictures = await inlinePictures(desk, shown.assets.map(({ hash }) => hash))
  return reviewPage({
    revision: shown,
    kind,
    // What is not in the page is in the packet, beside it.
    assetAddress: (hash: AssetHash) => pictures.get(hash) ?? assetName(hash),
    packet: { sender, desk: own, home, to, note, due, at: Instant.parse(new Date().toISOString()) },
    changes: earlier === undefined || earlier === shown ? null : { redline: redline(earlier, shown, knownToReaders(desk, earlier, shown, kind)), since: answers ? 'since it was submitted' : 'since it was last approved' },
    decisions: decisionsOf(desk, story, state),
  })
}

/** What is decided about the version under review, one sentence each. */
function decisionsOf(desk: Desk, story: ComposeRequest['story'], { approvals, changesRequested, state }: WorkflowState): string[] {
  const nameOf = (id: string): string => peopleOf(desk, story).find((member) => member.id === id)?.name ?? 'Somebody'
  const approved = approvals.map(({ by, note }) => `${nameOf(by)} approved it${note === '' ? '.' : `: ${note}`}`)
  return state === 'changesRequested' && changesRequested !== null ? [`${nameOf(changesRequested.by)} asked for changes: ${changesRequested.reason}`] : approved
}
