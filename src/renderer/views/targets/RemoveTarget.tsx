import type { Target, TargetSettings } from '@shared/publishing'
import { call } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { failureOf } from '../../ui/failure'
import { complain, inform } from '../../ui/notices'
import { refreshTargets } from './targets-store'

const forgotten: Readonly<Record<TargetSettings['type'], string>> = { wordpress: 'its address and its application password', rest: 'its address and its token', folder: 'where the folder is' }

/** Asks before a target is forgotten. */
export function RemoveTarget({ target, onClose }: { readonly target: Target; readonly onClose: () => void }) {
  const remove = async (): Promise<void> => {
    try {
      await call('target.remove', { id: target.id })
      await refreshTargets()
      inform(`‘${target.settings.name}’ was removed.`)
      onClose()
    } catch (error) {
      complain(failureOf(error))
    }
  }
  return (
    <Dialog
      title={`Remove ‘${target.settings.name}’?`}
      about={`The desk forgets ${forgotten[target.settings.type]}. What was published there stays there, and its receipts stay in the desk.`}
      onClose={onClose}
      onSubmit={() => void remove()}
      foot={
        <>
          <Button onClick={onClose}>Keep</Button>
          <Button look="danger" type="submit">
            Remove target
          </Button>
        </>
      }
    />
  )
}
