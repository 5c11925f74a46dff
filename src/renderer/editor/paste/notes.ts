import { unwrap } from './unwrap'

/** A sign that calls a note: a number, a letter or a star, perhaps in brackets. */
const marker = /^[\s[({]*(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§]{1,3})[\s\])}]*$/i
/** Names that word processors give to notes and to the way back from them: Word, LibreOffice, Google Docs. */
const noteName = /^_?(?:ftn|edn)\d+$|^sd(?:foot|end)note\d+sym$|^ftnt\d+$/
const noteElement = '[id^="ftn"], [id^="edn"], [id^="sdfootnote"], [id^="sdendnote"], li'

interface Call {
  readonly link: HTMLAnchorElement
  readonly note: Element
}

/**
 * Word processors and pages keep the text of notes at the end and link to it; a story keeps it where the note is called. Puts each
 * note's text where its number stands, and takes the notes at the end away. A link is taken for a call when it is a number or a
 * sign, leads to something behind it in the same text, and that is named as notes are, or leads back.
 */
export function notesToFootnotes(body: HTMLElement): void {
  const calls = [...body.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')].flatMap((link) => callOf(body, link))
  const written = new Map(calls.map(({ note }) => [note, note.cloneNode(true)]))
  for (const { link, note } of calls) {
    const footnote = body.ownerDocument.createElement('span')
    footnote.setAttribute('data-footnote', '')
    footnote.append(...wordsOf(written.get(note) ?? note))
    const raised = link.closest('sup')
    const whole = raised !== null && (raised.textContent ?? '').trim() === (link.textContent ?? '').trim() ? raised : link
    whole.replaceWith(footnote)
  }
  for (const { note } of calls) removeWithEmptyParents(note, body)
  body.querySelectorAll('[style*="footnote-list"], [style*="endnote-list"]').forEach((list) => {
    list.querySelectorAll('hr').forEach((rule) => rule.remove())
    unwrap(list)
  })
}

function callOf(body: HTMLElement, link: HTMLAnchorElement): Call[] {
  const name = nameIn(link)
  if (name === '' || !marker.test(link.textContent ?? '')) return []
  const target = body.querySelector(`[id="${CSS.escape(name)}"], a[name="${CSS.escape(name)}"]`)
  const note = target?.localName === 'a' ? (target.closest(noteElement) ?? target.closest('p, div')) : target
  if (!note || note === body || note.contains(link) || /^h\d$/.test(note.localName)) return []
  if ((link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) return []
  return noteName.test(name) || leadsBack(note, link) ? [{ link, note }] : []
}

/** The part of a link's address behind `#`. */
function nameIn(link: Element): string {
  const address = link.getAttribute('href') ?? ''
  const at = address.indexOf('#')
  if (at < 0) return ''
  try {
    return decodeURIComponent(address.slice(at + 1))
  } catch {
    // No escape of a character: the name is written as it is.
    return address.slice(at + 1)
  }
}

function leadsBack(note: Element, link: HTMLAnchorElement): boolean {
  const names = [link.id, link.name, link.parentElement?.id ?? '', link.querySelector('[id]')?.id ?? ''].filter((name) => name !== '')
  return [...note.querySelectorAll('a[href*="#"]')].some((back) => names.includes(nameIn(back)))
}

const wayBack = /^_?(?:ftn|edn)ref|^sd(?:foot|end)note\d+anc$|^ftnt_ref|ref|^cite_ref|-link$/i

/** What a way back looks like: an arrow, a caret, or nothing. */
const onlyArrow = /^(?:\s|\^|\u21a9|\u2191|\u2934|\ufe0e)*$/u

/** The words of a note without its own number and the way back, paragraphs joined by a space. */
function wordsOf(note: Node): Node[] {
  const copy = note.cloneNode(true)
  if (!(copy instanceof Element)) return []
  for (const link of copy.querySelectorAll('a[href*="#"]')) {
    const back = (link.getAttribute('href') ?? '').startsWith('#') || wayBack.test(nameIn(link))
    if (back && (marker.test(link.textContent ?? '') || onlyArrow.test(link.textContent ?? '') || wayBack.test(nameIn(link)))) (onlyChildOf(link) ?? link).remove()
  }
  const paragraphs = [...copy.querySelectorAll('p')]
  const parts = paragraphs.length === 0 ? [[...copy.childNodes]] : paragraphs.map((paragraph) => [...paragraph.childNodes])
  const words = parts.filter((nodes) => nodes.some((node) => (node.textContent ?? '').trim() !== '')).flatMap((nodes, index) => (index === 0 ? nodes : [copy.ownerDocument.createTextNode(' '), ...nodes]))
  const [first, last] = [words[0], words.at(-1)]
  if (first?.nodeType === Node.TEXT_NODE) first.textContent = (first.textContent ?? '').trimStart()
  if (last?.nodeType === Node.TEXT_NODE) last.textContent = (last.textContent ?? '').trimEnd()
  return words
}

/** The raised or wrapping element around a link that has nothing else in it. */
function onlyChildOf(link: Element): Element | null {
  const parent = link.parentElement
  return parent !== null && /^(sup|span|b)$/.test(parent.localName) && (parent.textContent ?? '').trim() === (link.textContent ?? '').trim() ? parent : null
}

/** Takes an element away, and those around it that have no words left. */
function removeWithEmptyParents(element: Element, top: Element): void {
  const parent = element.parentElement
  element.remove()
  if (parent !== null && parent !== top && (parent.textContent ?? '').trim() === '' && parent.querySelector('img') === null) removeWithEmptyParents(parent, top)
}
