import path from 'node:path'
import { z } from 'zod'
import { AssetHash } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** A smaller picture of a picture, or a picture of a PDF's first page. */
export const AssetVariant = z.object({ width: z.number(), height: z.number(), format: z.enum(['jpeg', 'png', 'gif', 'webp', 'avif']), size: z.number() })
export type AssetVariant = z.infer<typeof AssetVariant>

/** Where the pictures derived from a file are. All of this folder can be made again from the files themselves. */
export const derivedFolder = (deskPath: string): string => path.join(deskPath, 'assets', 'derived')
export const variantFolder = (deskPath: string, hash: AssetHash): string => path.join(derivedFolder(deskPath), hash.slice(0, 2), hash)

/** The pictures that were made of a file, the widest first. */
export function variantsOf(db: DeskDatabase, hash: AssetHash): AssetVariant[] {
  return z.array(AssetVariant).parse(statement(db, 'SELECT width, height, format, size FROM asset_variants WHERE asset = ? ORDER BY width DESC, format').all(hash))
}

const Waiting = z.object({ hash: AssetHash, name: z.string(), mime: z.string() })

/** The file that has waited longest for its derived pictures. */
export function nextToPrepare(db: DeskDatabase): z.infer<typeof Waiting> | undefined {
  return Waiting.optional().parse(statement(db, 'SELECT hash, name, mime FROM assets WHERE prepared = 0 ORDER BY added_at, hash LIMIT 1').get())
}

/** Notes what was made of a file; null when nothing can be made of it. */
export function putDerivedPictures(db: DeskDatabase, hash: AssetHash, derived: { readonly variants: readonly AssetVariant[]; readonly pages: number | null } | null): void {
  db.transaction(() => {
    db.prepare('DELETE FROM asset_variants WHERE asset = ?').run(hash)
    for (const { width, height, format, size } of derived?.variants ?? []) db.prepare('INSERT INTO asset_variants (asset, width, height, format, size) VALUES (?, ?, ?, ?, ?)').run(hash, width, height, format, size)
    db.prepare('UPDATE assets SET prepared = ?, pages = ? WHERE hash = ?').run(derived === null ? 2 : 1, derived?.pages ?? null, hash)
  }).immediate()
}

/** Asks for the derived pictures of a file anew: they are no longer where they were. */
export function prepareAgain(db: DeskDatabase, hash: AssetHash): void {
  db.transaction(() => {
    db.prepare('DELETE FROM asset_variants WHERE asset = ?').run(hash)
    db.prepare('UPDATE assets SET prepared = 0 WHERE hash = ?').run(hash)
  }).immediate()
}
