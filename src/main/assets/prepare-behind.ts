import type { AssetHash } from '../../shared/story/ids'
import { assetPath } from '../store/assets'
import { nextToPrepare, putDerivedPictures, variantFolder } from '../store/asset-variants'
import type { Desk } from '../desk/desk'
import type { Derived } from './derive-pictures'
import type { Pictures } from './pictures'

/** Makes the derived pictures of the desk's files behind all other work. */
export interface Preparing {
  /** Starts, or starts again when there may be more. */
  start(): void
  /** Resolves when nothing works on the desk any more. */
  stop(): Promise<void>
}

/**
 * One file after the other; the store remembers which still wait, so that an import in another process, or an end in the middle,
 * leaves none out.
 * @param changed Told of each file whose pictures are there now.
 */
export function prepareBehind(desk: Desk, { derive }: Pick<Pictures, 'derive'>, changed: (hashes: readonly AssetHash[]) => void): Preparing {
  let running: Promise<void> | undefined
  const stopping = new AbortController()

  async function run(): Promise<void> {
    for (let file = waiting(); file !== undefined; file = waiting()) {
      const derived = await derive({ mime: file.mime, file: assetPath(desk.path, file.hash), folder: variantFolder(desk.path, file.hash) }, stopping.signal).catch((error: unknown): Derived | null => {
        if (!stopping.signal.aborted) console.error(`No smaller pictures could be made of ${file?.name}`, error)
        return null
      })
      if (stopping.signal.aborted) return
      putDerivedPictures(desk.db, file.hash, derived)
      changed([file.hash])
    }
  }

  const waiting = () => (stopping.signal.aborted ? undefined : nextToPrepare(desk.db))

  return {
    start() {
      if (stopping.signal.aborted || running !== undefined) return
      running = run()
        .catch((error: unknown) => console.error('Smaller pictures could not be made', error))
        .finally(() => (running = undefined))
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
