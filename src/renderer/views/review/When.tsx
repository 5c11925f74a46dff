import './when.css'
import { fullDate, shortDate } from '../../ui/dates'

/** A moment as people say it; in full in its title. */
export function When({ at }: { readonly at: string }) {
  return (
    <time className="when" dateTime={at} title={fullDate(at)}>
      {shortDate(at)}
    </time>
  )
}
