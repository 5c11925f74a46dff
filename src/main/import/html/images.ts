import type { Element } from 'hast'
import type { EntryImage } from '../imported-entry'
import { attribute, find, textOf, type Parent } from './elements'

/** Where an image's file is: pages that load images late keep the real address beside a placeholder. */
export function imageAddress(image: Element): string {
  const source = attribute(image, 'src')
  const late = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataFullSrc'].map((name) => attribute(image, name)).find((address) => address !== '')
  const isPlaceholder = source === '' || /^data:/i.test(source)
  return isPlaceholder ? (late ?? (firstOfSet(attribute(image, 'srcSet') || attribute(image, 'dataSrcset')) || source)) : source
}

const firstOfSet = (set: string): string => set.trim().split(/[\s,]+/)[0] ?? ''

/** Whether an image is there to count readers, not to be seen: at most two pixels wide or high, or hidden. */
export function isTracker(image: Element): boolean {
  const isTiny = (name: string): boolean => /^[0-2]$/.test(attribute(image, name))
  return isTiny('width') || isTiny('height') || imageAddress(image) === ''
}

/** An image with what the page says of it. An empty alternative text is a question for the editor, not an answer. */
export function readImage(image: Element, scope: Parent): EntryImage {
  const figure = find(scope, (element) => element.tagName === 'figure' && find(element, (inner) => inner === image) !== undefined)
  const caption = figure && find(figure, ({ tagName }) => tagName === 'figcaption')
  return {
    address: imageAddress(image),
    alt: attribute(image, 'alt').replace(/\s+/g, ' '),
    decorative: /^(?:presentation|none)$/.test(attribute(image, 'role')),
    caption: caption ? textOf(caption) : '',
    credit: '',
  }
}
