import type { PacketRecord } from '../packet/packet-entry'
import type { Delivery } from '../publishing'
import { short } from './describe-event'
import type { Wording } from './wording'

const states: Readonly<Record<Delivery['state'], string>> = {
  queued: 'it waits to be sent',
  sending: 'it is on its way',
  waiting: 'it is tried again later',
  delivered: 'it arrived, and was read back',
  failed: 'it did not arrive',
  drifted: 'it was stopped, because somebody had changed the copy there',
  cancelled: 'it was cancelled',
}

/**
 * What of a story went to targets and other desks, and came from there, in the order of time; one sentence each. These are notes of
 * this desk: unlike the log they are not signed.
 */
export function journeys(deliveries: readonly Delivery[], packets: readonly PacketRecord[], wording: Wording): string[] {
  const told = [...deliveries.map((delivery) => [delivery.createdAt, delivered(delivery, wording)] as const), ...packets.map((packet) => [packet.handledAt, carried(packet, wording)] as const)]
  return told.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sentence]) => sentence)
}

function delivered({ revision, target, state, receipt, createdAt }: Delivery, wording: Wording): string {
  const where = receipt === null || receipt.url === '' ? '' : `, at ${receipt.url}`
  return `Version ${short(revision)} was sent to ${wording.target(target)}${where} on ${wording.moment(createdAt)}: ${states[state]}.`
}

function carried({ direction, person, deskName, handledAt }: PacketRecord, wording: Wording): string {
  const who = deskName === null ? person : `${person}, ${deskName}`
  return `A packet was ${direction === 'sent' ? `written for ${who}` : `opened that came from ${who}`} on ${wording.moment(handledAt)}.`
}
