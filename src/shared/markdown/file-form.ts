import { assetOf, textOfAttribute } from '../document/attributes'
import type { DocumentNode } from '../story/revision'

/** A text that stands in an attribute, in one line. */
function lineForm(text: string): string {
  return text.replaceAll('\0', '\ufffd').replace(/\s+/g, ' ').trim()
}

/** An image with its file; what it says is in one line each. */
export function figureForm(node: DocumentNode, losses: string[]): DocumentNode[] {
  const asset = assetOf(node)
  const decorative = node.attrs?.['decorative'] === true
  const line = (name: string): string => lineForm(textOfAttribute(node, name))
  if (asset === null) losses.push(`An image without a file was left out${line('alt') && `: ‘${line('alt')}’`}.`)
  return asset === null ? [] : [{ type: 'figure', attrs: { asset, alt: decorative ? '' : line('alt'), caption: line('caption'), credit: line('credit'), decorative } }]
}

/** A file to download. Its label is empty where it would only repeat the file's name. */
export function attachmentForm(node: DocumentNode, losses: string[]): DocumentNode[] {
  const asset = assetOf(node)
  const [name, label] = [lineForm(textOfAttribute(node, 'name')), lineForm(textOfAttribute(node, 'label'))]
  if (asset === null) losses.push(`An attachment without a file was left out${label && `: ‘${label}’`}.`)
  return asset === null ? [] : [{ type: 'attachment', attrs: { asset, name: name || label || asset, label: label === name || name === '' ? '' : label } }]
}
