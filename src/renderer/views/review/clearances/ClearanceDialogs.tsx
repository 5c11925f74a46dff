import { useEffect } from 'react'
import { ClearDialog } from './ClearDialog'
import { closeClearing, useClearing } from './clearing'
import { TakeBackDialog } from './TakeBackDialog'

/** What is being cleared in the open story, or taken back. */
export function ClearanceDialogs() {
  const { clear, takeBack } = useClearing()
  // Leaving the story leaves its dialog too.
  useEffect(() => closeClearing, [])
  if (clear !== null) return <ClearDialog part={clear} />
  return takeBack === null ? null : <TakeBackDialog clearance={takeBack} />
}
