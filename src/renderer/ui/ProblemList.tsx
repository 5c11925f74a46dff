import './problem-list.css'
import type { Failure } from '@shared/result'
import { CircleAlert } from 'lucide-react'

/** What went wrong or was left out, each with the place that it is about. */
export function ProblemList({ title, problems }: { readonly title?: string; readonly problems: readonly Failure[] }) {
  return (
    <section className="problems" role={title ? undefined : 'alert'}>
      {title && <h3 className="problems__title">{title}</h3>}
      <ul>
        {problems.map(({ message, place }, index) => (
          <li key={`${index}-${message}`} className="problem">
            <CircleAlert size={15} aria-hidden />
            <span>
              {message}
              {place && !message.includes(place) && <small className="problem__place">{place}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
