import { useApp } from '../../app/app-store'
import { on } from '../../app/bridge'
import { isModalOpen, onModalsClosed } from '../../ui/layer'
import { complain } from '../../ui/notices'
import { failureOf } from '../../ui/failure'
import { dropPacket, showNextPacket, takeWaitingPackets } from './packet-store'

/** Hears of packets that come without being asked for: dropped anywhere on the window, or opened in the system's own window of files. */
export function listenForPackets(target: Window): void {
  on('packet.offered', () => void takeWaitingPackets())
  // Before the editor and the fields, which would take the file for an attachment.
  target.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault(), { capture: true })
  target.addEventListener('drop', takeDropped, { capture: true })
  useApp.subscribe(({ desk }, before) => desk !== null && before.desk === null && showNextPacket())
  // Whoever closes a dialog may close more than that: the next one comes when they are done.
  onModalsClosed(() => queueMicrotask(showNextPacket))
  void takeWaitingPackets()
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true

function takeDropped(event: DragEvent): void {
  const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => name.toLowerCase().endsWith('.copydesk'))
  if (file === undefined) return
  event.preventDefault()
  event.stopPropagation()
  if (isModalOpen()) return complain({ message: 'Close the dialog first, then drop the packet again.' })
  dropPacket(file).catch((error: unknown) => complain(failureOf(error)))
}
