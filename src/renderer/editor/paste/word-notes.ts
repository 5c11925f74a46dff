/** Word and others keep the text of notes at the end and link to it; a story keeps it where the note is called. */
const call = 'a[href^="#_ftn"], a[href^="#_edn"], a[href*="#_ftn"], a[href*="#_edn"]'

/** Puts each note's text where its number stands, and takes the list of notes away. */
export function wordNotesToFootnotes(body: HTMLElement): void {
  for (const link of body.querySelectorAll<HTMLAnchorElement>(call)) {
    const name = /#_((?:ftn|edn)\d+)$/.exec(link.getAttribute('href') ?? '')?.[1]
    const note = name === undefined ? null : body.querySelector(`#${name}`)
    if (note === null || note.contains(link)) continue
    const footnote = body.ownerDocument.createElement('span')
    footnote.setAttribute('data-footnote', '')
    footnote.append(...wordsOf(note))
    link.replaceWith(footnote)
  }
  body.querySelectorAll('[style*="mso-element:footnote-list"], [style*="mso-element:endnote-list"]').forEach((list) => list.remove())
  body.querySelectorAll('[id^="ftn"], [id^="edn"]').forEach((note) => /^(ftn|edn)\d+$/.test(note.id) && note.remove())
}

/** The words of a note without its own number, paragraphs joined by a space. */
function wordsOf(note: Element): Node[] {
  const copy = note.cloneNode(true)
  if (!(copy instanceof Element)) return []
  copy.querySelectorAll('a[href*="ftnref"], a[href*="ednref"]').forEach((number) => number.remove())
  const paragraphs = [...copy.querySelectorAll('p')]
  const parts = paragraphs.length === 0 ? [[...copy.childNodes]] : paragraphs.map((paragraph) => [...paragraph.childNodes])
  const words = parts.flatMap((nodes, index) => (index === 0 ? nodes : [copy.ownerDocument.createTextNode(' '), ...nodes]))
  const [first] = words
  if (first?.nodeType === Node.TEXT_NODE) first.textContent = (first.textContent ?? '').trimStart()
  return words
}
