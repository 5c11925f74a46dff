import { DeskError } from '../result'

/** Why a packet is not opened. Each has a sentence that says what is wrong and, where there is something, what to do. */
export type PacketFault =
  | 'packet-unreadable'
  | 'packet-contents'
  | 'packet-too-large'
  | 'packet-outside'
  | 'packet-twice'
  | 'packet-manifest'
  | 'packet-signature'
  | 'packet-changed'
  | 'packet-newer'
  | 'packet-story'
  | 'packet-log-cut'
  | 'packet-event'
  | 'packet-revision'
  | 'packet-voice'
  | 'packet-other-desk'
  | 'packet-untrusted'
  | 'packet-file-missing'

/** Nothing was opened, and the desk is as it was. */
export const refusePacket = (code: PacketFault, message: string, detail?: string): DeskError => new DeskError(code, message, detail === undefined ? {} : { detail })
