import path from 'node:path'
import type { Desk } from '../desk/desk'
import { withDesk } from '../desk/with-desk'
import type { Terminal } from './terminal'

/** The folder that `--desk` names, or else the one that the shell is in. */
export function deskFolder(given: string | undefined, { directory }: Terminal): string {
  return path.resolve(directory, given ?? '.')
}

/** Works on the desk as the window would, lock included. @throws DeskError when it can't be opened. */
export function onDesk<T>(folder: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  return withDesk(folder, { lock: true }, work)
}
