import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { AssetHash } from '../../../shared/story/ids'
import type { RevisionAsset } from '../../../shared/story/revision'
import { PublishError } from '../publish-error'
import type { FileWords } from '../story-files'
import type { RemoteFile } from '../target'
import { unexpected, type ApiAnswer, type Connection } from './connection'

const raw = z.object({ raw: z.string() }).transform((text) => text.raw)
const Media = z.object({ id: z.number(), slug: z.string(), source_url: z.string(), alt_text: z.string(), caption: raw, title: raw })
type Media = z.infer<typeof Media>

const fields = Object.keys(Media.shape).join(',')
const uploadTimeout = 10 * 60_000

/**
 * Puts a file into the site's media library unless it is there. Its slug is made from its hash, so a file whose upload
 * got no answer is found again, and one that several stories use is sent once. Alternative text, caption and title
 * are those of the story that is being published.
 */
export async function placeMedia(connection: Connection, file: RevisionAsset, words: FileWords, known: RemoteFile | null, bytes: () => Promise<Uint8Array>, signal: AbortSignal): Promise<RemoteFile> {
  const there = (await mediaWith(connection, file.hash, known, signal)) ?? (await upload(connection, file, words, await bytes(), signal))
  const media = hasWords(there, words) ? there : await describe(connection, there.id, words, signal)
  return { remoteId: String(media.id), url: media.source_url }
}

/** The slug of a file: enough of its hash to be its own. */
const mediaSlug = (hash: AssetHash): string => `copydesk-${hash.slice(0, 32)}`

async function mediaWith({ call }: Connection, hash: AssetHash, known: RemoteFile | null, signal: AbortSignal): Promise<Media | null> {
  if (known !== null) {
    const answer = await call({ method: 'GET', path: `media/${known.remoteId}`, query: { context: 'edit', _fields: fields }, signal })
    const media = answer.status === 200 ? Media.safeParse(answer.json) : undefined
    if (media?.success && media.data.slug === mediaSlug(hash)) return media.data
  }
  const answer = await call({ method: 'GET', path: 'media', query: { slug: mediaSlug(hash), context: 'edit', _fields: fields }, signal })
  const found = z.array(Media).safeParse(answer.json)
  if (answer.status !== 200 || !found.success) throw unexpected('search its media library', answer)
  return found.data[0] ?? null
}

/** The bytes as they are, with a checksum that WordPress compares: a file arrives whole or not at all. */
async function upload({ call }: Connection, file: RevisionAsset, words: FileWords, bytes: Uint8Array, signal: AbortSignal): Promise<Media> {
  const answer = await call({
    method: 'POST',
    path: 'media',
    query: { slug: mediaSlug(file.hash), title: words.title || stem(file.name), alt_text: words.alt.slice(0, 500), context: 'edit', _fields: fields },
    headers: { 'content-type': file.mime, 'content-disposition': `attachment; filename="${fileName(file)}"`, 'content-md5': createHash('md5').update(bytes).digest('hex') },
    body: bytes,
    signal,
    timeout: uploadTimeout,
  })
  if (answer.status === 201) return parsed(answer)
  if (answer.code === 'rest_upload_sideload_error') throw PublishError.lasting('file-type', `WordPress does not take ‘${file.name}’: this type of file is not allowed on the site. Convert it (an SVG to PNG, say), or have the type allowed there.`, { detail: answer.detail })
  // Something on the way cut the file; the next time it may pass.
  if (answer.code === 'rest_upload_hash_mismatch') throw PublishError.passing('file-damaged', `‘${file.name}’ did not arrive whole.`, 0, { detail: answer.detail })
  throw unexpected(`take the file ‘${file.name}’`, answer)
}

async function describe({ call }: Connection, id: number, words: FileWords, signal: AbortSignal): Promise<Media> {
  const body = JSON.stringify({ alt_text: words.alt, caption: escaped(words.caption), ...(words.title && { title: escaped(words.title) }) })
  const answer = await call({ method: 'POST', path: `media/${id}`, query: { context: 'edit', _fields: fields }, headers: { 'content-type': 'application/json' }, body, signal })
  if (answer.status === 403) throw PublishError.lasting('not-own-file', 'A picture of the story is on the site already, uploaded by another account, and this account may not change its alternative text. Publish with that account, or one with the role of editor.', { detail: answer.detail })
  if (answer.status !== 200) throw unexpected('describe the file', answer)
  return parsed(answer)
}

function parsed(answer: ApiAnswer): Media {
  const media = Media.safeParse(answer.json)
  if (!media.success) throw unexpected('describe the file', answer)
  return media.data
}

function hasWords(media: Media, words: FileWords): boolean {
  return media.alt_text === words.alt.trim() && media.caption === escaped(words.caption) && (words.title === '' || media.title === escaped(words.title))
}

/** Plain text as HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A name that every server can write down, unique by the file's hash. */
function fileName({ name, hash }: RevisionAsset): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''
  const plain = stem(name).normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').toLowerCase().slice(0, 60)
  return `${plain || 'file'}-${hash.slice(0, 12)}${extension}`
}

const stem = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,8}$/, '')
