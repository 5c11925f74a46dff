import type { StoryId } from '@shared/story/ids'
import { useEffect } from 'react'
import { Button } from '../../ui/Button'
import { chooseNoFirst, useHistoryChoice } from './history-store'
import { titleOf } from './history-words'

/** Asks for the second of two versions to compare; Escape takes it back. */
export function PickSecond({ story }: { readonly story: StoryId }) {
  const first = useHistoryChoice((choice) => (choice.first?.story === story ? choice.first.version : null))
  useEffect(() => {
    if (first === null) return
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      chooseNoFirst()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [first])
  // Who leaves the history has thought better of it.
  useEffect(() => chooseNoFirst, [])
  if (first === null) return null
  return (
    <div className="history-panel__pick" role="status">
      <p dir="auto">
        Choose the version to compare with <strong>{titleOf(first)}</strong>.
      </p>
      <Button size="small" look="quiet" onClick={chooseNoFirst}>
        Cancel
      </Button>
    </div>
  )
}
