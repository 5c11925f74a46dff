import type { Member } from '@shared/workflow/member'
import { useState } from 'react'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { inform } from '../../ui/notices'
import { NewPassphrase, noPassphrase, whyNotPassphrase } from './NewPassphrase'

/** Takes a member's private key to another computer, in a file that is sealed by a passphrase of its own. */
export function ExportIdentity({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState(noPassphrase)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const write = async (): Promise<void> => {
    setAsked(true)
    if (busy || whyNotPassphrase(passphrase) !== undefined) return
    setBusy(true)
    const answer = await ask('identity.export', { id: member.id, passphrase: passphrase.first })
    setBusy(false)
    if (!answer.ok) return setFailure(answer.error.message)
    if (answer.value === null) return
    inform(`The identity of ${member.name} was exported to ${answer.value}.`)
    onClose()
  }
  return (
    <Dialog
      title={`Export the identity of ${member.name}`}
      about="Whoever has the file and its passphrase can sign with this key. Take it to the other computer yourself, import it there, and delete it."
      onClose={onClose}
      onSubmit={() => void write()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'The file is being written.'}>
            Choose where…
          </Button>
        </>
      }
    >
      <NewPassphrase label="Passphrase of the file" value={passphrase} onChange={setPassphrase} asked={asked} help="It is asked for on the other computer, and is not that of the keys here." />
      {failure !== undefined && (
        <p className="field__error" role="alert">
          {failure}
        </p>
      )}
    </Dialog>
  )
}
