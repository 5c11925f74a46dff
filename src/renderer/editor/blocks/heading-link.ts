import { storyLinkAddress } from '@shared/document/story-link'
import type { StoryId } from '@shared/story/ids'
import { slugFrom } from '@shared/story/slug'
import type { Node } from '@tiptap/pm/model'

/** The id that a heading has for readers: its words as an address; a second one with the same words gets a number. Null when there is no heading. */
export function headingIdAt(doc: Node, position: number): string | null {
  const taken = new Set<string>()
  let wanted: string | null = null
  doc.descendants((node, at) => {
    if (wanted !== null) return false
    if (node.type.name !== 'heading') return node.isBlock && !node.isTextblock
    const words = slugFrom(wordsOf(node), 60)
    let id = words
    for (let count = 2; taken.has(id); count += 1) id = `${words}-${count}`
    taken.add(id)
    if (at === position) wanted = id
    return false
  })
  return wanted
}

/** What a heading says without its footnotes. */
export function wordsOf(heading: Node): string {
  let words = ''
  heading.forEach((child) => {
    if (child.isText) words += child.text ?? ''
    else if (child.type.name === 'hardBreak') words += ' '
  })
  return words
}

/** Puts a link to a heading on the clipboard: as its address, and as a link with the heading's words. It leads there from any story of the desk. */
export function copyLinkToHeading(story: StoryId, doc: Node, position: number): void {
  const heading = headingIdAt(doc, position)
  const node = doc.nodeAt(position)
  if (heading === null || node === null) return
  const address = storyLinkAddress({ story, heading })
  const give = (event: ClipboardEvent): void => {
    const link = document.createElement('a')
    link.setAttribute('href', address)
    link.textContent = wordsOf(node)
    event.clipboardData?.setData('text/plain', address)
    event.clipboardData?.setData('text/html', link.outerHTML)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('copy', give, { capture: true, once: true })
  document.execCommand('copy')
  window.removeEventListener('copy', give, { capture: true })
}
