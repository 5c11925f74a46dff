import type { StoryStatus } from '@shared/ipc'
import { useEffect } from 'react'
import { closePacketDialog, usePacketDialog } from './packet-store'
import { ReplyDialog } from './ReplyDialog'
import { SendPacketDialog } from './SendPacketDialog'

/** What is being sent of the open story. */
export function PacketDialogs({ status }: { readonly status: StoryStatus }) {
  const dialog = usePacketDialog((state) => state.dialog)
  // Leaving the story leaves its dialog too.
  useEffect(() => closePacketDialog, [])
  if (dialog === 'none') return null
  return dialog === 'send' ? <SendPacketDialog status={status} /> : <ReplyDialog status={status} />
}
