import type { AssetInfo } from '@shared/ipc'
import { useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { isPicture } from '../../editor/files/add-file'
import { insertAsset } from '../../editor/files/insert-files'
import { useShownEditor } from '../../editor/insert-words'
import { leaveLibrary, useChoosing } from './choose-asset'

/** Why a file can't be put into the open story now, or false when it can. */
export function useNoPlace(): string | false {
  const editor = useShownEditor((shown) => shown.editor)
  const mode = useApp((state) => state.mode)
  return editor === null || editor.isDestroyed || mode !== 'write' ? 'Open a story to write in it first' : false
}

/** Uses a file for what the library is open for: it is what was to be chosen, or goes into the open story. */
export function useUse(): (asset: AssetInfo | undefined) => void {
  const { wanted } = useChoosing()
  const noPlace = useNoPlace()
  return (asset) => {
    if (asset === undefined) return
    if (wanted === 'picture' && !isPicture(asset)) return
    if (wanted !== null) return void latest(asset).then(leaveLibrary)
    const { editor } = useShownEditor.getState()
    if (noPlace !== false || editor === null) return
    void latest(asset).then((now) => {
      leaveLibrary()
      // Once the dialog has given the focus back.
      requestAnimationFrame(() => insertAsset(editor, now))
    })
  }
}

/** With the words that were typed a moment ago. */
async function latest(asset: AssetInfo): Promise<AssetInfo> {
  const answer = await ask('asset.describe', { hash: asset.hash })
  return answer.ok ? answer.value : asset
}
