import type { WebContents } from 'electron'

const lastActs = new WeakMap<WebContents, number>()
const acts = new Set(['rawKeyDown', 'keyDown', 'mouseDown', 'mouseUp'])
/** A choice in a menu of the page is answered within this time; milliseconds. */
const momentMs = 2000

/** Notes when a person last pressed a key or a button in a window; a page can't make such events. */
export function noteActs(contents: WebContents): void {
  const note = (): void => void lastActs.set(contents, performance.now())
  contents.on('before-input-event', note)
  contents.on('input-event', (_event, { type }) => {
    if (acts.has(type)) note()
  })
}

/** Whether a person did something in the window just now. */
export const actedJustNow = (contents: WebContents): boolean => performance.now() - (lastActs.get(contents) ?? Number.NEGATIVE_INFINITY) < momentMs
