import './keys.css'
import type { KeyProtection } from '@shared/identity/key-protection'
import { KeyRound, Lock, LockOpen, ShieldAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { complain } from '../../ui/notices'
import { ImportIdentity } from './ImportIdentity'
import { noteProtection, readProtection, useKeyProtection } from './key-protection-store'
import { PassphraseDialog, type PassphraseTask } from './PassphraseDialog'
import { askForPassphrase } from './unlock'

/** How the private keys on this computer are protected, and what can be done about it. */
export function KeySettings() {
  const protection = useKeyProtection((state) => state.protection)
  const [task, setTask] = useState<PassphraseTask | 'import' | null>(null)
  useEffect(() => void readProtection(), [])
  if (protection === null) return null
  const lock = async (): Promise<void> => {
    const answer = await ask('identity.lock')
    if (answer.ok) noteProtection(answer.value)
    else complain(answer.error)
  }
  const { by, locked } = protection
  const Icon = by === 'nothing' ? ShieldAlert : by === 'passphrase' ? (locked ? Lock : LockOpen) : KeyRound
  return (
    <section className={`boxed with-sign ${by === 'nothing' ? 'with-sign--bad keys--open' : ''} keys`} aria-labelledby="keys-title">
      <Icon size={18} aria-hidden />
      <div className="keys__words">
        <h4 id="keys-title">Keys on this computer</h4>
        <p>{inWords(protection)}</p>
        <div className="keys__do">
          {by !== 'passphrase' && (
            <Button size="small" onClick={() => setTask('set')}>
              Set a passphrase…
            </Button>
          )}
          {by === 'passphrase' && (
            <>
              <Button size="small" onClick={() => void (locked ? askForPassphrase() : lock())}>
                {locked ? 'Unlock…' : 'Lock now'}
              </Button>
              <Button size="small" onClick={() => setTask('change')}>
                Change passphrase…
              </Button>
              <Button size="small" onClick={() => setTask('remove')}>
                Remove passphrase…
              </Button>
            </>
          )}
          <Button size="small" onClick={() => setTask('import')}>
            Import an identity…
          </Button>
        </div>
      </div>
      {task === 'import' && <ImportIdentity onClose={() => setTask(null)} />}
      {task !== null && task !== 'import' && <PassphraseDialog task={task} onClose={() => setTask(null)} />}
    </section>
  )
}

function inWords({ by, locked, keys }: KeyProtection): string {
  const number = keys === 1 ? 'One key is' : `${keys} keys are`
  if (keys === 0) return 'There are none yet.'
  if (by === 'keychain') return `${number} sealed by the system’s keychain. Whoever is logged in as you can sign.`
  if (by === 'passphrase') return `${number} sealed by a passphrase${locked ? ', and locked: it is asked for when something is signed.' : ', and open until Copydesk is closed.'}`
  return `${number} in a file that only your user account may read, and not sealed, because this computer has no keychain. Whoever gets at your files could sign as you: set a passphrase.`
}
