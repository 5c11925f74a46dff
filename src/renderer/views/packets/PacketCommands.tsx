import { useMemo } from 'react'
import { useApp } from '../../app/app-store'
import { useCommands } from '../../app/command-registry'
import { useStorySession } from '../../story/StoryProvider'
import { guestNamed } from './guest-story'
import { showPacketDialog } from './packet-store'

/** Offers what can be sent of the story that is open: a story of this desk for review, one of another desk back to it. */
export function PacketCommands() {
  const { id } = useStorySession()
  useCommands(
    useMemo(() => {
      const isGuest = (): boolean => guestNamed(useApp.getState().desk, id) !== undefined
      return { 'packet.send': { run: () => showPacketDialog('send'), enabled: () => !isGuest() }, 'packet.reply': { run: () => showPacketDialog('reply'), enabled: isGuest } }
    }, [id]),
  )
  return null
}
