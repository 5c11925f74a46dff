import { useState } from 'react'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { noteProtection } from './key-protection-store'
import { answerUnlocking } from './unlock'

/** Asks for the passphrase when something has to be signed, once each time that Copydesk is started. */
export function UnlockQuestion() {
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const unlock = async (): Promise<void> => {
    if (busy) return
    if (passphrase === '') return setError('Type the passphrase.')
    setBusy(true)
    const answer = await ask('identity.unlock', { passphrase })
    setBusy(false)
    if (!answer.ok) return setError(answer.error.message)
    noteProtection(answer.value)
    answerUnlocking(true)
  }
  return (
    <Dialog
      title="Unlock your keys"
      about="Decisions are signed with a key that is sealed by a passphrase on this computer. It stays open until Copydesk is closed."
      width={420}
      onClose={() => answerUnlocking(false)}
      onSubmit={() => void unlock()}
      foot={
        <>
          <Button onClick={() => answerUnlocking(false)}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'The passphrase is being tried.'}>
            {busy ? 'Unlocking …' : 'Unlock'}
          </Button>
        </>
      }
    >
      <TextField
        label="Passphrase"
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={(event) => {
          setPassphrase(event.target.value)
          setError(undefined)
        }}
        error={error}
        help="Nobody can open the keys without it, not even whoever made Copydesk. If it is forgotten, ask an admin to revoke the key and to add you with a new one."
        data-autofocus
      />
    </Dialog>
  )
}
