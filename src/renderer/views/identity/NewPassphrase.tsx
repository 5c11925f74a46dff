import { Passphrase } from '@shared/identity/key-protection'
import { useState } from 'react'
import { TextField } from '../../ui/Field'

/** A new passphrase as it is typed, twice. */
export interface TypedPassphrase {
  readonly first: string
  readonly again: string
}

export const noPassphrase: TypedPassphrase = { first: '', again: '' }

/** Why it can't be taken; undefined when it can. */
export function whyNotPassphrase({ first, again }: TypedPassphrase): { readonly first?: string; readonly again?: string } | undefined {
  const parsed = Passphrase.safeParse(first)
  if (!parsed.success) return { first: `${parsed.error.issues[0]?.message ?? 'This can’t be a passphrase'}.` }
  return first === again ? undefined : { again: 'This is not the same. Type it once more.' }
}

interface NewPassphraseProps {
  readonly label?: string
  readonly value: TypedPassphrase
  readonly onChange: (value: TypedPassphrase) => void
  /** Whether what is wrong is shown. */
  readonly asked: boolean
  readonly help?: string
}

/** The two boxes of a new passphrase. The second comes with the first letter of the first. */
export function NewPassphrase({ label = 'Passphrase', value, onChange, asked, help }: NewPassphraseProps) {
  const [touched, setTouched] = useState(false)
  const wrong = asked ? whyNotPassphrase(value) : undefined
  return (
    <>
      <TextField label={label} type="password" autoComplete="new-password" value={value.first} help={help} error={wrong?.first} onChange={(event) => onChange({ ...value, first: event.target.value })} />
      {value.first !== '' && (
        <TextField
          label="The same again"
          type="password"
          autoComplete="new-password"
          value={value.again}
          error={wrong?.again ?? (touched && value.again !== '' && value.again !== value.first ? 'This is not the same. Type it once more.' : undefined)}
          onChange={(event) => onChange({ ...value, again: event.target.value })}
          onBlur={() => setTouched(true)}
        />
      )}
    </>
  )
}
