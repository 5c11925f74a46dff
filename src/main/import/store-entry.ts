import { createHash } from 'node:crypto'
import type { AssetInfo, ImportReport } from '../../shared/ipc'
import type { Failure } from '../../shared/result'
import { excerpt } from '../../shared/story/excerpt'
import { StoryId, type MemberId } from '../../shared/story/ids'
import { FileValue, type ImageValue, type FieldValue, type Kind } from '../../shared/story/kind'
import type { DocumentNode } from '../../shared/story/revision'
import { plainText } from '../../shared/story/text'
import type { Desk } from '../desk/desk'
import { kindNamed } from '../desk/kinds'
import { freeSlug } from '../store/slugs'
import { createStory, hasStory, loadStory } from '../store/stories'
import { refreshStory } from '../store/story-index'
import { importedStory, storyRow } from '../store/story-lists'
import { crossPostBody, originLink } from './cross-post-body'
import { guessKind } from './guess/kind'
import type { ImportedEntry } from './imported-entry'
import type { PageAssets, TakenAsset } from './page-assets'
import { fieldsFor } from './story-fields'
import { withoutReaderParts } from './without-reader-parts'

export interface StoreRequest {
  readonly entry: ImportedEntry
  /** The file's name, for people. */
  readonly source: string
  readonly by: MemberId
  readonly assets: PageAssets
}

export interface StoredEntry {
  /** Null when the entry is on the desk already. */
  readonly created: ImportReport['created'][number] | null
  readonly problems: readonly Failure[]
}

/** Makes a draft of one entry, whole or not at all: its files first, then the story and its row in one transaction. */
export async function storeEntry(desk: Desk, { entry, source, by, assets }: StoreRequest): Promise<StoredEntry> {
  const importedFrom = nameOf(entry)
  const place = placeOf(entry, source)
  const known = importedStory(desk.db, importedFrom) ?? ownStory(desk, entry)
  if (known !== undefined) return { created: null, problems: [alreadyHere(desk, known, entry, place)] }
  const files = await takeFiles(entry, assets)
  const parsed = entry.body((address) => hashIn(files, address))
  const kind = kindOf(desk, entry, parsed.body)
  const made = contentFor(kind.value, entry, parsed.body, files)
  const story = inOneStep(desk, () => {
    const { slug } = made.fields
    const fields = typeof slug === 'string' ? { ...made.fields, slug: freeSlug(desk.db, slug) } : made.fields
    const id = createStory(desk.db, { kind: kind.value, by, headline: excerpt(entry.headline, headlineLimit), fields, body: made.body, importedFrom })
    refreshStory(desk, id, loadStory(desk.db, id))
    return id
  })
  const found = [...entry.problems, ...problemsOf(files), ...parsed.problems.filter((problem) => !files.some(({ address }) => problem.includes(address.slice(0, 100))))]
  if (!kind.sure) found.push(`Nothing says what kind of story this is; it was filed as ‘${kind.value.label}’.`)
  if (/(?:…|\.\.\.)$/.test(entry.summary) && plainText(made.body).trim() === '') found.push('Only its beginning is in the file: the summary ends in ‘…’.')
  return { created: { story, headline: entry.headline, kind: kind.value.id }, problems: found.map((message) => ({ code: 'import-part', message, place })) }
}

const headlineLimit = 300

const placeOf = ({ place, headline }: ImportedEntry, source: string): string => `${source}, ${place}, ‘${excerpt(headline, 60)}’`

/** What an entry is known by when it is imported again: its address, or else its words. */
function nameOf({ key, headline, summary }: ImportedEntry): string {
  return key !== '' ? key : `text:${createHash('sha256').update(`${headline}\n${summary}`.normalize('NFC')).digest('hex').slice(0, 32)}`
}

/** The story of this desk that the entry was exported from. */
function ownStory({ db }: Desk, { key }: ImportedEntry): StoryId | undefined {
  const id = StoryId.safeParse(key.replace(/^story:/, ''))
  return id.success && hasStory(db, id.data) ? id.data : undefined
}

function alreadyHere(desk: Desk, known: StoryId, { headline }: ImportedEntry, place: string): Failure {
  const here = storyRow(desk.db, known)?.headline || headline
  return { code: 'import-already-here', message: `This story is on the desk already, as ‘${here}’. It was left as it is.`, place }
}

function inOneStep<T>(desk: Desk, work: () => T): T {
  return desk.db.transaction(work).immediate()
}

interface FileOfEntry {
  readonly address: string
  readonly taken: TakenAsset
}

