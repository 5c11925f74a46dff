import type { AssetHash } from '../story/ids'
import type { Revision } from '../story/revision'

/**
 * The names by which a story goes for its files on every desk that it is on: those of the versions that decisions are about, the most
 * recent ones first, and for what is in none of them those of its home. A name is part of a version and of its hash, so the same file
 * under another name on one of the desks would look like an edit there.
 */
export function fileNames(versions: readonly Revision[], atHome: StoryFileNames = new Map()): ReadonlyMap<AssetHash, string> {
  const names = new Map(atHome)
  for (const { assets } of [...versions].reverse()) for (const { hash, name } of assets) names.set(hash, name)
  return names
}

type StoryFileNames = ReadonlyMap<AssetHash, string>

/** Whether a file that comes from elsewhere has a name and nothing more: no folder, no sign that can't be seen. */
export function isPlainFileName(name: string): boolean {
  return name.length > 0 && name.length <= 255 && name.trim() === name && name !== '.' && name !== '..' && !/[\p{Cc}\p{Cf}\\/]/u.test(name)
}
