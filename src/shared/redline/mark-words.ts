import { languageName } from '../reader/language-name'
import type { DocumentMark } from '../story/revision'
import { targetText, type LinkTargets } from './link-targets'

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
export function markChange(before: readonly DocumentMark[], after: readonly DocumentMark[], targets: LinkTargets = {}): string {
  const nameOf = (mark: DocumentMark): string => nameOfMark(mark, targets)
  const was = new Map(before.map((mark) => [mark.type, mark]))
  const is = new Map(after.map((mark) => [mark.type, mark]))
  const said = [...new Set([...was.keys(), ...is.keys()])].flatMap((type) => {
    const [old, now] = [was.get(type), is.get(type)]
    if (old === undefined || now === undefined) return [old !== undefined ? `${nameOf(old)} removed` : now !== undefined ? `${nameOf(now)} added` : '']
    if (sayingOf(old) !== sayingOf(now)) return [type === 'link' ? `link led to ${addressOf(old, targets)}, leads to ${addressOf(now, targets)} now` : type === 'language' ? `in ${languageOf(now)}, before in ${languageOf(old)}` : `${nameOf(now)} changed`]
    return sameAttributes(old, now) ? [] : [`${nameOf(now)} changed`]
  })
  return said.length === 0 ? 'order of formats changed' : said.join(', ')
}

function nameOfMark(mark: DocumentMark, targets: LinkTargets): string {
  if (mark.type === 'link') return `link to ${addressOf(mark, targets)}`
  return mark.type === 'language' ? `language (${languageOf(mark)})` : (names[mark.type] ?? mark.type)
}

const sayingOf = (mark: DocumentMark): string => (mark.type === 'link' ? String(mark.attrs?.['href']) : mark.type === 'language' ? String(mark.attrs?.['lang']) : '')
const sameAttributes = (one: DocumentMark, other: DocumentMark): boolean => JSON.stringify(Object.entries(one.attrs ?? {}).sort()) === JSON.stringify(Object.entries(other.attrs ?? {}).sort())

/** Where a link leads, in words. */
export const addressOf = ({ attrs }: DocumentMark, targets: LinkTargets = {}): string => targetText(typeof attrs?.['href'] === 'string' ? attrs['href'] : '', targets)

export function languageOf({ attrs }: DocumentMark): string {
  return typeof attrs?.['lang'] === 'string' ? languageName(attrs['lang']) : 'no language'
}
