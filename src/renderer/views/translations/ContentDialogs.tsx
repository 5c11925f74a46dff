import { useEffect, useMemo } from 'react'
import type { StoryStatus } from '@shared/ipc'
import { useCommands } from '../../app/command-registry'
import { ask } from '../../app/bridge'
import { useIsSuggesting } from '../../editor/suggestions/suggest-mode'
import { statusNow, statusSoon } from '../../story/status-store'
import type { StorySession } from '../../story/story-session'
import { useStorySession } from '../../story/StoryProvider'
import { complain, inform } from '../../ui/notices'
import { ChangeKindDialog } from '../change-kind/ChangeKindDialog'
import { LinkTranslationDialog } from './LinkTranslationDialog'
import { SuggestLanguageDialog } from './SuggestLanguageDialog'
import { TranslateDialog } from './TranslateDialog'
import { closeContentDialog, openContentDialog, useContentDialog } from './translation-store'

/** Offers what can be said of a story as a whole: its translations and its kind. */
export function ContentDialogs({ status }: { readonly status: StoryStatus | null }) {
  const session = useStorySession()
  const { dialog } = useContentDialog()
  const suggesting = useIsSuggesting(session.id)
  // Leaving the story leaves its dialog too.
  useEffect(() => closeContentDialog, [])
  useCommands(
    useMemo(
      () => ({
        'story.translate': () => openContentDialog('translate'),
        'story.linkTranslation': () => openContentDialog('link'),
        'story.unlinkTranslation': { run: () => void unlink(session), known: () => statusSoon(session.id), enabled: () => (statusNow(session.id)?.row.translations.length ?? 0) > 0 },
        'story.changeKind': () => openContentDialog('changeKind'),
      }),
      [session],
    ),
  )
  if (status === null) return null
  switch (dialog) {
    case 'none':
      return null
    case 'translate':
      return suggesting && status.row.language === '' ? <SuggestLanguageDialog /> : <TranslateDialog row={status.row} />
    case 'link':
      return <LinkTranslationDialog row={status.row} />
    case 'changeKind':
      return <ChangeKindDialog />
  }
}

async function unlink({ id }: StorySession): Promise<void> {
  const others = statusNow(id)?.row.translations ?? []
  const answer = await ask('story.unlinkTranslation', { id })
  if (!answer.ok) return complain(answer.error)
  const [first] = others
  inform('The story is not linked with its translations any more.', first && { label: 'Undo', run: () => void relink(id, first.id) })
}

async function relink(id: StorySession['id'], other: StorySession['id']): Promise<void> {
  const answer = await ask('story.linkTranslation', { id, other })
  if (!answer.ok) complain(answer.error)
}
