import type { Box } from '../find/box-of-words'

/**
 * Keeps a mirror exactly over its box, which is placed in the same element: where the box is drawn, as large, and scrolled as far. Nothing is measured
 * out of turn: the browser tells when the box was laid out anew. (CSS anchors would do it alone, but see `margin-tops.ts`.) Answers how to stop.
 */
export function keepOver(mirror: HTMLElement, box: Box): () => void {
  const place = (): void => {
    const { width, height } = box.getBoundingClientRect()
    mirror.style.translate = `${box.offsetLeft}px ${box.offsetTop}px`
    // To the fraction of a pixel: a line that is narrower would break at another word.
    mirror.style.width = `${width}px`
    mirror.style.height = `${height}px`
    follow()
  }
  const follow = (): void => {
    mirror.scrollLeft = box.scrollLeft
  }
  const laidOut = new ResizeObserver(place)
  laidOut.observe(box)
  // In the middle of something, a box moves when that gets wider.
  if (box.parentElement !== null) laidOut.observe(box.parentElement)
  box.addEventListener('scroll', follow)
  return () => {
    laidOut.disconnect()
    box.removeEventListener('scroll', follow)
  }
}
