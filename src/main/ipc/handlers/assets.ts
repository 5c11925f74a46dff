import { dialog } from 'electron'
import { copyFile } from 'node:fs/promises'
import { DeskError } from '../../../shared/result'
import type { AssetHash } from '../../../shared/story/ids'
import { addAsset, assetPath, describeAsset } from '../../store/assets'
import type { Workstation } from '../../workstation'
import type { Handlers } from '../router'

/** Calls about pictures and files. Their bytes reach the window only as pictures, over `copydesk-asset:`. */
export function assetHandlers(station: Workstation): Pick<Handlers, 'asset.add' | 'asset.describe' | 'asset.saveAs'> {
  const known = (hash: AssetHash) => {
    const info = describeAsset(station.need().desk.db, hash)
    if (info === undefined) throw new DeskError('no-asset', 'This file is not on the desk.')
    return info
  }
  return {
    'asset.add': ({ name, bytes }) => addAsset(station.need().desk, { name, bytes }),
    'asset.describe': ({ hash }) => known(hash),
    async 'asset.saveAs'({ hash }) {
      const info = known(hash)
      const { desk } = station.need()
      const { filePath } = await dialog.showSaveDialog({ title: 'Save a copy', defaultPath: info.name })
      if (!filePath) return null
      await copyFile(assetPath(desk.path, hash), filePath).catch((error: unknown) => {
        throw new DeskError('not-saved', `A copy of ‘${info.name}’ could not be saved there. Choose a place that you may write to and that has room.`, { place: filePath, detail: String(error) })
      })
      return filePath
    },
  }
}
