import { computePosition, flip, offset, shift, type Placement } from '@floating-ui/dom'
import { pageLayer } from './layer'

/** The pointer rests this long before a hint is shown; milliseconds. */
const restMs = 500
/** From one hint to the next one need not wait again. Milliseconds. */
const nextMs = 200
/** How often is looked whether the element is there still; milliseconds. */
const goneMs = 300

const sides: Readonly<Record<string, Placement>> = { top: 'top', bottom: 'bottom', left: 'left', right: 'right' }

/**
 * Shows the hint (`data-hint`, see `Hint`) of what the pointer rests on, or the keyboard's focus came to; answers how to stop. One
 * element serves the whole window: a tooltip that each button brings along would be most of what the window holds.
 * It is in the way of nothing: a click, Escape, scrolling, or leaving its element takes it away.
 */
export function showHints(page: Document): () => void {
  const hint = page.createElement('div')
  hint.className = 'hint'
  hint.id = 'hint'
  hint.setAttribute('role', 'tooltip')
  let about: HTMLElement | null = null
  let shownFor: HTMLElement | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let watch: ReturnType<typeof setInterval> | undefined
  let hiddenAt = -nextMs

  function hide(): void {
    clearTimeout(timer)
    clearInterval(watch)
    about = null
    if (shownFor === null) return
    shownFor.removeAttribute('aria-describedby')
    shownFor = null
    hint.remove()
    hiddenAt = performance.now()
  }
  function show(target: HTMLElement): void {
    const { hint: words, hintKeys: keys } = target.dataset
    // An open menu has taken the place where the hint would stand.
    if (words === undefined || !target.isConnected || (target.ariaHasPopup === 'menu' && target.ariaExpanded === 'true')) return
    hint.replaceChildren(words)
    if (keys !== undefined) {
      const shortcut = page.createElement('kbd')
      shortcut.textContent = keys
      hint.append(shortcut)
    }
    // An element that is described by something else keeps that.
    if (!target.hasAttribute('aria-describedby')) target.setAttribute('aria-describedby', hint.id)
    shownFor = target
    const layer = target.closest('dialog') ?? pageLayer()
    layer.append(hint)
    void place(target)
    watch = setInterval(() => !target.isConnected && hide(), goneMs)
  }
  async function place(target: HTMLElement): Promise<void> {
    const { x, y } = await computePosition(target, hint, { strategy: 'fixed', placement: sides[target.dataset['hintSide'] ?? ''] ?? 'bottom', middleware: [offset(6), flip({ padding: 8 }), shift({ padding: 8 })] })
    hint.style.left = `${Math.round(x)}px`
    hint.style.top = `${Math.round(y)}px`
  }
  function turnTo(target: HTMLElement | null, afterMs: number): void {
    if (target === about) return
    hide()
    about = target
    if (target !== null) timer = setTimeout(() => show(target), performance.now() - hiddenAt < nextMs ? 0 : afterMs)
  }
  const over = ({ target, pointerType }: PointerEvent): void => {
    if (pointerType !== 'touch') turnTo(hintedAround(target), restMs)
  }
  const focused = ({ target }: FocusEvent): void => {
    const hinted = hintedAround(target)
    if (hinted !== null && hinted === target && hinted.matches(':focus-visible')) turnTo(hinted, 0)
  }
  const pressed = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') hide()
  }
  /** What was clicked has told what it does: no hint until the pointer has been elsewhere. */
  const clicked = (): void => {
    const last = about
    hide()
    about = last
  }
  const stop = new AbortController()
  const heard = { capture: true, passive: true, signal: stop.signal } as const
  page.addEventListener('pointerover', over, heard)
  page.addEventListener('pointerout', ({ relatedTarget }) => relatedTarget === null && hide(), heard)
  page.addEventListener('pointerdown', clicked, heard)
  page.addEventListener('click', clicked, heard)
  page.addEventListener('focusin', focused, heard)
  page.addEventListener('focusout', ({ target }) => target === about && hide(), heard)
  page.addEventListener('keydown', pressed, heard)
  page.addEventListener('scroll', hide, heard)
  return () => {
    hide()
    stop.abort()
  }
}

const hintedAround = (target: EventTarget | null): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null)
