import { DeskError } from '../../shared/result'
import type { Kind } from '../../shared/story/kind'
import type { Desk } from './desk'

/**
 * The kind of this name; for one that the desk no longer has, its first kind, whose common fields keep the story's texts.
 * @throws DeskError when the desk has no kinds at all.
 */
export function kindNamed({ kinds }: Pick<Desk, 'kinds'>, name: unknown): Kind {
  const kind = kinds.find((candidate) => candidate.id === name) ?? kinds[0]
  if (kind === undefined) throw new DeskError('no-kinds', 'This desk has no kinds of story. Add one in its settings.')
  return kind
}
