import './folder.css'
import { FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button'
import { FieldGroup } from './FieldGroup'
import { FolderPath } from './FolderPath'

interface FolderChoiceProps {
  readonly label: string
  readonly folder: string | null
  /** What is said as long as none is chosen. */
  readonly none: string
  readonly help?: ReactNode
  readonly required?: boolean
  readonly error?: string | undefined
  /** Asks for it in the system's dialog. */
  readonly onChoose: () => void
}

/** A folder that can only be chosen in the system's dialog. */
export function FolderChoice({ label, folder, none, help, required = false, error, onChoose }: FolderChoiceProps) {
  return (
    <FieldGroup label={label} help={help} error={error} required={required}>
      <div className="folder-choice">
        {folder === null ? <span className="folder-choice__none">{none}</span> : <FolderPath path={folder} className="folder-choice__path" />}
        <Button icon={FolderOpen} onClick={onChoose}>
          Choose folder
        </Button>
      </div>
    </FieldGroup>
  )
}
