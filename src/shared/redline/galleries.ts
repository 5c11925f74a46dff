import type { RedlineBlock } from './redline-shape'
import { standingOn, type Side } from './standing'

/** By index: the pictures of galleries that are in both revisions. They come and go one by one; a gallery that came or went is one change with all of its pictures. */
export function picturesOneByOne(blocks: readonly RedlineBlock[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const side of ['before', 'after'] as const) {
    for (const gallery of galleriesOn(blocks, side)) if (gallery.some((index) => !isWholly(blocks[index], side))) for (const index of gallery) found.add(index)
  }
  return found
}

const isWholly = (block: RedlineBlock | undefined, side: Side): boolean => block?.change === (side === 'before' ? 'deleted' : 'inserted')

/** The pictures of each gallery in one of the two revisions. */
function galleriesOn(blocks: readonly RedlineBlock[], side: Side): number[][] {
  const galleries: number[][] = []
  blocks.forEach((block, index) => {
    const standing = standingOn(block, side)
    if (standing?.within.at(-1) !== 'gallery') return
    const last = galleries.at(-1)
    if (last === undefined || standing.shared < standing.within.length) galleries.push([index])
    else last.push(index)
  })
  return galleries
}
