import { DeskError } from '../../shared/result'
import type { AssetInfo } from '../../shared/ipc'
import type { Desk } from '../desk/desk'
import type { Pictures } from '../assets/pictures'
import { takeFile } from '../assets/take-file'
import { folderOfPage, readPageFile, type PageFolder } from './page-files'

/** The files of one page on their way to the desk, each read once. */
export interface PageAssets {
  /** The file that an address of the page names, or in words why it is not on the desk. */
  take(address: string): Promise<TakenAsset>
}

export type TakenAsset = { readonly ok: true; readonly asset: AssetInfo } | { readonly ok: false; readonly problem: string }

export function takePageAssets(desk: Desk, page: string, pictures: Pictures): PageAssets {
  const folder = folderOfPage(page)
  const taken = new Map<string, Promise<TakenAsset>>()
  return {
    take(address) {
      const before = taken.get(address)
      if (before) return before
      const now = takeAsset(desk, folder, address, pictures)
      taken.set(address, now)
      return now
    },
  }
}

async function takeAsset(desk: Desk, folder: PageFolder, address: string, pictures: Pictures): Promise<TakenAsset> {
  const shown = address.length > 120 ? `${address.slice(0, 117)}…` : address
  try {
    const file = await readPageFile(folder, address)
    if (!file.ok) return { ok: false, problem: `The file ‘${shown}’ was not taken: ${file.reason}.` }
    return { ok: true, asset: await takeFile(desk, file, pictures) }
  } catch (error) {
    if (error instanceof DeskError) return { ok: false, problem: error.message }
    return { ok: false, problem: `The file ‘${shown}’ could not be read.` }
  }
}
