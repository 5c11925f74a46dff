import { restoreRevision } from '@shared/history/restore-revision'
import type { KeptVersion } from '@shared/history/kept-version'
import { allFields, type Kind } from '@shared/story/kind'
import type { Revision } from '@shared/story/revision'
import { showMode, useApp } from '../../app/app-store'
import { call } from '../../app/bridge'
import { settleStatus } from '../../story/status-store'
import type { StorySession } from '../../story/story-session'
import { failureOf } from '../../ui/failure'
import { complain, inform } from '../../ui/notices'
import { countSuggestions } from './open-suggestions'
import { restoredWords } from './restored-words'

/** Brings an earlier version back as one edit that can be undone. What stood there is a version of its own first. */
export async function restoreVersion(session: StorySession, { revision: id, name }: Pick<KeptVersion, 'revision' | 'name'>): Promise<void> {
  try {
    await session.flush()
    const { revision, missing } = await call('history.restore', { id: session.id, revision: id })
    const kindBefore = session.kind
    const kind = await kindFor(session, revision)
    const suggestions = countSuggestions(session)
    session.change((doc) => restoreRevision(doc, revision, allFields(kind)))
    showMode('write')
    await settleStatus(session)
    const told = restoredWords({ name, missing, kind: kind.label, otherKind: kind.id !== kindBefore.id, kindGone: kind.id !== revision.kind, suggestionsGone: suggestions - countSuggestions(session) })
    inform(told, { label: 'Undo', run: () => void session.history.undo() })
  } catch (error) {
    complain(failureOf(error))
  }
}

/** The kind that a version is brought back in: its own, as long as the desk has it, which the story is given first; else the one that the story has. */
async function kindFor(session: StorySession, { kind }: Revision): Promise<Kind> {
  const wanted = useApp.getState().desk?.kinds.find(({ id }) => id === kind)
  if (wanted === undefined || wanted.id === session.kind.id) return session.kind
  await call('story.changeKind', { id: session.id, kind: wanted.id })
  session.adoptKind(wanted)
  return wanted
}
