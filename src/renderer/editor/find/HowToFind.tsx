import './how-to-find.css'
import type { FindOptions } from '@shared/find/find-options'
import { CaseSensitive, createLucideIcon, Regex, WholeWord, type LucideIcon } from 'lucide-react'
import { IconButton } from '../../ui/Button'

/** A letter with an accent, in the manner of the letters beside it. */
const Accent = createLucideIcon('accent', [
  ['circle', { cx: 11, cy: 15, r: 4, key: 'bowl' }],
  ['path', { d: 'M15 11v8', key: 'stem' }],
  ['path', { d: 'm11 7 4-4', key: 'accent' }],
])

interface HowToFindProps {
  readonly options: FindOptions
  readonly onChange: (changed: Partial<FindOptions>) => void
}

/** How words are looked for, as buttons that stay down: the same in a story and across the desk. */
export function HowToFind({ options: { matchCase, ignoreAccents, wholeWord, regexp }, onChange }: HowToFindProps) {
  return (
    <>
      <Choice icon={CaseSensitive} label="Match case" on={matchCase} onToggle={() => onChange({ matchCase: !matchCase })} />
      <Choice icon={Accent} label="Ignore accents" on={ignoreAccents && !regexp} unavailable={regexp && 'an expression says itself which letters it means.'} onToggle={() => onChange({ ignoreAccents: !ignoreAccents })} />
      <Choice icon={WholeWord} label="Whole word" on={wholeWord} onToggle={() => onChange({ wholeWord: !wholeWord })} />
      <Choice icon={Regex} label="Regular expression" on={regexp} onToggle={() => onChange({ regexp: !regexp })} />
    </>
  )
}

interface ChoiceProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly on: boolean
  readonly unavailable?: string | false
  readonly onToggle: () => void
}

function Choice({ icon, label, on, unavailable = false, onToggle }: ChoiceProps) {
  return <IconButton icon={icon} label={label} size="small" unavailable={unavailable} aria-pressed={on} className="how-to-find" onClick={onToggle} />
}
