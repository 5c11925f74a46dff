import type { StoryId } from '@shared/story/ids'
import type { Editor } from '@tiptap/core'
import { placeIn, rememberPlace, type Scroll } from './place-memory'

/** Whoever is killed in the middle of a word finds the place of so long ago; milliseconds. */
const pauseMs = 1000

/**
 * Scrolls a story to where it was left, remembers from now on where one is in it, and stays there when the lines become
 * longer or shorter, because a pane came or went say. Answers how to stop.
 * @param scroller What the text is scrolled in.
 */
export function followPlace(editor: Editor, scroller: HTMLElement, story: StoryId): () => void {
  const { dom } = editor.view
  let timer: ReturnType<typeof setTimeout> | undefined
  const remember = (): void => {
    clearTimeout(timer)
    timer = undefined
    const { anchor, head } = editor.state.selection
    const scroll = scrollNow(dom, scroller)
    rememberPlace(story, { cursor: { anchor, head }, ...(scroll && { scroll }) })
  }
  const soon = (): void => {
    timer ??= setTimeout(remember, pauseMs)
  }
  let sight: Scroll | undefined = placeIn(story).scroll
  let stopScrolling = scrollBack(dom, scroller, sight)
  // Told with the first frame; to ask now would lay out the text before it is complete.
  let width: number | null = null
  const resized = new ResizeObserver(() => {
    const { clientWidth } = dom
    if (clientWidth === width || clientWidth === 0) return
    const isFirst = width === null
    width = clientWidth
    if (isFirst) return
    stopScrolling()
    stopScrolling = scrollBack(dom, scroller, sight)
  })
  resized.observe(dom)
  // What was in sight before the lines changed is known only from before: by then they have changed.
  const scrolled = (): void => {
    sight = scrollNow(dom, scroller) ?? sight
    soon()
  }
  scroller.addEventListener('scroll', scrolled, { passive: true })
  // Whoever puts the cursor somewhere, at a match say that the story was opened at, wants to be there.
  const elsewhere = (): void => {
    stopScrolling()
    soon()
  }
  editor.on('selectionUpdate', elsewhere)
  window.addEventListener('pagehide', remember)
  return () => {
    stopScrolling()
    resized.disconnect()
    remember()
    clearTimeout(timer)
    scroller.removeEventListener('scroll', scrolled)
    editor.off('selectionUpdate', elsewhere)
    window.removeEventListener('pagehide', remember)
  }
}

/** The first block in sight: the places of blocks far off are estimates, so that a number of pixels alone would say little. */
function scrollNow(text: HTMLElement, scroller: HTMLElement): Scroll | null {
  const { top } = scroller.getBoundingClientRect()
  const blocks = text.children
  let [low, high] = [0, blocks.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle
    else low = middle + 1
  }
  const block = blocks[low]
  return block ? { block: low, offset: Math.round(block.getBoundingClientRect().top - top) } : null
}

/** Scrolls, and corrects itself in the next frames, when the blocks around have got their real heights. */
function scrollBack(text: HTMLElement, scroller: HTMLElement, scroll: Scroll | undefined): () => void {
  let frame = 0
  const go = (again: number): void => {
    const block = text.children[Math.min(scroll?.block ?? 0, text.children.length - 1)]
    if (scroll === undefined || block === undefined) return
    scroller.scrollTop += block.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroll.offset
    if (again > 0) frame = requestAnimationFrame(() => go(again - 1))
  }
  go(2)
  return () => cancelAnimationFrame(frame)
}
