import type { AssetInfo } from '@shared/ipc'
import { create } from 'zustand'
import { closeOverlay, showOverlay } from '../../app/app-store'

interface Choosing {
  /** What the library is open to choose; null when it is only looked at. */
  readonly wanted: 'picture' | 'all' | null
  readonly settle: (asset: AssetInfo | null) => void
}

const nobody: Choosing = { wanted: null, settle: () => undefined }

export const useChoosing = create<Choosing>(() => nobody)

/** Opens the library to choose a file from; null when it is closed without. */
export function chooseAsset(wanted: 'picture' | 'all'): Promise<AssetInfo | null> {
  useChoosing.getState().settle(null)
  return new Promise((settle) => {
    useChoosing.setState({ wanted, settle })
    showOverlay('assets')
  })
}

/** Closes the library, with what was chosen in it. */
export function leaveLibrary(asset: AssetInfo | null = null): void {
  const { settle } = useChoosing.getState()
  useChoosing.setState(nobody)
  closeOverlay()
  settle(asset)
}
