import type { Attribute } from '@tiptap/core'

/** An attribute of plain text, empty at first, kept as `data-…` in HTML. */
export function dataText(name: string): Partial<Attribute> {
  return {
    default: '',
    parseHTML: (element) => element.getAttribute(`data-${name}`) ?? '',
    renderHTML: (attributes) => ({ [`data-${name}`]: attributes[attributeOf(name)] }),
  }
}

/** An attribute that is one of some words; anything else is the first of them. */
export function dataChoice(name: string, choices: readonly [string, ...string[]]): Partial<Attribute> {
  return {
    default: choices[0],
    parseHTML: (element) => {
      const value = element.getAttribute(`data-${name}`)
      return value !== null && choices.includes(value) ? value : choices[0]
    },
    renderHTML: (attributes) => ({ [`data-${name}`]: attributes[attributeOf(name)] }),
  }
}

/** An attribute that is true or false, false at first. */
export function dataFlag(name: string): Partial<Attribute> {
  return {
    default: false,
    parseHTML: (element) => element.getAttribute(`data-${name}`) === 'true',
    renderHTML: (attributes) => ({ [`data-${name}`]: String(attributes[attributeOf(name)]) }),
  }
}

/** An attribute that is a whole number of percent, 0 to 100. */
export function dataPercent(name: string, otherwise: number): Partial<Attribute> {
  return {
    default: otherwise,
    parseHTML: (element) => {
      const value = Number(element.getAttribute(`data-${name}`) ?? Number.NaN)
      return Number.isInteger(value) && value >= 0 && value <= 100 ? value : otherwise
    },
    renderHTML: (attributes) => ({ [`data-${name}`]: attributes[attributeOf(name)] }),
  }
}

/** The file of a node, by its hash. */
export const assetAttribute: Partial<Attribute> = {
  default: null,
  parseHTML: (element) => {
    const hash = element.getAttribute('data-asset') ?? element.querySelector('[data-asset]')?.getAttribute('data-asset')
    return hash !== undefined && hash !== null && /^[0-9a-f]{64}$/.test(hash) ? hash : null
  },
  renderHTML: (attributes) => ({ 'data-asset': attributes['asset'] }),
}

/** `data-focus-x` holds the attribute `focusX`. */
const attributeOf = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
