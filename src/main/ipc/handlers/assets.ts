import { dialog } from 'electron'
import { copyFile } from 'node:fs/promises'
import type { AssetInfo } from '../../../shared/assets/asset-info'
import type { Crop } from '../../../shared/assets/crop'
import type { EventPayload } from '../../../shared/ipc'
import { DeskError } from '../../../shared/result'
import type { AssetHash } from '../../../shared/story/ids'
import { cropAsset } from '../../assets/crop-asset'
import { takeFile } from '../../assets/take-file'
import { replaceEverywhere } from '../../session/replace-everywhere'
import { assetPath, describeAsset } from '../../store/assets'
import { assetDetails, listLibrary, removeAsset, setAssetWords } from '../../store/library'
import type { Workstation } from '../../workstation'
import type { Handlers } from '../router'

type AssetCalls = Pick<Handlers, 'asset.add' | 'asset.describe' | 'asset.saveAs' | 'asset.list' | 'asset.details' | 'asset.setWords' | 'asset.crop' | 'asset.replace' | 'asset.remove'>

/** Calls about pictures and files. Their bytes reach the window only as pictures, over `copydesk-asset:`. */
export function assetHandlers(station: Workstation, report: (progress: EventPayload<'job.progress'>) => void, changed: (hashes: readonly AssetHash[]) => void): AssetCalls {
  const desk = () => station.need().desk
  const known = (hash: AssetHash): AssetInfo => {
    const info = describeAsset(desk().db, hash)
    if (info === undefined) throw new DeskError('no-asset', 'This file is not on the desk.')
    return info
  }
  /** What was added is shown in the library, and its smaller pictures are made behind. */
  const added = (info: AssetInfo): AssetInfo => {
    if (station.session() !== undefined) station.preparing().start()
    changed([info.hash])
    return info
  }
  return {
    'asset.add': async (file) => added(await takeFile(desk(), file, station.pictures)),
    'asset.describe': ({ hash }) => known(hash),
    async 'asset.saveAs'({ hash }) {
      const info = known(hash)
      const { path } = desk()
      const { filePath } = await dialog.showSaveDialog({ title: 'Save a copy', defaultPath: info.name })
      if (!filePath) return null
      await copyFile(assetPath(path, hash), filePath).catch((error: unknown) => {
        throw new DeskError('not-saved', `A copy of ‘${info.name}’ could not be saved there. Choose a place that you may write to and that has room.`, { place: filePath, detail: String(error) })
      })
      return filePath
    },
    'asset.list': (query) => listLibrary(desk().db, query),
    'asset.details'({ hash }) {
      station.need().index.flush()
      return assetDetails(desk().db, hash)
    },
    'asset.setWords'({ hash, ...words }) {
      setAssetWords(desk().db, hash, words)
      changed([hash])
    },
    'asset.crop': async ({ hash, crop }: { hash: AssetHash; crop: Crop }) => added(await cropAsset(desk(), known(hash), crop, station.pictures)),
    async 'asset.replace'({ job, ...which }) {
      const session = station.need()
      const replaced = await station.jobs.runHere(job, session.desk.path, (signal) => replaceEverywhere(session, which, (progress) => report({ job, ...progress }), signal))
      changed([which.from, which.to])
      return replaced
    },
    async 'asset.remove'({ hash }) {
      station.need().index.flush()
      await removeAsset(desk(), hash)
      changed([hash])
    },
  }
}
