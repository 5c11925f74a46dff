import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import type { AssetWords } from '../../shared/assets/asset-info'
import { type AssetDetails, LibraryAsset, type LibraryQuery } from '../../shared/assets/library'
import { DeskError } from '../../shared/result'
import type { AssetHash } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { earlierUses, isUsed, usesOf } from './asset-uses'
import { AssetOrigin, assetColumns, assetPath, AssetRow, describeAsset, searchText } from './assets'
import { variantFolder } from './asset-variants'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** What a page of the library has of each file beside its own columns. */
const libraryColumns = `${assetColumns}, (SELECT count(*) FROM asset_uses WHERE asset = assets.hash) AS stories, EXISTS (SELECT 1 FROM asset_variants WHERE asset = assets.hash) OR (assets.mime LIKE 'image/%' AND assets.width <= 400) AS thumbnail`
const Counted = z.object({ stories: z.number(), thumbnail: z.number().transform((value) => value === 1) })
const libraryRow = (row: unknown): LibraryAsset => LibraryAsset.parse({ ...AssetRow.parse(row), ...Counted.parse(row) })

const typeConditions: Readonly<Record<LibraryQuery['type'], string>> = {
  all: 'true',
  picture: "mime LIKE 'image/%'",
  pdf: "mime = 'application/pdf'",
  document: "mime NOT LIKE 'image/%' AND mime <> 'application/pdf'",
}
const used = '(EXISTS (SELECT 1 FROM asset_uses WHERE asset = assets.hash) OR EXISTS (SELECT 1 FROM revision_assets WHERE asset = assets.hash))'
const useConditions: Readonly<Record<LibraryQuery['use'], string>> = { all: 'true', used, unused: `NOT ${used}` }
const orders: Readonly<Record<LibraryQuery['sort'], string>> = { newest: 'added_at DESC, hash', name: 'name COLLATE NOCASE, hash', size: 'size DESC, hash' }

/** A page of the library, and how many files there are in all. A file is found when its name and words have all that is searched for. */
export function listLibrary(db: DeskDatabase, { search, type, use, sort, offset, limit }: LibraryQuery & { readonly offset: number; readonly limit: number }): { assets: LibraryAsset[]; total: number } {
  const words = searchText([search]).split(/\s+/).filter((word) => word !== '').slice(0, 16)
  const given = Object.fromEntries(words.map((word, index) => [`word${index}`, word]))
  // What is looked up in other tables comes last.
  const condition = [...words.map((_, index) => `instr(assets.search_text, :word${index}) > 0`), typeConditions[type], useConditions[use]].join(' AND ')
  const total = Number(statement(db, `SELECT count(*) FROM assets WHERE ${condition}`).pluck().get(given))
  // First which files, then all of theirs: the counts of a page alone are looked up.
  const page = `SELECT rowid FROM assets WHERE ${condition} ORDER BY ${orders[sort]} LIMIT :limit OFFSET :offset`
  const rows = statement(db, `SELECT ${libraryColumns} FROM assets WHERE rowid IN (${page}) ORDER BY ${orders[sort]}`).all({ ...given, limit, offset })
  return { assets: rows.map(libraryRow), total }
}

const DetailRow = z.object({ addedAt: z.string(), origin: z.string().nullable() })

/** All that the library knows of a file. @throws DeskError when it is not on the desk. */
export function assetDetails(db: DeskDatabase, hash: AssetHash): AssetDetails {
  const row = statement(db, `SELECT ${libraryColumns}, added_at AS addedAt, origin FROM assets WHERE hash = ?`).get(hash)
  if (row === undefined) throw noAsset()
  const { addedAt, origin } = DetailRow.parse(row)
  return { asset: libraryRow(row), addedAt, uses: usesOf(db, hash), earlier: earlierUses(db, hash), origin: originOf(db, origin) }
}

const noAsset = (): DeskError => new DeskError('no-asset', 'This file is not on the desk.')

/** A cut remembers its original as long as that is on the desk. */
function originOf(db: DeskDatabase, json: string | null): AssetDetails['origin'] {
  const origin = json === null ? undefined : AssetOrigin.parse(JSON.parse(json))
  const original = origin && describeAsset(db, origin.hash)
  return origin === undefined || original === undefined ? null : { hash: origin.hash, name: original.name, crop: origin.crop }
}

/** Says what new uses of a file start with. @throws DeskError when it is not on the desk. */
export function setAssetWords(db: DeskDatabase, hash: AssetHash, { alt, caption, credit }: AssetWords): void {
  const info = describeAsset(db, hash)
  if (info === undefined) throw noAsset()
  db.prepare('UPDATE assets SET alt = ?, caption = ?, credit = ?, search_text = ? WHERE hash = ?').run(alt, caption, credit, searchText([info.name, alt, caption, credit]), hash)
}

/**
 * Takes a file off the desk with all that was derived from it. Its row goes first: a file without a row is no part of the desk.
 * @throws DeskError when a story has it, in any of its versions.
 */
export async function removeAsset({ db, path }: Pick<Desk, 'db' | 'path'>, hash: AssetHash): Promise<void> {
  removeRow(db, hash)
  await Promise.all(placesOf(path, hash).map((place) => rm(place, { recursive: true, force: true })))
}

/** The same before anything else can happen on the desk. @throws as `removeAsset`. */
export function removeAssetNow({ db, path }: Pick<Desk, 'db' | 'path'>, hash: AssetHash): void {
  if (describeAsset(db, hash) !== undefined) removeRow(db, hash)
  for (const place of placesOf(path, hash)) rmSync(place, { recursive: true, force: true })
}

/** Where the bytes of a file are, and what was made of them. */
const placesOf = (folder: string, hash: AssetHash): string[] => [assetPath(folder, hash), variantFolder(folder, hash)]

function removeRow(db: DeskDatabase, hash: AssetHash): void {
  const remove = db.transaction(() => {
    const info = describeAsset(db, hash)
    if (info === undefined) throw noAsset()
    if (isUsed(db, hash)) throw new DeskError('asset-used', `‘${info.name}’ is in use: a story, or an earlier version of one, has it. Versions are kept as they were signed, with their files.`, { place: info.name })
    db.prepare('DELETE FROM asset_variants WHERE asset = ?').run(hash)
    db.prepare('DELETE FROM assets WHERE hash = ?').run(hash)
  })
  remove.immediate()
}
