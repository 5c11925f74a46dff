import { useId, type ReactNode } from 'react'
import { FieldNotes } from './FieldNotes'
import { RequiredMark } from './RequiredMark'

interface FieldGroupProps {
  readonly label: string
  readonly help?: ReactNode
  /** What is wrong with it, for a person. */
  readonly error?: string | undefined
  readonly required?: boolean
  /** The story's field that it is, if any: what leads to it finds it by this. */
  readonly 'data-story-field'?: string
  readonly children: ReactNode
}

/** The label, help and error around what is no single form control, such as a picture with its tools. */
export function FieldGroup({ label, help, error, required = false, children, ...rest }: FieldGroupProps) {
  const id = useId()
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field" role="group" aria-labelledby={id} aria-describedby={described || undefined} {...rest}>
      <span className="field__label" id={id}>
        <span>
          {label}
          {required && <RequiredMark />}
        </span>
      </span>
      {children}
      <FieldNotes id={id} help={help} error={error} />
    </div>
  )
}
