import './folder.css'
import { FolderOpen } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Button } from './Button'
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
  const id = useId()
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span className="field__label" id={id}>
        <span>
          {label}
          {required && (
            <span className="field__required" aria-hidden>
              {' *'}
            </span>
          )}
        </span>
      </span>
      <div className="folder-choice">
        {folder === null ? <span className="folder-choice__none">{none}</span> : <FolderPath path={folder} className="folder-choice__path" />}
        <Button icon={FolderOpen} onClick={onChoose}>
          Choose folder
        </Button>
      </div>
      {help && <span className="field__help">{help}</span>}
      {error && (
        <span className="field__error" role="alert">
          {error}
        </span>
      )}
    </div>
  )
}
