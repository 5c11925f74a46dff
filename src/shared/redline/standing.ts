import type { RedlineBlock, Standing } from './redline-shape'

export type Side = 'before' | 'after'

/** Whether a block stands only in the older text, or at its former place. */
export const isGone = ({ change }: Pick<RedlineBlock, 'change'>): boolean => change === 'deleted' || change === 'movedFrom'
/** Whether it stands only in the newer text, or at its new place. */
export const hasCome = ({ change }: Pick<RedlineBlock, 'change'>): boolean => change === 'inserted' || change === 'movedTo'

/** What a block is in one of the two revisions; null when it is not there. */
export function standingOn(block: RedlineBlock, side: Side): Standing | null {
  if (side === 'after') return isGone(block) ? null : block
  return hasCome(block) ? null : (block.was ?? block)
}
