import './packets.css'
import type { StoryStatus } from '@shared/ipc'
import { PackageOpen } from 'lucide-react'
import { actingMember, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { useWordsFor } from '../../story/words-for'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextArea } from '../../ui/Field'
import { ProblemList } from '../../ui/ProblemList'
import { Progress } from '../../ui/Progress'
import { useGuest } from './guest-story'
import { closePacketDialog } from './packet-store'
import { PacketIsWritten } from './PacketIsWritten'
import { usePackets } from './use-packets'
import { usePacketWriting } from './use-packet-writing'

/** Answers the desk that the story belongs to: with what was decided, said and changed here. */
export function ReplyDialog({ status }: { readonly status: StoryStatus }) {
  const me = useApp(actingMember)
  const guest = useGuest(status.id)
  const packets = usePackets(status.id)
  const { progress, failure, written, write, cancel } = usePacketWriting(status.id)
  const [note, setNote] = useWordsFor('reply')
  const asked = packets?.find(({ direction }) => direction === 'received')
  if (me === undefined || guest === undefined) return null
  const to = asked?.person ?? guest.desk.name
  if (written !== null) return <PacketIsWritten title={`Answer to ${to}`} packet={written} to={to} me={me.id} />
  return (
    <Dialog
      title={`Answer to ${to}`}
      about={`At ${guest.desk.name}. What you and others here decided, said and changed goes back in one file, signed by you; what they wrote meanwhile stays.`}
      onClose={progress === null ? closePacketDialog : cancel}
      onSubmit={() => progress === null && void write((file, job) => ask('packet.reply', { story: status.id, file, note, job }), () => setNote(''))}
      foot={
        <>
          <Button onClick={progress === null ? closePacketDialog : cancel}>Cancel</Button>
          <Button look="primary" type="submit" icon={PackageOpen} unavailable={progress !== null && 'The packet is being written.'}>
            Write packet…
          </Button>
        </>
      }
    >
      <p className={hasDecided(status, me.id) ? '' : 'decision__warning'} role={hasDecided(status, me.id) ? undefined : 'note'}>
        {hasDecided(status, me.id) ? ownDecision(status, me.id) : 'You have not decided yet: only comments and edits go back. You can decide first, or send another answer later.'}
      </p>
      <TextArea label="Note" help="A word beside it, if there is anything to say." dir="auto" value={note} onChange={(event) => setNote(event.target.value)} rows={3} maxLength={10_000} />
      {failure && <ProblemList problems={[failure]} />}
      {progress && <Progress {...progress} />}
    </Dialog>
  )
}

const hasDecided = ({ workflow: { approvals, changesRequested } }: StoryStatus, me: string): boolean => approvals.some(({ by }) => by === me) || changesRequested?.by === me

function ownDecision({ workflow: { changesRequested } }: StoryStatus, me: string): string {
  return changesRequested?.by === me ? 'Your request for changes goes back, with all comments and edits.' : 'Your approval goes back, with all comments and edits.'
}
