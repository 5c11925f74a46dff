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
}

export function rememberChosenPaths(known: (asked: string) => boolean = () => false): ChosenPaths {
  const chosen = new Set<string>()
  return {
    grant(answer) {
      if (answer === undefined) return null
      chosen.add(path.resolve(answer))
      return answer
    },
    require(asked) {
      if (!chosen.has(path.resolve(asked)) && !known(path.resolve(asked))) throw new DeskError('not-chosen', 'Choose this file or folder in the dialog first.', { place: asked })
      return asked
    },
  }
}
