import { assetOf, textOfAttribute } from '../document/attributes'
import type { DocumentNode } from '../story/revision'
import { destination, escapeText, titlePart } from './escape-text'
import type { Flavour } from './flavour'
import { imageTag } from './html-image'
import { writeInline, type Writer } from './write-inline'

function label(text: string, { dialect }: Flavour): string {
  return escapeText(text, { startsLine: false, inLabel: true, afterCall: false, beforeBracket: false, dialect }).replace(/^\^/, '&#94;')
}

/** An image, with its caption in italics and its credit in brackets in the line below; a cell of a table holds only the image. */
export function writeFigure(node: DocumentNode, writer: Writer, inTable: boolean): string {
  const text = (name: string): string => textOfAttribute(node, name)
  const image = writeImage(node, writer)
  const credit = creditOf(text('credit'), text('source'))
  const between = text('caption') !== '' && credit.length > 0 ? [{ type: 'text', text: ' ' }] : []
  const below = [...(text('caption') === '' ? [] : [{ type: 'text', text: text('caption'), marks: [{ type: 'italic' }] }]), ...joined(between, credit)]
  // An element that only white space follows would be a block.
  const lineBreak = image.startsWith('<') ? '\\\n' : writer.lineBreak
  return below.length === 0 || inTable ? image : `${image}${lineBreak}${writeInline(below, writer)}`
}

function writeImage(node: DocumentNode, { assetAddress, flavour }: Writer): string {
  const alt = textOfAttribute(node, 'alt')
  const address = assetAddress(assetOf(node) ?? '')
  const words = label(alt, flavour)
  if (words !== alt && flavour.escapedAlt === 'html') return imageTag(address, alt)
  const title = node.attrs?.['decorative'] === true ? titlePart(' ', flavour.dialect) : ''
  return `![${words}](${destination(address, flavour.dialect)}${title})`
}

/** A credit in brackets, which leads to where the picture comes from. */
function creditOf(credit: string, source: string): DocumentNode[] {
  if (source === '') return credit === '' ? [] : [{ type: 'text', text: `(${credit})` }]
  const marks = [{ type: 'link', attrs: { href: source, target: null, rel: null, class: null, title: null } }]
  return [{ type: 'text', text: '(' }, { type: 'text', text: credit || source, marks }, { type: 'text', text: ')' }]
}

/** The space before it is part of its first words. */
function joined([space]: readonly DocumentNode[], [first, ...rest]: readonly DocumentNode[]): DocumentNode[] {
  return first === undefined ? [] : [{ ...first, text: `${space?.text ?? ''}${first.text ?? ''}` }, ...rest]
}

/** A file to download: a link, with the file’s name as its title. */
export function writeAttachment(node: DocumentNode, writer: Writer): string {
  const [name, words] = [textOfAttribute(node, 'name'), textOfAttribute(node, 'label')]
  const { flavour, assetAddress } = writer
  return `[${label(words || name, flavour)}](${destination(assetAddress(assetOf(node) ?? ''), flavour.dialect)}${words === '' ? '' : titlePart(name, flavour.dialect)})`
}
