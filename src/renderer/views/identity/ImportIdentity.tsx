import type { SealedIdentity } from '@shared/identity/identity-file'
import { useEffect, useRef, useState } from 'react'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { complain, inform } from '../../ui/notices'
import { Fingerprint } from '../packets/Fingerprint'
import { readProtection } from './key-protection-store'

/** Brings a key that was exported on another computer to this one. Asks for the file first. */
export function ImportIdentity({ onClose }: { readonly onClose: () => void }) {
  const [identity, setIdentity] = useState<SealedIdentity | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void ask('identity.choose').then((answer) => {
      if (answer.ok && answer.value !== null) return setIdentity(answer.value)
      if (!answer.ok) complain(answer.error)
      onClose()
    })
  }, [onClose])
  if (identity === null) return null
  const take = async (): Promise<void> => {
    if (busy) return
    if (passphrase === '') return setError('Type the passphrase that it was exported with.')
    setBusy(true)
    const answer = await ask('identity.import', { file: identity.file, passphrase })
    setBusy(false)
    if (!answer.ok) return setError(answer.error.message)
    inform(`The key of ${answer.value.name} is on this computer now.`)
    void readProtection()
    onClose()
  }
  return (
    <Dialog
      title="Import an identity"
      about={identity.here ? `The key of ${identity.name} is on this computer already. Importing it again changes nothing.` : `With this key, whoever works on this computer can sign as ${identity.name}.`}
      onClose={onClose}
      onSubmit={() => void take()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'The passphrase is being tried.'}>
            {busy ? 'Opening …' : 'Import'}
          </Button>
        </>
      }
    >
      <Fingerprint member={identity.member} />
      <TextField
        label="Passphrase of the file"
        type="password"
        autoComplete="off"
        value={passphrase}
        onChange={(event) => {
          setPassphrase(event.target.value)
          setError(undefined)
        }}
        error={error}
        help="The one that was chosen when it was exported."
      />
    </Dialog>
  )
}
