import type { Clearance } from '@shared/clearance/clearance'
import type { Part } from '@shared/clearance/parts'
import { create } from 'zustand'
import type { CommandHandlers } from '../../../app/command-registry'
import { languageOf } from '../../../editor/clearances/clearances-of-text'
import { partAt } from '../../../editor/clearances/parts-in-text'
import { useShownEditor } from '../../../editor/insert-words'
import { statusNow, statusSoon } from '../../../story/status-store'
import type { StorySession } from '../../../story/story-session'
import { inform } from '../../../ui/notices'
import { mayNow } from '../../workflow/allowed-now'

interface Clearing {
  readonly clear: Part | null
  readonly takeBack: Clearance | null
}

/** What is being cleared, or whose clearance is being taken back, in a dialog. */
export const useClearing = create<Clearing>(() => ({ clear: null, takeBack: null }))

export const clearInDialog = (part: Part): void => useClearing.setState({ clear: part, takeBack: null })
export const takeBackInDialog = (clearance: Clearance): void => useClearing.setState({ clear: null, takeBack: clearance })
export const closeClearing = (): void => useClearing.setState({ clear: null, takeBack: null })

/** Clears the part of the text that the cursor is in. */
export function clearanceCommands(session: StorySession): CommandHandlers {
  return {
    'story.clear': {
      known: () => statusSoon(session.id),
      enabled: () => {
        const status = statusNow(session.id)
        return status !== null && mayNow(status, 'clear')
      },
      run: () => {
        const { editor } = useShownEditor.getState()
        const placed = editor === null ? null : partAt(editor.state, languageOf(session))
        if (placed === null) return inform('Put the cursor into a quotation, a picture, a table, a file or a sentence with a number: each can be cleared by itself.')
        clearInDialog(placed.part)
      },
    },
  }
}
