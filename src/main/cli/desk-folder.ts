import path from 'node:path'
import { openDesk, type Desk } from '../desk/desk'
import type { Terminal } from './terminal'

/** The folder that `--desk` names, or else the one that the shell is in. */
export function deskFolder(given: string | undefined, { directory }: Terminal): string {
  return path.resolve(directory, given ?? '.')
}

/** Opens the desk as the window would, lock included, and closes it after the work. @throws DeskError when it can't be opened. */
export async function withDesk<T>(folder: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = openDesk(folder)
  try {
    return await work(desk)
  } finally {
    desk.close()
  }
}
