import './segments.css'
import type { LucideIcon } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Hint } from './Hint'

interface SegmentOption<T extends string> {
  readonly value: T
  readonly label: string
  /** Shown instead of the label, which is then the name and the first words of the tooltip. */
  readonly icon?: LucideIcon
  readonly hint?: string
  readonly keys?: string | undefined
}

interface SegmentsProps<T extends string> {
  /** What is chosen here, for screen readers. */
  readonly label: string
  readonly value: T
  readonly options: readonly SegmentOption<T>[]
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
      {options.map((option) => (
        <Segment key={option.value} option={option} chosen={option.value === value} onChoose={() => onChange(option.value)} />
      ))}
    </div>
  )
}

function Segment<T extends string>({ option, chosen, onChoose }: { readonly option: SegmentOption<T>; readonly chosen: boolean; readonly onChoose: () => void }) {
  const { label, icon: Icon, hint, keys } = option
  const button = (
    <button type="button" role="radio" aria-checked={chosen} aria-label={Icon && label} tabIndex={chosen ? 0 : -1} data-value={option.value} className="segments__one" onClick={onChoose}>
      {Icon ? <Icon size={15} aria-hidden /> : label}
    </button>
  )
  const words = Icon && hint !== undefined ? `${label}: ${hint}` : hint
  return words === undefined ? (
    button
  ) : (
    <Hint text={words} keys={keys}>
      {button}
    </Hint>
  )
}
