import { languageName } from '../reader/language-name'
import type { DocumentMark } from '../story/revision'

const names: Readonly<Record<string, string>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  code: 'code',
  subscript: 'subscript',
  superscript: 'superscript',
  highlight: 'highlight',
}

/** What happened to the look of some words: ‘bold added’, ‘link removed’, ‘link led to …, leads to … now’. */
export function markChange(before: readonly DocumentMark[], after: readonly DocumentMark[]): string {
  const was = new Map(before.map((mark) => [mark.type, mark]))
  const is = new Map(after.map((mark) => [mark.type, mark]))
  const said = [...new Set([...was.keys(), ...is.keys()])].flatMap((type) => {
    const [old, now] = [was.get(type), is.get(type)]
    if (old === undefined || now === undefined) return [now === undefined ? `${nameOf(old)} removed` : `${nameOf(now)} added`]
    if (sayingOf(old) !== sayingOf(now)) return [type === 'link' ? `link led to ${addressOf(old)}, leads to ${addressOf(now)} now` : type === 'language' ? `in ${languageOf(now)}, before in ${languageOf(old)}` : `${nameOf(now)} changed`]
    return sameAttributes(old, now) ? [] : [`${nameOf(now)} changed`]
  })
  return said.length === 0 ? 'order of formats changed' : said.join(', ')
}

function nameOf(mark: DocumentMark | undefined): string {
  if (mark?.type === 'link') return `link to ${addressOf(mark)}`
  if (mark?.type === 'language') return `language (${languageOf(mark)})`
  return mark === undefined ? '' : (names[mark.type] ?? mark.type)
}

const sayingOf = (mark: DocumentMark): string => (mark.type === 'link' ? String(mark.attrs?.['href']) : mark.type === 'language' ? String(mark.attrs?.['lang']) : '')
const sameAttributes = (one: DocumentMark, other: DocumentMark): boolean => JSON.stringify(Object.entries(one.attrs ?? {}).sort()) === JSON.stringify(Object.entries(other.attrs ?? {}).sort())

/** Where a link leads: another story is named as such, its id says nothing to a reader. */
export function addressOf({ attrs }: DocumentMark): string {
  const address = typeof attrs?.['href'] === 'string' ? attrs['href'] : ''
  if (address === '') return 'nowhere'
  return address.startsWith('story:') ? `another story (${address.slice(6, 14)}${/#.*/.exec(address)?.[0] ?? ''})` : address
}

export function languageOf({ attrs }: DocumentMark): string {
  return typeof attrs?.['lang'] === 'string' ? languageName(attrs['lang']) : 'no language'
}
