import { create } from 'zustand'
import { showOverlay, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { isModalOpen } from '../../ui/layer'
import { complain, inform } from '../../ui/notices'

/** What is being sent of the open story, if anything. */
export const usePacketDialog = create<{ readonly dialog: 'none' | 'send' | 'reply' }>(() => ({ dialog: 'none' }))
export const showPacketDialog = (dialog: 'send' | 'reply'): void => usePacketDialog.setState({ dialog })
export const closePacketDialog = (): void => usePacketDialog.setState({ dialog: 'none' })

interface PacketOpening {
  /** The packet that is being opened, if any. */
  readonly file: string | null
  /** Packets whose turn comes when a desk is open and no dialog is in the way, the first one first. */
  readonly waiting: readonly string[]
}
export const useOpening = create<PacketOpening>(() => ({ file: null, waiting: [] }))

/** Asks for a packet's file and shows what is in it. */
export async function choosePacket(): Promise<void> {
  const file = await ask('packet.choose')
  if (!file.ok) return complain(file.error)
  if (file.value !== null) showPacket(file.value)
}

/** Shows what is in a packet. It waits when no desk is open yet: whoever opens it does so on a desk. */
function showPacket(file: string): void {
  if (useApp.getState().desk === null) return useOpening.setState(({ waiting }) => ({ waiting: [...waiting, file] }))
  useOpening.setState({ file })
  showOverlay('openPacket')
}

/** No packet is being opened any more. */
export const endOpening = (): void => useOpening.setState({ file: null })

/** Takes the packets that the app was asked to open: each gets its turn. */
export async function takeWaitingPackets(): Promise<void> {
  for (let taken = await ask('packet.waiting'); taken.ok && taken.value !== null; taken = await ask('packet.waiting')) {
    const file = taken.value
    useOpening.setState(({ waiting }) => ({ waiting: [...waiting.filter((other) => other !== file), file] }))
  }
  if (useOpening.getState().waiting.length > 0 && useApp.getState().desk !== null && isModalOpen()) inform('The packet is shown as soon as this dialog is closed.')
  showNextPacket()
}

/** Shows the next of the packets that wait, if nothing is in its way. */
export function showNextPacket(): void {
  const { waiting } = useOpening.getState()
  const [file, ...others] = waiting
  if (file === undefined || useApp.getState().desk === null || isModalOpen()) return
  useOpening.setState({ waiting: others })
  showPacket(file)
}

/** Bytes of a packet that can be dropped: a larger one is read from where it is. */
const mostDropped = 200 * 1024 * 1024

/** Takes a packet that was dropped on the window to where it can be opened. */
export async function dropPacket(file: File): Promise<void> {
  if (file.size > mostDropped) return complain({ message: 'This packet is too large to be dropped here. Choose ‘Open packet…’ in the File menu instead.', place: file.name })
  const kept = await ask('packet.drop', { name: file.name.slice(0, 255), bytes: new Uint8Array(await file.arrayBuffer()) })
  if (kept.ok) showPacket(kept.value)
  else complain(kept.error)
}
