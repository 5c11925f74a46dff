import type { Element } from 'hast'
import type { Flow } from '../../document/flow'
import { isSafeLinkAddress } from '../../document/link-address'
import { storyLinkAddress } from '../../document/story-link'
import type { DocumentMark, DocumentNode } from '../../story/revision'
import { property } from '../elements'
import { isBackLink } from '../parse-notes'
import { blocksOf, decoded, fragmentOf, inlineOf, shown, tell, withMark, type Marks, type Reader } from './reader'

/** A link, the call of a footnote, or the way back from one. */
export function visitLink(element: Element, flow: Flow, reader: Reader, marks: Marks): void {
  const href = property(element, 'href').trim()
  const note = href.startsWith('#') ? reader.notes.byId.get(decoded(href.slice(1))) : undefined
  if (note !== undefined) return flow.inline({ type: 'footnote', content: noteContent(note, reader), marks: marks.filter(({ type }) => type !== 'link') })
  if (reader.isNote && href.startsWith('#') && isBackLink(element)) return
  const isSafe = isSafeLinkAddress(href)
  const file = isFileLink(element, href) ? reader.asset(href) : null
  const place = flow.place
  const link: DocumentMark = { type: 'link', attrs: { href: inStory(href, reader), target: null, rel: null, class: null, title: property(element, 'title') || null } }
  reader.visitAll(element.children, flow, reader, isSafe ? withMark(marks, link) : marks)
  if (file !== null) flow.file({ asset: file, name: property(element, 'download') || fileName(href), label: flow.wordsSince(place), kept: isSafe })
  else if (!isSafe && href !== '') tell(reader, `A link was left out because its address is not allowed: ${shown(href)}`)
}

/** An address as a body keeps it: what leads to a story of the desk names that story. */
export function inStory(href: string, reader: Reader): string {
  const { page, fragment } = fragmentOf(href)
  const story = page === '' ? null : reader.story(page)
  return story === null ? href : storyLinkAddress({ story, heading: fragment })
}

/** Whether a link may lead to a file of the page: it says so, or it has no other site in its address. */
function isFileLink(element: Element, href: string): boolean {
  return href !== '' && !href.startsWith('#') && (element.properties['download'] !== undefined || !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href))
}

function fileName(href: string): string {
  return decoded(href.replace(/[?#].*$/, '').split('/').at(-1) ?? '')
}

/** The text of a note, in one line: all its words with those marks that a footnote can have. */
function noteContent(note: Element, reader: Reader): DocumentNode[] {
  const blocks = blocksOf(note.children, { ...reader, isNote: true, notes: { byId: new Map(), sections: new Set() } }, [])
  const words = inlineOf(blocks).flatMap((node) => (node.type === 'text' ? [node] : node.type === 'hardBreak' ? [{ type: 'text', text: ' ' }] : []))
  // Site generators put a no-break space before the way back.
  const end = words.findLastIndex(({ text = '' }) => text.trim() !== '')
  return words.slice(0, end + 1).map((node, index) => (index === end ? { ...node, text: node.text?.trimEnd() } : node))
}
