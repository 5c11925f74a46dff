import './field.css'
import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { FieldNotes } from './FieldNotes'
import { RequiredMark } from './RequiredMark'

interface Labelled {
  readonly label: string
  readonly help?: ReactNode
  /** What is wrong with it, for a person. */
  readonly error?: string | undefined
  readonly required?: boolean
  /** Right of the label, such as '120 / 160'. */
  readonly aside?: ReactNode
}

function ids(id: string, { help, error }: Labelled) {
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }
}

/** The label, help and error around any form control. */
export function Field({ id, label, help, error, required = false, aside, children }: Labelled & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        <span>
          {label}
          {required && <RequiredMark />}
        </span>
        {aside && <span className="field__count">{aside}</span>}
      </label>
      {children}
      <FieldNotes id={id} help={help} error={error} />
    </div>
  )
}

type TextFieldProps = Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'required'> & { readonly ref?: Ref<HTMLInputElement> }
export function TextField({ label, help, error, required, aside, className = '', ...rest }: TextFieldProps) {
  const id = useId()
  const labelled = { label, help, error, required: required ?? false, aside }
  return (
    <Field id={id} {...labelled}>
      <input type="text" dir={rest.type === undefined ? 'auto' : undefined} {...rest} {...ids(id, labelled)} aria-required={required || undefined} className={`control ${className}`} />
    </Field>
  )
}

type TextAreaProps = Labelled & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'required'> & { readonly ref?: Ref<HTMLTextAreaElement> }
export function TextArea({ label, help, error, required, aside, className = '', ...rest }: TextAreaProps) {
  const id = useId()
  const labelled = { label, help, error, required: required ?? false, aside }
  return (
    <Field id={id} {...labelled}>
      <textarea dir="auto" {...rest} {...ids(id, labelled)} aria-required={required || undefined} className={`control ${className}`} />
    </Field>
  )
}

type SelectProps = Labelled & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'required'> & { readonly options: readonly { readonly value: string; readonly label: string }[] }
export function Select({ label, help, error, required, aside, options, className = '', ...rest }: SelectProps) {
  const id = useId()
  const labelled = { label, help, error, required: required ?? false, aside }
  return (
    <Field id={id} {...labelled}>
      <select {...rest} {...ids(id, labelled)} className={`control ${className}`}>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function Checkbox({ label, ...rest }: { readonly label: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  )
}
