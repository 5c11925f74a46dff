import { createHash } from 'node:crypto'
import type { ApprovedStory } from '../../../src/shared/approved-story'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { AssetHash, Instant, KindId, MemberId, StoryId } from '../../../src/shared/story/ids'
import type { FieldValue, Kind } from '../../../src/shared/story/kind'
import { revisionId, type DocumentNode, type Revision } from '../../../src/shared/story/revision'

export interface SampleFile {
  readonly hash: AssetHash
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

function sampleFile(name: string, mime: string, content: string | Uint8Array): SampleFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { hash: AssetHash.parse(createHash('sha256').update(bytes).digest('hex')), name, mime, bytes }
}

/** A picture of one pixel that every tool reads. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
export const quayPicture = sampleFile('Quay of Port Merrow (final).PNG', 'image/png', new Uint8Array(pixel))
export const planFile = sampleFile('Shore power plan.pdf', 'application/pdf', '%PDF-1.4\n% the plan\n')

export const words = (text: string, ...marks: string[]): DocumentNode => ({ type: 'text', text, ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }) })
export const paragraph = (...content: (string | DocumentNode)[]): DocumentNode => ({ type: 'paragraph', content: content.map((part) => (typeof part === 'string' ? words(part) : part)) })
export const linkTo = (text: string, href: string): DocumentNode => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href, target: null, rel: null, class: null, title: null } }] })

export interface StoryInput {
  readonly number?: number
  readonly kind?: string
  readonly fields?: Readonly<Record<string, FieldValue | undefined>>
  readonly body?: readonly DocumentNode[]
  readonly files?: readonly SampleFile[]
  readonly approvedAt?: string
}

/** A story of the Harbour Cities Council, approved by one reviewer. */
export function approved({ number = 1, kind: kindName = 'press-release', fields = {}, body = [paragraph('Ships will switch off their engines at the quay.')], files = [], approvedAt = '2026-03-02T09:30:00.000Z' }: StoryInput = {}): ApprovedStory {
  const kind = kindNamed(kindName)
  const all: Record<string, FieldValue | undefined> = { headline: `Shore power for port ${number}`, slug: `shore-power-${number}`, summary: 'Ships at berth will be able to switch off their engines.', date: '2026-03-02', ...fields }
  const kept = Object.fromEntries(Object.entries(all).filter((entry): entry is [string, FieldValue] => entry[1] !== undefined))
  const assets = files.map(({ hash, name, mime, bytes }) => ({ hash, name, mime, size: bytes.byteLength })).sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const story = StoryId.parse(`0000000${number}-0000-4000-8000-000000000000`)
  const revision: Revision = { format: 'copydesk.revision/1', story, kind: KindId.parse(kindName), fields: kept, body: { type: 'doc', content: body }, assets }
  const at = Instant.parse(approvedAt)
  const approval = { by: MemberId.parse('0123456789abcdef0123456789abcdef'), name: 'Ana Ruiz', at, note: 'Fine, but mind the second paragraph.', signature: 'c2lnbmF0dXJl', event: '{"note":"Fine, but mind the second paragraph."}', key: 'a2V5' }
  return { id: revisionId(revision), revision, kind, approvals: [approval], approvedAt: at, firstPublishedAt: null }
}

function kindNamed(name: string): Kind {
  const kind = defaultKinds.find(({ id }) => id === name)
  if (kind === undefined) throw new TypeError(`There is no kind ‘${name}’`)
  return kind
}

/** Answers files by hash, as a desk does. */
export function readerOf(...files: readonly SampleFile[]): (hash: AssetHash) => Promise<Uint8Array> {
  return async (hash) => {
    const file = files.find((one) => one.hash === hash)
    if (file === undefined) throw new Error(`No such file: ${hash}`)
    return file.bytes
  }
}
