import type { PacketWritten } from '@shared/packet/packet-report'
import type { Failure, Result } from '@shared/result'
import type { StoryId } from '@shared/story/ids'
import { useState } from 'react'
import { ask } from '../../app/bridge'
import { useJob, type JobProgress } from '../../app/use-job'
import { settleStatus } from '../../story/status-store'
import { useStorySession } from '../../story/StoryProvider'
import { failureOf } from '../../ui/failure'
import { inform } from '../../ui/notices'

interface PacketWriting {
  readonly progress: JobProgress | null
  readonly failure: Failure | null
  readonly written: PacketWritten | null
  /** Asks for a place, stores the last key, and writes the packet. @param whenWritten Is called when it is on the disk. */
  readonly write: (work: (file: string, job: string) => Promise<Result<PacketWritten>>, whenWritten: () => void) => Promise<void>
  readonly cancel: () => void
}

/** A packet on its way to a file: chosen by the person, written by a job that can be cancelled. */
export function usePacketWriting(story: StoryId): PacketWriting {
  const session = useStorySession()
  const { progress, run, cancel } = useJob()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [written, setWritten] = useState<PacketWritten | null>(null)
  const write: PacketWriting['write'] = async (work, whenWritten) => {
    setFailure(null)
    const place = await ask('packet.choosePlace', { story })
    if (!place.ok) return setFailure(place.error)
    const file = place.value
    if (file === null) return
    try {
      await settleStatus(session)
    } catch (error) {
      return setFailure(failureOf(error))
    }
    const answer = await run('Writing the packet', (job) => work(file, job))
    if (answer.ok) {
      whenWritten()
      setWritten(answer.value)
    } else if (answer.error.code === 'cancelled') inform(answer.error.message)
    else setFailure(answer.error)
  }
  return { progress, failure, written, write, cancel }
}
