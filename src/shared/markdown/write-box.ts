import { textOfAttribute } from '../document/attributes'
import { storyLinkAddress } from '../document/story-link'
import { StoryId } from '../story/ids'
import type { DocumentMark, DocumentNode } from '../story/revision'
import { closingTag, openingTag, type Box } from './box'
import { writeInline, type Writer } from './write-inline'

/** A block that Markdown has no words for, in its box: as Markdown that is shown with and without the box. */
export function inBox(box: Box | readonly string[], blocks: readonly string[], { flavour }: Writer): string {
  return [openingTag('focus' in box ? box : { classes: box, focus: null }, flavour), ...blocks.filter((text) => text !== ''), closingTag].join('\n\n')
}

/** Words in one line, all of them marked alike. */
export function markedLine(text: string, mark: DocumentMark | null, writer: Writer): string {
  return text === '' ? '' : writeInline([{ type: 'text', text, ...(mark !== null && { marks: [mark] }) }], writer)
}

const bold: DocumentMark = { type: 'bold' }
const italic: DocumentMark = { type: 'italic' }

/** A text as a quotation; an empty one as well. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/**
 * A callout. As GitHub’s alert its title is the bold line right below the marker, its text starts after an empty line; as a
 * quotation, for sites that show no alerts and leave out HTML, it is set apart everywhere.
 * @param text Its blocks as Markdown.
 */
export function writeCallout(callout: DocumentNode, text: string, writer: Writer): string {
  const tone = textOfAttribute(callout, 'tone')
  const title = textOfAttribute(callout, 'title')
  const line = markedLine(title, bold, writer)
  switch (writer.flavour.callouts) {
    case 'alert':
      return quoted([`[!${tone.toUpperCase()}]${line && `\n${line}`}`, text].filter((part) => part !== '').join('\n\n'))
    case 'quotation':
      return inBox(['callout', `callout-${tone}`, 'callout-quoted'], [line, quoted(text)], writer)
    case 'box':
      return inBox(['callout', `callout-${tone}`], [title === '' ? '' : inBox(['callout-title'], [markedLine(title, null, writer)], writer), text], writer)
  }
}

export function writePullQuote(node: DocumentNode, writer: Writer): string {
  const content = node.content ?? []
  const attribution = textOfAttribute(node, 'attribution')
  return inBox(['pull-quote'], [content.length === 0 ? '' : quoted(writeInline(content, writer)), attribution && markedLine(`— ${attribution}`, null, writer)], writer)
}

/** @param figures Its images as Markdown. */
export function writeGallery(node: DocumentNode, figures: readonly string[], writer: Writer): string {
  return inBox(['gallery'], [...figures, markedLine(textOfAttribute(node, 'caption'), italic, writer)], writer)
}

/** @param table The table itself as Markdown. */
export function writeCaptioned(node: DocumentNode, table: string, writer: Writer): string {
  const caption = textOfAttribute(node, 'caption')
  return caption === '' ? table : inBox(['captioned-table'], [markedLine(caption, italic, writer), table], writer)
}

export function writeButton(node: DocumentNode, writer: Writer): string {
  const classes = textOfAttribute(node, 'purpose') === 'subscribe' ? ['button', 'button-subscribe'] : ['button']
  return inBox(classes, [linkLine(textOfAttribute(node, 'label'), textOfAttribute(node, 'address'), writer)], writer)
}

export function writeEmbed(node: DocumentNode, writer: Writer): string {
  return inBox(['embed'], [linkLine(textOfAttribute(node, 'title'), textOfAttribute(node, 'address'), writer)], writer)
}

export function writeRelatedStories(node: DocumentNode, writer: Writer): string {
  const items = (node.content ?? []).map((story) => `- ${relatedLine(story, writer)}`).join('\n')
  return inBox(['related-stories'], [markedLine(textOfAttribute(node, 'title'), bold, writer), items], writer)
}

function relatedLine(node: DocumentNode, writer: Writer): string {
  const id = StoryId.safeParse(textOfAttribute(node, 'story'))
  const headline = textOfAttribute(node, 'headline')
  return id.success ? linkLine(headline, storyLinkAddress({ story: id.data, heading: null }), writer) : markedLine(headline, null, writer)
}

/** A link; one without words says its address. */
function linkLine(words: string, href: string, writer: Writer): string {
  return markedLine(words || (writer.addressOf(href) ?? href), { type: 'link', attrs: { href, target: null, rel: null, class: null, title: null } }, writer)
}
