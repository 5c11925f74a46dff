import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { imageSize } from 'image-size'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { AssetWords, type AssetInfo } from '../../shared/assets/asset-info'
import { Crop } from '../../shared/assets/crop'
import { DeskError } from '../../shared/result'
import { AssetHash } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { refusal } from './asset-refusal'
import { assetTypes, type AssetType } from './asset-types'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** The largest file that a desk takes, in bytes. */
export const assetLimit = 50 * 1024 * 1024

type DeskFolder = Pick<Desk, 'path' | 'db'>

/** A file as it comes. */
export interface NewFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * What a file is, judged by its bytes, and the name that it is shown by.
 * @throws DeskError in words, naming the file, when it is too large, empty, or of a type that a desk does not take.
 */
export async function knownFile({ name, bytes }: NewFile): Promise<{ readonly name: string; readonly type: AssetType }> {
  const shown = baseName(name)
  if (bytes.byteLength > assetLimit) throw new DeskError('asset-too-large', `‘${shown}’ has ${megabytes(bytes.byteLength)} MB; a file may have up to ${megabytes(assetLimit)} MB.`, { place: shown })
  if (bytes.byteLength === 0) throw new DeskError('asset-empty', `‘${shown}’ is empty.`, { place: shown })
  const found = await fileTypeFromBuffer(bytes)
  const type = assetTypes.find(({ mime }) => mime === found?.mime)
  if (type === undefined) throw refusal(shown, bytes, found?.ext)
  return { name: shown, type }
}

/**
 * Puts a file on the desk as it is, under the SHA-256 of its bytes; the same bytes are kept once. Its type is read from the bytes,
 * and a name that lies about it gets the right ending. The desk remembers the first name of a file; the answer has the name
 * that it came with this time, for whoever uses it. The file is written whole or not at all, and before its row.
 * @param origin The picture that it was cut out of, and how.
 * @throws DeskError in words, naming the file, when it is damaged, or no file that a desk takes (see `knownFile`).
 */
export async function addAsset(desk: DeskFolder, { name, bytes }: NewFile, origin?: AssetOrigin): Promise<AssetInfo> {
  const { name: shown, type } = await knownFile({ name, bytes })
  const hash = hashOf(bytes)
  const info: AssetInfo = { hash, name: withEnding(shown, type), mime: type.mime, size: bytes.byteLength, ...dimensions(shown, bytes, type) }
  const file = assetPath(desk.path, hash)
  if (!isWhole(file, hash, bytes.byteLength)) {
    mkdirSync(path.dirname(file), { recursive: true })
    await writeFileAtomic(file, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }
  putRow(desk.db, info, origin)
  const known = describeAsset(desk.db, hash)
  return { ...known, ...info }
}

const megabytes = (size: number): number => Math.ceil((size / 1024 / 1024) * 10) / 10

function hashOf(bytes: Uint8Array): AssetHash {
  return AssetHash.parse(createHash('sha256').update(bytes).digest('hex'))
}

/** The last part of a path of any system, without what can't be seen. */
function baseName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(-200) || 'file'
}

function withEnding(name: string, { endings }: AssetType): string {
  const { name: stem, ext } = path.parse(name)
  return endings.includes(ext.slice(1).toLowerCase()) ? name : `${stem}.${endings[0]}`
}

function dimensions(name: string, bytes: Uint8Array, { mime }: AssetType): Pick<AssetInfo, 'width' | 'height'> {
  if (!mime.startsWith('image/')) return { width: null, height: null }
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    // A camera that was held upright says so beside the pixels; 5 to 8 are turned by a quarter (Exif 2.3, 4.6.4).
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch (error) {
    throw new DeskError('asset-damaged', `‘${name}’ is damaged: its width and height can’t be read.`, { place: name, detail: error instanceof Error ? error.message : String(error) })
  }
}

function isWhole(file: string, hash: AssetHash, size: number): boolean {
  return existsSync(file) && statSync(file).size === size && hashOf(readFileSync(file)) === hash
}

function putRow(db: DeskDatabase, { hash, name, mime, size, width, height }: AssetInfo, origin?: AssetOrigin): void {
  db.prepare('INSERT INTO assets (hash, name, mime, size, width, height, added_at, search_text, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    hash,
    name,
    mime,
    size,
    width,
    height,
    new Date().toISOString(),
    searchText([name]),
    origin === undefined ? null : JSON.stringify(origin),
  )
}

/** The picture that another one was cut out of, and how. */
export const AssetOrigin = z.object({ hash: AssetHash, crop: Crop })
export type AssetOrigin = z.infer<typeof AssetOrigin>

/** Words as the library's search compares them: lower case, without accents. */
export const searchText = (words: readonly string[]): string =>
  words
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()

/** The columns of an `AssetRow`. */
export const assetColumns = 'assets.hash, assets.name, assets.mime, assets.size, assets.width, assets.height, assets.pages, assets.alt, assets.caption, assets.credit'
export const AssetRow = z
  .object({ hash: AssetHash, name: z.string(), mime: z.string(), size: z.number(), width: z.number().nullable(), height: z.number().nullable(), pages: z.number().nullable(), ...AssetWords.shape })
  .transform(({ pages, alt, caption, credit, ...row }): AssetInfo => ({ ...row, ...(pages !== null && { pages }), ...([alt, caption, credit].some((part) => part !== '') && { words: { alt, caption, credit } }) }))

/** What the desk knows of a file, or undefined when it has none of this hash. */
export function describeAsset(db: DeskDatabase, hash: AssetHash): AssetInfo | undefined {
  return AssetRow.optional().parse(statement(db, `SELECT ${assetColumns} FROM assets WHERE hash = ?`).get(hash))
}

/** Whether a file is on the desk: in its list, and in its folder. Says nothing of its bytes. */
export function hasAsset({ db, path: folder }: DeskFolder, hash: AssetHash): boolean {
  return describeAsset(db, hash) !== undefined && existsSync(assetPath(folder, hash))
}

export function listAssets(db: DeskDatabase): AssetInfo[] {
  return z.array(AssetRow).parse(db.prepare(`SELECT ${assetColumns} FROM assets ORDER BY hash`).all())
}

/** Another text after every file that the desk takes. */
export const assetsVersion = (db: DeskDatabase): string => String(statement(db, "SELECT (SELECT coalesce(max(rowid), 0) FROM assets) || ' ' || (SELECT coalesce(max(added_at), '') FROM assets)").pluck().get())

/** Where a file of the desk is: in a folder named by the first two digits of its hash. */
export function assetPath(deskPath: string, hash: AssetHash): string {
  return path.join(deskPath, 'assets', hash.slice(0, 2), hash)
}

/**
 * The bytes of a file, which are exactly those that the hash names.
 * @throws DeskError `asset-missing` or `asset-damaged`.
 */
export async function readAsset(desk: DeskFolder, hash: AssetHash): Promise<Uint8Array> {
  const name = describeAsset(desk.db, hash)?.name ?? hash
  const bytes = await readFile(assetPath(desk.path, hash)).catch((error: unknown) => {
    throw new DeskError('asset-missing', `The file ‘${name}’ is missing from the desk’s folder ‘assets’.`, { place: name, detail: String(error) })
  })
  if (hashOf(bytes) !== hash) throw new DeskError('asset-damaged', `The file ‘${name}’ in the desk’s folder ‘assets’ was changed or damaged.`, { place: name })
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
