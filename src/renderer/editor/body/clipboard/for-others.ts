/** On what stands in copied HTML for other programs only: pasted into a story again, it is left out, with its content. */
const outside = 'data-outside'
/** On an element that is put around a block for other programs only: here its content stays. */
const around = 'data-outside-around'
/** A link to a story, which leads nowhere from other programs. */
const storyLink = 'data-story-link'

/** Adds to copied HTML what other programs would not see: the words that blocks keep in their attributes. Story’s own reading of it stays the same. */
export function addForOthers(content: DocumentFragment | HTMLElement): void {
  const all = (selector: string): HTMLElement[] => [...content.querySelectorAll<HTMLElement>(selector)]
  const words = (element: Element, name: string): string => (element.getAttribute(`data-${name}`) ?? '').trim()
  const add = (place: HTMLElement, where: 'prepend' | 'append', tag: string, text: string): void => {
    if (text === '') return
    const element = place.ownerDocument.createElement(tag)
    element.setAttribute(outside, '')
    element.textContent = text
    place[where](element)
  }
  const link = (place: HTMLElement, text: string, address: string): void => {
    const element = place.ownerDocument.createElement('a')
    element.setAttribute(outside, '')
    element.setAttribute('href', address)
    element.textContent = text || address
    place.append(element)
  }
  for (const figure of all('figure[data-asset]')) {
    if (words(figure, 'decorative') !== 'true' && words(figure, 'alt') !== '') add(figure, 'append', 'p', `[${words(figure, 'alt')}]`)
    add(figure, 'append', 'figcaption', [words(figure, 'caption'), words(figure, 'credit')].filter(Boolean).join(' – '))
  }
  for (const gallery of all('div[data-gallery]')) add(gallery, 'append', 'p', words(gallery, 'caption'))
  for (const file of all('div[data-attachment]')) add(file, 'append', 'p', words(file, 'label') || words(file, 'name'))
  for (const button of all('div[data-button]')) link(button, words(button, 'label'), words(button, 'address'))
  for (const embed of all('div[data-embed]')) link(embed, words(embed, 'title'), words(embed, 'address'))
  for (const stories of all('div[data-related-stories]')) add(stories, 'prepend', 'p', words(stories, 'title'))
  for (const story of all('div[data-related-story]')) add(story, 'append', 'p', words(story, 'headline'))
  for (const callout of all('div[data-callout]')) add(callout, 'prepend', 'h4', words(callout, 'title'))
  for (const table of all('table[data-caption]')) add(table, 'prepend', 'caption', words(table, 'caption'))
  for (const quote of all('div[data-pull-quote]')) {
    add(quote, 'append', 'p', words(quote, 'attribution') === '' ? '' : `— ${words(quote, 'attribution')}`)
    const frame = quote.ownerDocument.createElement('blockquote')
    frame.setAttribute(around, '')
    quote.replaceWith(frame)
    frame.append(quote)
  }
  for (const note of all('span[data-footnote]')) {
    add(note, 'prepend', 'span', ' [')
    add(note, 'append', 'span', ']')
  }
  for (const anchor of all('a[href^="story:"]')) {
    anchor.setAttribute(storyLink, anchor.getAttribute('href') ?? '')
    anchor.removeAttribute('href')
  }
}

/** Copied HTML as it was before it was made fit for others. */
export function withoutForOthers(html: string): string {
  if (!html.includes(outside) && !html.includes(storyLink)) return html
  const page = new DOMParser().parseFromString(html, 'text/html')
  page.querySelectorAll(`[${outside}]`).forEach((element) => element.remove())
  page.querySelectorAll(`[${around}]`).forEach((element) => {
    // The editor says on the first element how deep the copied content was cut.
    const cut = element.getAttribute('data-pm-slice')
    if (cut !== null) element.firstElementChild?.setAttribute('data-pm-slice', cut)
    element.replaceWith(...element.childNodes)
  })
  page.querySelectorAll(`[${storyLink}]`).forEach((link) => link.setAttribute('href', link.getAttribute(storyLink) ?? ''))
  return page.body.innerHTML
}
