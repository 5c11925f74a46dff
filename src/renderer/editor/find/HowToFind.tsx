import './how-to-find.css'
import type { FindOptions } from '@shared/find/find-options'
import { CaseSensitive, Regex, WholeWord, type LucideIcon } from 'lucide-react'
import { IconButton } from '../../ui/Button'

interface HowToFindProps {
  readonly options: FindOptions
  readonly onChange: (changed: Partial<FindOptions>) => void
}

/** How words are looked for, as buttons that stay down: the same in a story and across the desk. */
export function HowToFind({ options: { matchCase, wholeWord, regexp }, onChange }: HowToFindProps) {
  return (
    <>
      <Choice icon={CaseSensitive} label="Match case" on={matchCase} onToggle={() => onChange({ matchCase: !matchCase })} />
      <Choice icon={WholeWord} label="Whole word" on={wholeWord} onToggle={() => onChange({ wholeWord: !wholeWord })} />
      <Choice icon={Regex} label="Regular expression" on={regexp} onToggle={() => onChange({ regexp: !regexp })} />
    </>
  )
}

function Choice({ icon, label, on, onToggle }: { readonly icon: LucideIcon; readonly label: string; readonly on: boolean; readonly onToggle: () => void }) {
  return <IconButton icon={icon} label={label} size="small" aria-pressed={on} className="how-to-find" onClick={onToggle} />
}
