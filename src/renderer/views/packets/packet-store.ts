import { create } from 'zustand'
import { showOverlay, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { complain } from '../../ui/notices'

/** What is being sent of the open story, if anything. */
export const usePacketDialog = create<{ readonly dialog: 'none' | 'send' | 'reply' }>(() => ({ dialog: 'none' }))
export const showPacketDialog = (dialog: 'send' | 'reply'): void => usePacketDialog.setState({ dialog })
export const closePacketDialog = (): void => usePacketDialog.setState({ dialog: 'none' })

/** The packet that is being opened, if any. */
export const useOpening = create<{ readonly file: string | null }>(() => ({ file: null }))

/** Asks for a packet's file and shows what is in it. */
export async function choosePacket(): Promise<void> {
  const file = await ask('packet.choose')
  if (!file.ok) return complain(file.error)
  if (file.value !== null) showPacket(file.value)
}

/** Shows what is in a packet. It waits when no desk is open yet: whoever opens it does so on a desk. */
export function showPacket(file: string): void {
  useOpening.setState({ file })
  if (useApp.getState().desk !== null) showOverlay('openPacket')
}

/** Shows the packet that the app was asked to open, if there is one. */
export async function showWaitingPacket(): Promise<void> {
  const waiting = await ask('packet.waiting')
  if (waiting.ok && waiting.value !== null) showPacket(waiting.value)
}

/** Takes a packet that was dropped on the window to where it can be opened. */
export async function dropPacket(file: File): Promise<void> {
  const kept = await ask('packet.drop', { name: file.name.slice(0, 255), bytes: new Uint8Array(await file.arrayBuffer()) })
  if (kept.ok) showPacket(kept.value)
  else complain(kept.error)
}
