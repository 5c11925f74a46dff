import { textOfAttribute } from '../document/attributes'
import { calloutTones } from '../document/nodes/quotes'
import { storyLinkAddress } from '../document/story-link'
import { StoryId } from '../story/ids'
import type { DocumentMark, DocumentNode } from '../story/revision'
import { closingTag, openingTag, untitled, type Box } from './box'
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
 * A callout, headed by its title or else by what it is for. As GitHub’s alert its title is the bold line right below the marker, its text starts after an empty line; as a
 * quotation, for sites that show no alerts and leave out HTML, it is set apart everywhere.
 * @param text Its blocks as Markdown.
 */
export function writeCallout(callout: DocumentNode, text: string, writer: Writer): string {
  const tone = calloutTones.find((known) => known === textOfAttribute(callout, 'tone')) ?? 'note'
  const title = textOfAttribute(callout, 'title')
  const { heading, added } = headingOf(title, writer.wording?.callout[tone])
  switch (writer.flavour.callouts) {
    case 'alert':
      return quoted([`[!${tone.toUpperCase()}]${title && `\n${markedLine(title, bold, writer)}`}`, text].filter((part) => part !== '').join('\n\n'))
    case 'quotation':
      return inBox(['callout', tone, 'quoted', ...added], [heading === '' ? '' : markedLine(heading, bold, writer), quoted(text)], writer)
    case 'box':
      return inBox(['callout', tone, ...added], [heading === '' ? '' : inBox(['callout-title'], [markedLine(heading, null, writer)], writer), text], writer)
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
  const classes = textOfAttribute(node, 'purpose') === 'subscribe' ? ['call', 'subscribe'] : ['call']
  return inBox(classes, [linkLine(textOfAttribute(node, 'label'), textOfAttribute(node, 'address'), writer)], writer)
}

export function writeEmbed(node: DocumentNode, writer: Writer): string {
  return inBox(['embed'], [linkLine(textOfAttribute(node, 'title'), textOfAttribute(node, 'address'), writer)], writer)
}

export function writeRelatedStories(node: DocumentNode, writer: Writer): string {
  const items = (node.content ?? []).map((story) => `- ${relatedLine(story, writer)}`).join('\n')
  const { heading, added } = headingOf(textOfAttribute(node, 'title'), items === '' ? undefined : writer.wording?.relatedStories)
  return inBox(['related-stories', ...added], [markedLine(heading, bold, writer), items], writer)
}

/** The title of a block, or else words of the story’s language that say what it is, with the class that tells them from a title. */
function headingOf(title: string, word: string | undefined): { heading: string; added: readonly string[] } {
  return title !== '' || word === undefined ? { heading: title, added: [] } : { heading: word, added: [untitled] }
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
