import type { PacketRecord } from '@shared/packet/packet-entry'
import type { StoryId } from '@shared/story/ids'
import { useEffect, useState } from 'react'
import { ask, on } from '../../app/bridge'

/** The packets of a story that were sent and received here, the latest first; null until they are known. */
export function usePackets(story: StoryId): readonly PacketRecord[] | null {
  const [packets, setPackets] = useState<readonly PacketRecord[] | null>(null)
  useEffect(() => {
    let shown = true
    const refresh = (): void => void ask('packet.list', { story }).then((answer) => shown && answer.ok && setPackets(answer.value))
    refresh()
    const stop = on('stories.changed', ({ ids }) => ids.includes(story) && refresh())
    return () => {
      shown = false
      stop()
    }
  }, [story])
  return packets
}
