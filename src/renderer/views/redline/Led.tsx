import type { LinkChange } from '@shared/redline/link-changes'
import { targetText } from '@shared/redline/link-targets'
import { useRedlineAround } from './redline-context'

interface LedProps {
  readonly link: LinkChange
  readonly part: number | undefined
  readonly change: string | undefined
}

/** Where a link led and where it leads now, behind its words: what one can't see in them is what matters most. */
export function Led({ link: { before, after }, part, change }: LedProps) {
  const { targets } = useRedlineAround()
  return (
    <span className="redline__led" data-part={part} data-class={change}>
      {before !== null && (
        <del data-said="led to" dir="auto">
          {targetText(before, targets)}
        </del>
      )}
      {after !== null && (
        <ins data-said="leads to" dir="auto">
          {targetText(after, targets)}
        </ins>
      )}
    </span>
  )
}
