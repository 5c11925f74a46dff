import type { Element } from 'hast'
import { canonicalLanguage } from '../../document/nodes/marks'
import type { DocumentMark } from '../../story/revision'
import { elementsIn, isElement, property, styleOf, textIn } from '../elements'
import { decoded, type Marks, type Reader } from './reader'

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const markTags: Readonly<Record<string, ReadonlySet<string>>> = {
  bold: names('b strong'),
  italic: names('i em cite dfn var'),
  underline: names('u ins'),
  strike: names('s del strike'),
  code: names('code kbd samp tt'),
  subscript: names('sub'),
  superscript: names('sup'),
  highlight: names('mark'),
}
const markNames = new Map(Object.entries(markTags).flatMap(([mark, tags]) => [...tags].map((tag) => [tag, mark] as const)))

/** The marks of an inline element: those of its name and its language, and those that word processors write as styles. */
export function marksOf(element: Element, reader: Reader, around: Marks): DocumentMark[] {
  return [...namedMarks(element, reader, around), ...languageMark(element, reader, around)]
}

function namedMarks(element: Element, reader: Reader, around: Marks): DocumentMark[] {
  const named = markNames.get(element.tagName)
  const weight = styleOf(element, 'font-weight')
  // Google Docs wraps whole pastes into <b style="font-weight:normal">.
  if (named === 'bold') return /^(normal|[1-4]00)$/.test(weight) ? [] : [{ type: 'bold' }]
  if (named === 'superscript') return isNoteCall(element, reader) ? [] : [{ type: 'superscript' }]
  if (named !== undefined) return [{ type: named }]
  return element.tagName === 'span' ? styledMarks(element, weight, around) : []
}

function styledMarks(element: Element, weight: string, around: Marks): DocumentMark[] {
  const decoration = `${styleOf(element, 'text-decoration')} ${styleOf(element, 'text-decoration-line')}`
  const raised = styleOf(element, 'vertical-align')
  const said: readonly (readonly [type: string, isSaid: boolean])[] = [
    ['bold', /^(bold|bolder|[6-9]00)$/.test(weight)],
    ['italic', styleOf(element, 'font-style') === 'italic'],
    ['strike', /\bline-through\b/.test(decoration)],
    // A link is underlined by itself.
    ['underline', /\bunderline\b/.test(decoration) && !around.some(({ type }) => type === 'link')],
    ['subscript', raised === 'sub'],
    ['superscript', raised === 'super'],
  ]
  return said.flatMap(([type, isSaid]) => (isSaid ? [{ type }] : []))
}

/** Whether a raised element is nothing but the calls of footnotes, with or without brackets around their numbers. */
function isNoteCall(element: Element, { notes }: Reader): boolean {
  const inside = [...elementsIn(element)]
  // A call in raised words is raised by itself.
  if (inside.some((part) => isElement(part, 'sup'))) return false
  const calls = inside.filter((link) => isElement(link, 'a') && notes.byId.has(decoded(property(link, 'href').trim().replace(/^#/, ''))))
  const words = calls.reduce((text, call) => text.replace(textIn(call), ''), textIn(element))
  return calls.length > 0 && /^[\s,[\]()]*$/.test(words)
}

/** A phrase that is in another language than what it stands in. */
function languageMark(element: Element, { language }: Reader, around: Marks): DocumentMark[] {
  const lang = canonicalLanguage(property(element, 'lang') || property(element, 'xmlLang'))
  if (lang === null) return []
  const outer = around.find(({ type }) => type === 'language')?.attrs?.['lang'] ?? language
  return lang === outer ? [] : [{ type: 'language', attrs: { lang } }]
}
