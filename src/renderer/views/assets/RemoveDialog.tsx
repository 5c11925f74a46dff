import type { AssetInfo } from '@shared/ipc'
import type { Failure } from '@shared/result'
import { useState } from 'react'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { inform } from '../../ui/notices'
import { ProblemList } from '../../ui/ProblemList'
import { chooseInLibrary } from './library-store'

/** Asks before a file that no story has leaves the desk. */
export function RemoveDialog({ asset: { hash, name }, onClose }: { readonly asset: AssetInfo; readonly onClose: () => void }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const remove = async (): Promise<void> => {
    const answer = await ask('asset.remove', { hash })
    if (!answer.ok) return setFailure(answer.error)
    onClose()
    chooseInLibrary(null)
    inform(`‘${name}’ was removed.`)
  }
  return (
    <Dialog
      title="Remove this file?"
      about={`‘${name}’ leaves the desk for good. No story has it, in none of its versions.`}
      onClose={onClose}
      onSubmit={() => void remove()}
      foot={
        <>
          <Button data-autofocus onClick={onClose}>
            Cancel
          </Button>
          <Button look="danger" type="submit">
            Remove
          </Button>
        </>
      }
    >
      {failure && <ProblemList problems={[failure]} />}
    </Dialog>
  )
}
