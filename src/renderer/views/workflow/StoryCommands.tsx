import { useMemo } from 'react'
import { actingMember, showMode, useApp } from '../../app/app-store'
import { useCommands, type CommandHandler, type CommandHandlers } from '../../app/command-registry'
import { statusNow, statusSoon } from '../../story/status-store'
import type { StorySession } from '../../story/story-session'
import { useStorySession } from '../../story/StoryProvider'
import { inform } from '../../ui/notices'
import { nameVersionOf } from '../history/history-store'
import { showInspectorTab } from '../inspector/inspector-tabs'
import { showChanges } from '../preview/preview-store'
import { clearanceCommands } from '../review/clearances/clearing'
import { commentCommands } from '../review/comment-commands'
import { actOnStory } from './act'
import { mayNow, whyNotPublish } from './allowed-now'
import { reapprove } from './reapprove'
import { decideIn } from './workflow-store'

/** Offers what can be decided about the story that is open. */
export function StoryCommands() {
  const session = useStorySession()
  useCommands(useMemo(() => commandsFor(session), [session]))
  return null
}

function commandsFor(session: StorySession): CommandHandlers {
  const known = (): Promise<void> | null => statusSoon(session.id)
  const allowed = (action: Parameters<typeof mayNow>[1]): Omit<CommandHandler, 'run'> => ({
    known,
    enabled: () => {
      const status = statusNow(session.id)
      return status !== null && mayNow(status, action)
    },
  })
  return {
    'story.preview': () => showMode(useApp.getState().mode === 'preview' ? 'write' : 'preview'),
    'story.submit': { run: () => decideIn('submit'), ...allowed('submit') },
    'story.approve': { run: () => decideIn('approve'), ...allowed('approve') },
    'story.reapprove': { run: () => void reapprove(session), ...allowed('reapprove') },
    'story.reassign': { run: () => decideIn('reassign'), ...allowed('reassign') },
    'story.requestChanges': { run: () => decideIn('requestChanges'), ...allowed('requestChanges') },
    'story.withdraw': { run: () => void withdraw(session), ...allowed('withdraw') },
    'story.withdrawApproval': { run: () => decideIn('withdrawApproval'), ...allowed('withdrawApproval') },
    'story.publish': { run: chooseTarget, known, enabled: () => mayPublish(session) },
    'story.archive': { run: () => void archive(session), ...allowed('archive') },
    'story.unarchive': { run: () => void unarchive(session), ...allowed('unarchive') },
    ...commentCommands(session),
    ...clearanceCommands(session),
    'history.keep': () => nameVersionOf(session.id, null),
    // Where a redline is read, it offers these itself.
    'changes.next': showChanges,
    'changes.previous': showChanges,
    'inspector.details': () => showInspectorTab('details'),
    'inspector.language': () => showInspectorTab('language'),
    'inspector.review': () => showInspectorTab('review'),
    'inspector.history': () => showInspectorTab('history'),
    'inspector.publish': () => showInspectorTab('publish'),
  }
}

/** Leads to where the story can go: the tab may be shown already. */
function chooseTarget(): void {
  showInspectorTab('publish')
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-labelledby="publish-title"] .button:not([aria-disabled])')?.focus())
}

function mayPublish({ id }: StorySession): boolean {
  const status = statusNow(id)
  const member = actingMember(useApp.getState())
  return status !== null && member !== undefined && whyNotPublish(status, member) === ''
}

async function withdraw(session: StorySession): Promise<void> {
  if (await actOnStory(session, { type: 'withdraw' })) inform('Withdrawn from review. It is a draft again.')
}

async function archive(session: StorySession): Promise<void> {
  if (await actOnStory(session, { type: 'archive' })) inform('Moved to the archive.', { label: 'Undo', run: () => void actOnStory(session, { type: 'unarchive' }) })
}

async function unarchive(session: StorySession): Promise<void> {
  if (await actOnStory(session, { type: 'unarchive' })) inform('Taken out of the archive. It is a draft again.')
}