async function takeFiles({ image, files, bodyFiles }: ImportedEntry, assets: PageAssets): Promise<FileOfEntry[]> {
  const addresses = new Set([...(image ? [image.address] : []), ...files.map(({ address }) => address), ...bodyFiles])
  const taken: FileOfEntry[] = []
  for (const address of addresses) taken.push({ address, taken: await assets.take(address) })
  return taken
}

const problemsOf = (files: readonly FileOfEntry[]): string[] => files.flatMap(({ taken }) => (taken.ok ? [] : [taken.problem]))

function assetIn(files: readonly FileOfEntry[], address: string): AssetInfo | null {
  const found = files.find((file) => file.address === address)
  return found?.taken.ok ? found.taken.asset : null
}

const hashIn = (files: readonly FileOfEntry[], address: string): string | null => assetIn(files, address)?.hash ?? null

function kindOf(desk: Desk, entry: ImportedEntry, body: DocumentNode): { value: Kind; sure: boolean } {
  const given = desk.kinds.find(({ id }) => id === entry.given.kind)
  if (given) return { value: given, sure: true }
  const { label, headline, summary, link, listedOn, files } = entry
  const guess = guessKind({ label, headline, text: `${summary} ${plainText(body).slice(0, 2000)}`, link, page: listedOn, hasPdf: files.some(({ address }) => /\.pdf\b/i.test(address)) })
  const known = desk.kinds.some(({ id }) => id === guess.kind)
  return { value: kindNamed(desk, guess.kind), sure: guess.sure && known }
}

interface Content {
  readonly fields: Record<string, FieldValue>
  readonly body: DocumentNode
}

/** Fields and body of a kind: what a field says is not said in the text again. */
function contentFor(kind: Kind, entry: ImportedEntry, parsed: DocumentNode, files: readonly FileOfEntry[]): Content {
  const isCrossPost = kind.id === 'cross-post'
  const fields = fieldsFor(kind, { entry, text: plainText(parsed).slice(0, 4000), noteLink: isCrossPost ? originLink(parsed) : '' })
  const image = imageValue(entry, files)
  if (image !== null && fields['heroImage'] === undefined && kind.fields.some(({ id, type }) => id === 'heroImage' && type === 'image')) fields['heroImage'] = image
  const placed = placeDocuments(kind, entry, files, fields)
  const own = withoutReaderParts(withAttachments(parsed, placed), kind, { headline: entry.headline, ...fields, ...placed.fields })
  return { fields: { ...fields, ...placed.fields }, body: isCrossPost ? crossPostBody(own, entry, fields) : own }
}

function imageValue({ image }: ImportedEntry, files: readonly FileOfEntry[]): ImageValue | null {
  const asset = image && assetIn(files, image.address)
  if (!image || !asset?.mime.startsWith('image/')) return null
  const { alt, decorative, caption, credit } = image
  return { asset: asset.hash, alt, decorative, caption, credit }
}

interface PlacedDocuments {
  readonly fields: Record<string, FieldValue>
  /** The document that a field holds. */
  readonly inField: string | null
  readonly others: readonly { asset: string; name: string; label: string }[]
}

/** The first PDF goes into the kind's field for a file, if it has one; the others are attached to the text. */
function placeDocuments(kind: Kind, entry: ImportedEntry, files: readonly FileOfEntry[], fields: Record<string, FieldValue>): PlacedDocuments {
  const documents = entry.files.flatMap(({ address, label }) => {
    const asset = assetIn(files, address)
    return asset === null || asset.mime.startsWith('image/') ? [] : [{ asset: asset.hash, name: asset.name, label, mime: asset.mime }]
  })
  const field = kind.fields.find(({ type, id }) => type === 'file' && fields[id] === undefined)
  const own = field && (documents.find(({ mime }) => mime === 'application/pdf') ?? documents[0])
  const value = own && FileValue.parse({ asset: own.asset, name: own.name })
  return { fields: field && value ? { [field.id]: value } : {}, inField: own?.asset ?? null, others: documents.filter((document) => document !== own) }
}

function withAttachments(body: DocumentNode, { inField, others }: PlacedDocuments): DocumentNode {
  const blocks = (body.content ?? []).filter(({ type, attrs }) => type !== 'attachment' || attrs?.['asset'] !== inField)
  const placed = new Set(blocks.map(({ attrs }) => attrs?.['asset']))
  const added = others.filter(({ asset }) => !placed.has(asset)).map(({ asset, name, label }): DocumentNode => ({ type: 'attachment', attrs: { asset, name, label } }))
  const content = [...blocks, ...added]
  return { ...body, content: content.length === 0 ? [{ type: 'paragraph' }] : content }
}
