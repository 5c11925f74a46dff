import type { PacketWritten } from '@shared/packet/packet-report'
import { inMegabytes } from '@shared/packet/packet-limits'
import type { MemberId } from '@shared/story/ids'
import { PackageCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Fingerprint } from './Fingerprint'
import { closePacketDialog } from './packet-store'

interface PacketIsWrittenProps {
  readonly title: string
  readonly packet: PacketWritten
  readonly to: string
  readonly me: MemberId
  readonly children?: ReactNode
}

/** Where the packet is, and what is left for people to do. */
export function PacketIsWritten({ title, packet: { file, size, leftOut }, to, me, children }: PacketIsWrittenProps) {
  return (
    <Dialog
      title={title}
      onClose={closePacketDialog}
      foot={
        <Button look="primary" data-autofocus onClick={closePacketDialog}>
          Done
        </Button>
      }
    >
      <p className="with-sign with-sign--good" role="status">
        <PackageCheck size={18} aria-hidden />
        <span>
          The packet is written ({inMegabytes(size)}). Send it to {to} by e-mail, chat or on a stick.
        </span>
      </p>
      <p className="packet-path" title={file}>
        <bdi>{file}</bdi>
      </p>
      {leftOut > 0 && <p>{leftOut === 1 ? 'One file is' : `${leftOut} files are`} only named in it, since their desk has {leftOut === 1 ? 'it' : 'them'}.</p>}
      {children}
      <p className="packet-quiet">The first time, they are asked whether they trust your key:</p>
      <Fingerprint member={me} />
    </Dialog>
  )
}
