import { Mark } from '@tiptap/core'

/** Text below the line, as in CO₂. */
export const Subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
})

/** Text above the line, as in m². */
export const Superscript = Mark.create({
  name: 'superscript',
  excludes: 'subscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
})

/** Words that are marked as with a pen. */
export const Highlight = Mark.create({
  name: 'highlight',
  parseHTML: () => [{ tag: 'mark' }],
  renderHTML: () => ['mark', 0],
})

/** The language of some words when it is not the story's (BCP 47): how they are spoken, hyphenated and spelled. */
export const PhraseLanguage = Mark.create({
  name: 'language',
  addAttributes: () => ({
    lang: {
      default: null,
      parseHTML: (element: HTMLElement) => canonicalLanguage(element.getAttribute('lang')),
      renderHTML: (attributes: Record<string, unknown>) => ({ lang: attributes['lang'] }),
    },
  }),
  parseHTML: () => [{ tag: 'span[lang]', getAttrs: (element) => (canonicalLanguage(element.getAttribute('lang')) === null ? false : null) }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})

/** A language tag in its usual spelling, or null when it is none. */
export function canonicalLanguage(tag: string | null): string | null {
  try {
    return tag === null || tag.trim() === '' ? null : (Intl.getCanonicalLocales(tag.trim())[0] ?? null)
  } catch {
    return null
  }
}
