import { ArrowLeftRight } from 'lucide-react'
import { IconButton } from '../../ui/Button'
import { Select } from '../../ui/Field'

interface Option {
  readonly value: string
  readonly label: string
}

interface VersionsProps {
  readonly from: string
  readonly to: string
  readonly fromOptions: readonly Option[]
  readonly toOptions: readonly Option[]
  /** Beside the story only the older version is asked for, unless another newer one was chosen. */
  readonly wide: boolean
  readonly onChange: (from: string, to: string) => void
}

/** Which two versions are compared. */
export function Versions({ from, to, fromOptions, toOptions, wide, onChange }: VersionsProps) {
  const mayTurn = to !== 'current' && from !== 'none'
  return (
    <div className="redline__versions">
      <Select label="Since" value={from} options={fromOptions} onChange={(event) => onChange(event.target.value, to)} />
      {(wide || to !== 'current') && (
        <>
          <IconButton icon={ArrowLeftRight} label="Compare the other way round" size="small" unavailable={!mayTurn && 'only two kept versions can change places'} onClick={() => onChange(to, from)} />
          <Select label="Until" value={to} options={toOptions} onChange={(event) => onChange(from, event.target.value)} />
        </>
      )}
    </div>
  )
}
