import './segments.css'
import type { KeyboardEvent } from 'react'
import { Hint } from './Hint'

interface SegmentsProps<T extends string> {
  /** What is chosen here, for screen readers. */
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string; readonly keys?: string | undefined }[]
  readonly onChange: (value: T) => void
}

/** A choice of a few, all of them visible: one stop in the tab order, arrows inside. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const at = options.findIndex((option) => option.value === value)
    const next = options[(at + step + options.length) % options.length]
    if (next === undefined) return
    onChange(next.value)
    event.currentTarget.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus()
  }
  return (
    <div className="segments" role="radiogroup" aria-label={label} onKeyDown={move}>
      {options.map((option) => {
        const chosen = option.value === value
        const button = (
          <button key={option.value} type="button" role="radio" aria-checked={chosen} tabIndex={chosen ? 0 : -1} data-value={option.value} className="segments__one" onClick={() => onChange(option.value)}>
            {option.label}
          </button>
        )
        return option.hint === undefined ? button : <Hint key={option.value} text={option.hint} keys={option.keys}>{button}</Hint>
      })}
    </div>
  )
}
