import './packets.css'
import type { PacketSummary } from '@shared/packet/packet-report'
import type { Failure } from '@shared/result'
import { Role } from '@shared/workflow/member'
import { CircleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { closeOverlay, showStory, showView } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { useJob } from '../../app/use-job'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { inform } from '../../ui/notices'
import { Progress } from '../../ui/Progress'
import { showInspectorTab } from '../inspector/inspector-tabs'
import { clearFilter } from '../story-list/list-filter'
import { choosePacket, endOpening, useOpening } from './packet-store'
import { PacketNews } from './PacketNews'
import { TrustQuestion } from './TrustQuestion'

/** What a packet brings, read before anything of it is taken in; then, if the person says so, taken in. */
export function OpenPacketDialog() {
  const file = useOpening((state) => state.file)
  return file === null ? null : <Opening key={file} file={file} />
}

function Opening({ file }: { readonly file: string }) {
  const { progress, run, cancel } = useJob()
  const [summary, setSummary] = useState<PacketSummary | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    void run('Reading the packet', (job) => ask('packet.look', { file, job })).then((answer) => (answer.ok ? setSummary(answer.value) : setFailure(answer.error)))
  }, [file, run])
  const close = (): void => {
    cancel()
    endOpening()
    closeOverlay()
  }
  if (failure !== null) return <Refused failure={failure} close={close} />
  if (summary === null) {
    return (
      <Dialog title="Open packet" onClose={close} foot={<Button onClick={close}>Cancel</Button>}>
        {progress && <Progress {...progress} />}
      </Dialog>
    )
  }
  const take = async (roles: readonly Role[]): Promise<void> => {
    const answer = summary.trust.state === 'known' ? null : { roles: summary.trust.asMember ? [...roles] : null }
    const outcome = await run('Opening the packet', (job) => ask('packet.open', { file, answer, job }))
    if (!outcome.ok && outcome.error.code !== 'cancelled') return setFailure(outcome.error)
    endOpening()
    closeOverlay()
    if (!outcome.ok) return inform(outcome.error.message)
    clearFilter()
    showView(summary.reply ? 'all' : 'forMyReview')
    showStory(outcome.value.story)
    showInspectorTab('review')
    inform(summary.reply ? `The answer of ${summary.sender.name} was taken in.` : `‘${summary.story.headline || 'Untitled'}’ is in ‘For my review’ now.`)
  }
  return <Found summary={summary} progress={progress} close={progress === null ? close : cancel} take={take} />
}

interface FoundProps {
  readonly summary: PacketSummary
  readonly progress: { readonly done: number; readonly total: number; readonly label: string } | null
  /** Leaves the packet; while it is being taken in, stops that, which ends the dialog. */
  readonly close: () => void
  readonly take: (roles: readonly Role[]) => Promise<void>
}

function Found({ summary, progress, close, take }: FoundProps) {
  const { trust, reply, sender } = summary
  const [roles, setRoles] = useState<readonly Role[]>(trust.invitation?.roles ?? ['reviewer'])
  const asks = trust.state !== 'known'
  const unavailable = progress !== null ? 'It is being opened.' : asks && trust.why !== '' ? trust.why : asks && trust.asMember && roles.length === 0 ? 'Choose at least one role.' : ''
  return (
    <Dialog
      title={reply ? `Answer from ${sender.name}` : `For review, from ${sender.name}`}
      width={560}
      onClose={close}
      onSubmit={() => unavailable === '' && void take(Role.options.filter((role) => roles.includes(role)))}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" data-autofocus={!asks || undefined} unavailable={unavailable}>
            {asks ? 'Trust and open' : 'Open'}
          </Button>
        </>
      }
    >
      <PacketNews summary={summary} />
      {asks && <TrustQuestion summary={summary} roles={roles} onRoles={setRoles} />}
      {progress && <Progress {...progress} />}
    </Dialog>
  )
}

function Refused({ failure, close }: { readonly failure: Failure; readonly close: () => void }) {
  return (
    <Dialog
      title="The packet was not opened"
      onClose={close}
      foot={
        <>
          <Button onClick={() => void choosePacket()}>Choose another</Button>
          <Button look="primary" data-autofocus onClick={close}>
            Close
          </Button>
        </>
      }
    >
      <div className="with-sign with-sign--bad" role="alert">
        <CircleAlert size={18} aria-hidden />
        <div>
          <p>{failure.message}</p>
          <p className="packet-refused__safe">Nothing on this desk was changed.</p>
        </div>
      </div>
    </Dialog>
  )
}
