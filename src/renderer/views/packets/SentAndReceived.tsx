import './packets.css'
import type { PacketRecord } from '@shared/packet/packet-entry'
import type { StoryId } from '@shared/story/ids'
import { Package, PackageOpen } from 'lucide-react'
import { runCommand } from '../../app/command-registry'
import { Button } from '../../ui/Button'
import { dueText } from '../review/due'
import { When } from '../review/When'
import { useGuest } from './guest-story'
import { usePackets } from './use-packets'

/** What of the story went to other desks and came from there, and how to send the next packet. */
export function SentAndReceived({ story }: { readonly story: StoryId }) {
  const packets = usePackets(story)
  const guest = useGuest(story)
  return (
    <section className="inspector__section" aria-labelledby="packets-title">
      <h3 className="inspector__heading" id="packets-title">
        Sent and received
      </h3>
      {guest !== undefined && (
        <p className="packet-home">
          This story belongs to <strong dir="auto">{guest.desk.name}</strong>. It goes by their rules of sign-off; what is decided here counts there once they open your answer.
        </p>
      )}
      {packets !== null && packets.length > 0 && (
        <ul className="packets">
          {packets.map((packet) => (
            <OnePacket key={packet.id} packet={packet} answered={packets.some(({ direction, inReplyTo }) => direction === 'received' && inReplyTo === packet.id)} />
          ))}
        </ul>
      )}
      <div>
        {guest === undefined ? (
          <Button size="small" icon={Package} onClick={() => runCommand('packet.send')}>
            Send as packet
          </Button>
        ) : (
          <Button size="small" icon={PackageOpen} onClick={() => runCommand('packet.reply')}>
            Send reply
          </Button>
        )}
      </div>
    </section>
  )
}

function OnePacket({ packet, answered }: { readonly packet: PacketRecord; readonly answered: boolean }) {
  const { direction, person, deskName, handledAt, due, note, file } = packet
  const sent = direction === 'sent'
  return (
    <li className="packet">
      {sent ? <Package size={15} aria-hidden /> : <PackageOpen size={15} aria-hidden />}
      <div>
        <p title={file}>
          {sent ? 'Sent to' : 'Received from'} <strong dir="auto">{person}</strong>
          {deskName !== null && <span dir="auto">, {deskName}</span>} <When at={handledAt} />
        </p>
        {note !== '' && (
          <p className="packet__note" dir="auto">
            {note}
          </p>
        )}
        {sent && deskName === null && <p className="packet-quiet">{answered ? 'Answered.' : due === null ? 'No answer yet.' : `No answer yet. ${dueText(due)}.`}</p>}
      </div>
    </li>
  )
}
