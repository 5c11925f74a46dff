import { languageName } from '@shared/reader/language-name'
import type { DocumentMark } from '@shared/story/revision'

const names: Readonly<Record<string, string>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underlined',
  strike: 'struck through',
  code: 'code',
  subscript: 'subscript',
  superscript: 'superscript',
  highlight: 'highlighted',
}

/** How words look, in words: ‘bold and a link to …’, or ‘plain’. */
export function markWords(marks: readonly DocumentMark[]): string {
  const said = marks.map((mark) => (mark.type === 'link' ? `a link to ${addressOf(mark)}` : mark.type === 'language' ? `in ${languageOf(mark)}` : (names[mark.type] ?? mark.type)))
  return said.length === 0 ? 'plain' : said.join(' and ')
}

/** Where a link leads: another story is named as such, its id says nothing to a reader. */
export function addressOf({ attrs }: DocumentMark): string {
  const address = typeof attrs?.['href'] === 'string' ? attrs['href'] : ''
  if (address === '') return 'nowhere'
  return address.startsWith('story:') ? `another story (${address.slice(6, 14)}${/#.*/.exec(address)?.[0] ?? ''})` : address
}

export function languageOf({ attrs }: DocumentMark): string {
  return typeof attrs?.['lang'] === 'string' ? languageName(attrs['lang']) : 'no language'
}
