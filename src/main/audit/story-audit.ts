import { auditOf } from '../../shared/audit/audit-of'
import type { AuditReport } from '../../shared/audit/audit-report'
import { journeys } from '../../shared/audit/journeys'
import { wordingOf, type Wording } from '../../shared/audit/wording'
import { DeskError } from '../../shared/result'
import { KindId, type StoryId } from '../../shared/story/ids'
import { storyMeta, storyText } from '../../shared/story/story-doc'
import type { Desk } from '../desk/desk'
import { peopleOf } from '../desk/story-desk'
import { logOf } from '../desk/story-workflow'
import { namedRevisions, readableEvents } from './named-revisions'
import { hasAsset } from '../store/assets'
import { deliveriesOf } from '../store/deliveries'
import { packetsOf } from '../store/packets'
import { getRevision, revisionsOf } from '../store/revisions'
import { loadStory } from '../store/stories'
import { listTargets } from '../store/targets'

/**
 * The account of a story from the desk's file alone: nothing that is in memory or was derived before is believed.
 * @throws DeskError `no-story`, `story-damaged`.
 */
export function storyAudit(desk: Desk, id: StoryId, times: 'utc' | 'here' = 'utc'): AuditReport {
  const doc = loadStory(desk.db, id)
  const wording = wordingFor(desk, id, times)
  const named = namedRevisions(readableEvents(doc))
  return auditOf({
    desk: desk.name,
    headline: storyText(doc, 'headline').toString().trim(),
    kind: KindId.catch(KindId.parse('unknown')).parse(storyMeta(doc).get('kind')),
    log: logOf(desk, id, doc),
    wording,
    revisions: revisionsOf(desk.db, id)
      .filter(({ id: revision }) => named.has(revision))
      .map(({ id: revision, headline, createdAt }) => ({ id: revision, headline, createdAt, hash: hashOf(desk, revision) })),
    hasFile: (hash) => hasAsset(desk, hash),
    journeys: journeys(deliveriesOf(desk.db, id), packetsOf(desk.db, id), wording),
  })
}

/** How people and places of a story are named. */
export function wordingFor(desk: Desk, id: StoryId, times: 'utc' | 'here' = 'utc'): Wording {
  return wordingOf(peopleOf(desk, id), listTargets(desk.db), times)
}

function hashOf({ db }: Desk, revision: Parameters<typeof getRevision>[1]): 'right' | 'wrong' {
  try {
    return getRevision(db, revision) === undefined ? 'wrong' : 'right'
  } catch (error) {
    if (error instanceof DeskError) return 'wrong'
    throw error
  }
}
