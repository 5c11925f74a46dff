import { changeClasses, countsByClass } from '@shared/redline/change-words'
import type { ChangeClass, Redline } from '@shared/redline/redline-shape'

interface ClassFilterProps {
  readonly counts: Redline['counts']
  readonly only: ReadonlySet<ChangeClass>
  readonly onChange: (only: ReadonlySet<ChangeClass>) => void
}

const meanings = new Map(changeClasses.map(({ id, meaning }) => [id, meaning]))

/** How many changes there are of each class. Those that are pressed are the ones that one walks through; with none, all are. */
export function ClassFilter({ counts, only, onChange }: ClassFilterProps) {
  const toggle = (id: ChangeClass): void => {
    const next = new Set(only)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <div className="redline__classes" role="group" aria-label="Walk only through">
      {countsByClass(counts).map(({ id, text }) => (
        <button key={id} type="button" className="redline__class" data-class={id} aria-pressed={only.has(id)} title={meanings.get(id)} onClick={() => toggle(id)}>
          {text}
        </button>
      ))}
      {only.size > 0 && (
        <button type="button" className="redline__class redline__class--all" onClick={() => onChange(new Set())}>
          Show all
        </button>
      )}
    </div>
  )
}
