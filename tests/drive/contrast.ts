import type { Page } from '@playwright/test'

/**
 * What the scan doesn't measure of the boxes that one writes and chooses in: the words in an empty one (4.5:1, WCAG 1.4.3), and the edge
 * by which one sees that there is a box (3:1, WCAG 1.4.11). Boxes that are switched off are left out, as they are there.
 * @returns Each fault in words; empty when there is none.
 */
export function faintBoxes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (pen === null) throw new Error('This browser has no canvas')
    /** The colour that is seen where these lie over each other, the lowest first: as lightness from 0 to 1. */
    const lightness = (...colours: readonly (readonly [colour: string, opacity: number])[]): number => {
      for (const [colour, opacity] of [['white', 1] as const, ...colours]) {
        pen.globalAlpha = opacity
        pen.fillStyle = colour
        pen.fillRect(0, 0, 1, 1)
      }
      const [red = 0, green = 0, blue = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    const ground = (element: Element | null): (readonly [string, number])[] => (element === null ? [] : [...ground(element.parentElement), [getComputedStyle(element).backgroundColor, 1]])
    const layer = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
    const kinds = 'input:not([type="checkbox"], [type="radio"], [type="range"], [type="file"]), textarea, select'
    return [...layer.querySelectorAll<HTMLInputElement>(kinds)].filter((box) => box.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !box.matches(':disabled, :focus')).flatMap((box) => {
      const name = `${box.tagName.toLowerCase()}.${box.className} ‘${box.ariaLabel ?? box.labels?.[0]?.textContent ?? box.placeholder}’`
      const [around, inside] = [ground(box.parentElement), ground(box)]
      const { borderTopWidth, borderTopColor } = getComputedStyle(box)
      const words = getComputedStyle(box, '::placeholder')
      const edge = contrast(lightness(...around, [borderTopColor, 1]), lightness(...around))
      const placeholder = contrast(lightness(...inside, [words.color, Number(words.opacity)]), lightness(...inside))
      return [
        ...(parseFloat(borderTopWidth) > 0 && borderTopColor !== 'rgba(0, 0, 0, 0)' && edge < 3 ? [`${name} has an edge of ${edge.toFixed(2)}:1`] : []),
        ...(box.placeholder !== '' && box.matches(':placeholder-shown') && placeholder < 4.5 ? [`${name} has words of ${placeholder.toFixed(2)}:1 while it is empty`] : []),
      ]
    })
  })
}
