import { textOfAttribute } from '../document/attributes'
import type { DocumentNode } from '../story/revision'
import type { Flavour } from './flavour'

/**
 * What Markdown has no words for stands in a box: an element of HTML around Markdown, each tag in a block of its own. Where
 * HTML is not shown, everything inside still is.
 */
export interface Box {
  /** The first class says what it is; the others, how. They are those of the page’s HTML. */
  readonly classes: readonly string[]
  /** Percent from the left and from the top. */
  readonly focus: readonly [number, number] | null
}

const tag = /^<div class="([^"<>&]*)"(?: data-focus="(\d{1,3}) (\d{1,3})")?(?: markdown="1")?>$/

export function openingTag({ classes, focus }: Box, { asksForMarkdown }: Pick<Flavour, 'asksForMarkdown'>): string {
  return `<div class="${classes.join(' ')}"${focus === null ? '' : ` data-focus="${focus.join(' ')}"`}${asksForMarkdown ? ' markdown="1"' : ''}>`
}

export const closingTag = '</div>'

/** The class of a box whose heading was added for readers, and is no title of the desk’s. */
export const untitled = 'untitled'

/** The box that a block of HTML opens; null when it is anything else. */
export function boxOpenedBy(html: string): Box | null {
  const [, classes, x, y] = tag.exec(html.trim()) ?? []
  return classes === undefined ? null : { classes: classes.split(' ').filter((name) => name !== ''), focus: x === undefined || y === undefined ? null : [Number(x), Number(y)] }
}

/** The box of a figure that does not stand as most do; null for those that do. */
export function figureBox(figure: DocumentNode): Box | null {
  const [width, align] = [textOfAttribute(figure, 'width'), textOfAttribute(figure, 'align')]
  const { focusX = 50, focusY = 50 } = figure.attrs ?? {}
  const focus = typeof focusX === 'number' && typeof focusY === 'number' && (focusX !== 50 || focusY !== 50) ? ([focusX, focusY] as const) : null
  const classes = ['figure', ...(width === '' ? [] : [`width-${width}`]), ...(align === '' ? [] : [`align-${align}`])]
  return classes.length === 1 && focus === null ? null : { classes, focus }
}
