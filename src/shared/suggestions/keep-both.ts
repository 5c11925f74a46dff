import * as Y from 'yjs'
import { canonicalText, sha256Hex } from '../story/canonical'
import { readTags, readTurns, type Tag } from './tag'

/**
 * Two members who suggest something about one block, apart from each other, each write the block's attribute anew; Yjs keeps one of the
 * two values. Here what the other one says is put back, so that both suggestions are there.
 */

/** What both sides say about a block, where a merge would have left the words of one. */
export interface BothSaid {
  readonly block: Y.XmlElement
  readonly attribute: Attribute
  readonly value: readonly Tag[]
  /** The value that Yjs chose. */
  readonly chosen: Y.Item
}

const attributes = ['deleted', 'joined', 'turned'] as const
type Attribute = (typeof attributes)[number]

/** Takes in an update, and keeps what it and the document say about the same blocks. To be called in a transaction, or outside of any. */
export function mergeUpdate(doc: Y.Doc, update: Uint8Array, origin?: unknown): void {
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update, origin)
    putBack(doc, lostInMerge(transaction, update))
  }, origin)
}

/** What a merge is about to lose. It is to be asked before Yjs forgets what was deleted: in the transaction, or at its end. */
export function lostInMerge(transaction: Y.Transaction, update: Uint8Array): BothSaid[] {
  let takenBack: DeleteSet | null = null
  const isTakenBack = (id: Y.ID): boolean => holds((takenBack ??= Y.decodeUpdate(update).ds), id)
  const found: BothSaid[] = []
  for (const [block, names] of transaction.changed) {
    if (!(block instanceof Y.XmlElement) || isGone(block)) continue
    const { _map: values } = block
    for (const attribute of attributes) {
      const chosen = names.has(attribute) ? values.get(attribute) : undefined
      const lost = chosen === undefined ? [] : besides(chosen).filter(({ deleted, id }) => deleted && (isNew(transaction, id) || holds(transaction.deleteSet, id)) && !isTakenBack(id))
      if (chosen === undefined || lost.length === 0) continue
      const known = chosen.deleted ? [] : said(attribute, chosen)
      const value = together([known, ...lost.map((item) => said(attribute, item))])
      if (value.length > 0 && canonicalText(value) !== canonicalText(together([known]))) found.push({ block, attribute, value, chosen })
    }
  }
  return found
}

/**
 * Writes what both sides say. Every desk that merges the same two values writes the very same piece of the document, so that two of them
 * have nothing to settle between them when they meet, and none can bring back what another one answered meanwhile.
 */
export function putBack(doc: Y.Doc, lost: readonly BothSaid[]): void {
  const own = doc.clientID
  try {
    for (const { block, attribute, value, chosen } of lost) {
      doc.clientID = freshClient(doc, canonicalText([chosen.id.client, chosen.id.clock, attribute, value]))
      // Yjs stores any JSON as an attribute; its types only speak of text.
      doc.transact(() => Reflect.apply(block.setAttribute, block, [attribute, value]))
    }
  } finally {
    doc.clientID = own
  }
}

/** A client that follows from what it is to write. */
function freshClient(doc: Y.Doc, what: string): number {
  for (let attempt = 0; ; attempt++) {
    const client = Number.parseInt(sha256Hex(new TextEncoder().encode(`${attempt} ${what}`)).slice(0, 8), 16)
    if (Y.getState(doc.store, client) === 0) return client
  }
}

type DeleteSet = Y.Transaction['deleteSet']

const holds = ({ clients }: DeleteSet, { client, clock }: Y.ID): boolean => clients.get(client)?.some((one) => one.clock <= clock && clock < one.clock + one.len) === true
const isNew = ({ beforeState }: Y.Transaction, { client, clock }: Y.ID): boolean => clock >= (beforeState.get(client) ?? 0)
const isGone = ({ _item: item }: Y.XmlElement): boolean => item?.deleted === true

/** Values of an attribute that whoever wrote the chosen one had not seen. */
function besides(chosen: Y.Item): Y.Item[] {
  const all: Y.Item[] = []
  for (let item = chosen.left; item !== null; item = item.left) all.push(item)
  let seen = chosen.origin
  return all.filter((item) => {
    if (seen === null || item.id.client !== seen.client || seen.clock < item.id.clock || seen.clock >= item.id.clock + item.length) return true
    seen = item.origin
    return false
  })
}

function said(attribute: Attribute, item: Y.Item): Tag[] {
  const value: unknown = item.content.getContent().at(-1)
  return attribute === 'turned' ? readTurns(value) : readTags(value)
}

/** Suggestions of several values, each once, as it was worked on last. */
function together(values: readonly (readonly Tag[])[]): Tag[] {
  const byKey = new Map<string, Tag>()
  for (const tag of values.flat()) {
    const key = `${tag.by}/${tag.id}`
    const known = byKey.get(key)
    if (known === undefined || known.at < tag.at) byKey.set(key, tag)
  }
  return [...byKey.values()].sort((a, b) => (a.at < b.at || (a.at === b.at && a.by < b.by) ? -1 : 1))
}
