import type { Failure } from '@shared/result'
import { useEffect, useState } from 'react'
import { closeOverlay } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { createDesk } from '../../app/desks'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { FolderChoice } from '../../ui/FolderChoice'
import { noteProtection, readProtection, useKeyProtection } from '../identity/key-protection-store'
import { NewPassphrase, noPassphrase, whyNotPassphrase } from '../identity/NewPassphrase'

/** Makes a desk: its name, its first member, its folder. */
export function NewDeskDialog() {
  const [name, setName] = useState('')
  const [person, setPerson] = useState('')
  const [folder, setFolder] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [passphrase, setPassphrase] = useState(noPassphrase)
  const unsealed = useKeyProtection(({ protection }) => protection?.by === 'nothing')
  const wantsPassphrase = unsealed && passphrase.first !== ''
  useEffect(() => void readProtection(), [])

  const choose = async (): Promise<void> => {
    const answer = await ask('desk.chooseFolder', { purpose: 'create' })
    if (!answer.ok) setFailure(answer.error)
    else if (answer.value !== null) {
      setFolder(answer.value)
      setFailure(null)
    }
  }
  const seal = async (): Promise<Failure | null> => {
    if (!wantsPassphrase) return null
    const answer = await ask('identity.setPassphrase', { current: null, next: passphrase.first })
    if (!answer.ok) return answer.error
    noteProtection(answer.value)
    return null
  }
  const create = async (): Promise<void> => {
    setAsked(true)
    if (busy || name.trim() === '' || person.trim() === '' || folder === null || (wantsPassphrase && whyNotPassphrase(passphrase) !== undefined)) return
    setBusy(true)
    setFailure((await seal()) ?? (await createDesk({ folder, name: name.trim(), memberName: person.trim() })))
    setBusy(false)
  }
  return (
    <Dialog
      title="New desk"
      about="A desk is one folder that holds the stories, their pictures and every decision about them. Copy it, and you have a backup."
      onClose={closeOverlay}
      onSubmit={() => void create()}
      foot={
        <>
          <Button onClick={closeOverlay}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'The desk is being made.'}>
            Create desk
          </Button>
        </>
      }
    >
      <TextField
        label="Name of the desk"
        value={name}
        placeholder="Such as the name of your organisation"
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
        error={asked && name.trim() === '' ? 'Give the desk a name.' : undefined}
      />
      <TextField
        label="Your name"
        help="You are the desk’s first member. Your decisions will be signed with a key that is made now and stays on this computer."
        value={person}
        maxLength={120}
        onChange={(event) => setPerson(event.target.value)}
        error={asked && person.trim() === '' ? 'Give your name, as the others should read it.' : undefined}
      />
      {unsealed && (
        <NewPassphrase
          label="Passphrase for your key (recommended)"
          value={passphrase}
          onChange={setPassphrase}
          asked={asked && wantsPassphrase}
          help="This computer has no keychain. Without a passphrase, whoever gets at your files could sign as you. You can also set one later, in the settings under Members."
        />
      )}
      <FolderChoice label="Folder" folder={folder} none="An empty folder, or a new one" error={asked && folder === null ? 'Choose where the desk should be kept.' : undefined} onChoose={() => void choose()} />
      {failure && (
        <p className="field__error" role="alert">
          {failure.message}
        </p>
      )}
    </Dialog>
  )
}
