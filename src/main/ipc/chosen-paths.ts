import path from 'node:path'
import { DeskError } from '../../shared/result'

/**
 * The files and folders that a person chose in the system's dialog. The window may ask for work on these only: a page
 * that was taken over can't read or write anywhere else by naming a path.
 */
export interface ChosenPaths {
  /** Remembers what the dialog answered, and gives it on. */
  grant(chosen: string | undefined): string | null
  /** @throws DeskError when nobody chose this path. */
  require(asked: string): string
  /** The folder of a desk to open: a chosen one, or one that was open here before. @throws DeskError when it is neither. */
  requireDesk(asked: string): string
}

/** @param wasOpen Whether a folder (absolute) is that of a desk that was open here before. It may be opened again, and nothing else. */
export function rememberChosenPaths(wasOpen: (folder: string) => boolean = () => false): ChosenPaths {
  const chosen = new Set<string>()
  const isChosen = (asked: string): boolean => chosen.has(path.resolve(asked))
  return {
    grant(answer) {
      if (answer === undefined) return null
      chosen.add(path.resolve(answer))
      return answer
    },
    require: (asked) => (isChosen(asked) ? asked : refuse(asked)),
    requireDesk: (asked) => (isChosen(asked) || wasOpen(path.resolve(asked)) ? asked : refuse(asked)),
  }
}

function refuse(asked: string): never {
  throw new DeskError('not-chosen', 'Choose this file or folder in the dialog first.', { place: asked })
}
