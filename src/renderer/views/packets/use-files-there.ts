import type { CallOutput } from '@shared/ipc'
import type { MemberId, StoryId } from '@shared/story/ids'
import { useEffect, useState } from 'react'
import { ask } from '../../app/bridge'

type FilesThere = CallOutput<'packet.filesThere'>
const none: FilesThere = { files: 0, size: 0 }

/** The files of a story that somebody has on their desk already; none for somebody new, or until it is known. */
export function useFilesThere(story: StoryId, to: MemberId | undefined): FilesThere {
  const [known, setKnown] = useState<{ readonly to: MemberId; readonly there: FilesThere } | null>(null)
  useEffect(() => {
    let asked = true
    if (to !== undefined) void ask('packet.filesThere', { story, to }).then((answer) => asked && answer.ok && setKnown({ to, there: answer.value }))
    return () => {
      asked = false
    }
  }, [story, to])
  return known !== null && known.to === to ? known.there : none
}
