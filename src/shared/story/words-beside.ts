import type { DocumentNode } from './revision'

/** Attributes that hold words for readers: what a picture shows, whose a quotation is, what a card or a button says. */
const spoken = ['title', 'alt', 'caption', 'credit', 'attribution', 'label', 'name', 'headline']

/**
 * The words of a body that stand beside its running text, one line each, in the order of the text: search finds them, and
 * the length of a text goes without them.
 */
export function wordsBeside(body: DocumentNode): string {
  const lines: string[] = []
  const visit = ({ attrs = {}, content = [] }: DocumentNode): void => {
    for (const name of spoken) {
      const words = attrs[name]
      if (typeof words === 'string' && words.trim() !== '') lines.push(words.trim())
    }
    content.forEach(visit)
  }
  visit(body)
  return lines.join('\n')
}
