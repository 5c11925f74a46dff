import { restoreRevision } from '@shared/history/restore-revision'
import type { KeptVersion } from '@shared/history/kept-version'
import { allFields } from '@shared/story/kind'
import { showMode } from '../../app/app-store'
import { call } from '../../app/bridge'
import { settleStatus } from '../../story/status-store'
import type { StorySession } from '../../story/story-session'
import { failureOf } from '../../ui/failure'
import { complain, inform } from '../../ui/notices'

/** Brings an earlier version back as one edit that can be undone. What stood there is a version of its own first. */
export async function restoreVersion(session: StorySession, { revision: id, name }: Pick<KeptVersion, 'revision' | 'name'>): Promise<void> {
  try {
    await session.flush()
    const { revision } = await call('history.restore', { id: session.id, revision: id })
    const otherKind = revision.kind !== session.kind.id
    if (otherKind) await call('story.changeKind', { id: session.id, kind: revision.kind })
    session.change((doc) => restoreRevision(doc, revision, allFields(session.kind)))
    showMode('write')
    await settleStatus(session)
    const what = name === '' ? 'The earlier version is back' : `‘${name}’ is back`
    const kind = otherKind ? `, and so is its kind, ${session.kind.label.toLowerCase()}` : ''
    inform(`${what}${kind}. What stood here before is kept in the history.`, { label: 'Undo', run: () => void session.history.undo() })
  } catch (error) {
    complain(failureOf(error))
  }
}
