import { useState } from 'react'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { inform } from '../../ui/notices'
import { noteProtection, useKeyProtection } from './key-protection-store'
import { NewPassphrase, noPassphrase, whyNotPassphrase } from './NewPassphrase'

export type PassphraseTask = 'set' | 'change' | 'remove'

const titles: Readonly<Record<PassphraseTask, string>> = { set: 'Seal the keys by a passphrase', change: 'Change the passphrase', remove: 'Remove the passphrase' }
const done: Readonly<Record<PassphraseTask, string>> = { set: 'The keys on this computer are sealed by the passphrase now.', change: 'The passphrase was changed.', remove: 'The passphrase was removed.' }
const buttons: Readonly<Record<PassphraseTask, string>> = { set: 'Seal the keys', change: 'Change passphrase', remove: 'Remove passphrase' }

/** Sets, changes or removes the passphrase of this computer's keys. */
export function PassphraseDialog({ task, onClose }: { readonly task: PassphraseTask; readonly onClose: () => void }) {
  const hasKeychain = useKeyProtection(({ protection }) => protection?.keychain) ?? false
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState(noPassphrase)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()

  const perform = async (): Promise<void> => {
    setAsked(true)
    if (busy || (task !== 'set' && current === '') || (task !== 'remove' && whyNotPassphrase(next) !== undefined)) return
    setBusy(true)
    const answer = task === 'remove' ? await ask('identity.removePassphrase', { current }) : await ask('identity.setPassphrase', { current: task === 'set' ? null : current, next: next.first })
    setBusy(false)
    if (!answer.ok) return setWrong(answer.error.message)
    noteProtection(answer.value)
    inform(done[task])
    onClose()
  }
  return (
    <Dialog
      title={titles[task]}
      about={aboutTask(task, hasKeychain)}
      onClose={onClose}
      onSubmit={() => void perform()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look={task === 'remove' && !hasKeychain ? 'danger' : 'primary'} type="submit" unavailable={busy && 'The keys are being sealed.'}>
            {busy ? 'One moment …' : buttons[task]}
          </Button>
        </>
      }
    >
      {task !== 'set' && (
        <TextField
          label="Present passphrase"
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => {
            setCurrent(event.target.value)
            setWrong(undefined)
          }}
          error={wrong ?? (asked && current === '' ? 'Type the present passphrase.' : undefined)}
        />
      )}
      {task !== 'remove' && <NewPassphrase label={task === 'change' ? 'New passphrase' : 'Passphrase'} value={next} onChange={setNext} asked={asked} help="Several words that don’t belong together are good." />}
      {task === 'set' && wrong !== undefined && (
        <p className="field__error" role="alert">
          {wrong}
        </p>
      )}
    </Dialog>
  )
}

function aboutTask(task: PassphraseTask, hasKeychain: boolean): string {
  if (task === 'remove') return hasKeychain ? 'The keys are then kept by the system’s keychain: whoever is logged in as you can sign.' : 'This computer has no keychain. The keys are then in a file as they are: whoever can read your files can sign as you.'
  return 'It is asked for when you sign for the first time after Copydesk was started. There is no way to get a forgotten one back: an admin would have to revoke your key and add you with a new one.'
}
