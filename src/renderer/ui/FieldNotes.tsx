import type { ReactNode } from 'react'

/** What stands below a field: help, and what is wrong. The field is described by them, by the ids `…-help` and `…-error`. */
export function FieldNotes({ id, help, error }: { readonly id: string; readonly help?: ReactNode; readonly error?: string | undefined }) {
  return (
    <>
      {help && (
        <span className="field__help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {error && (
        <span className="field__error" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </>
  )
}
