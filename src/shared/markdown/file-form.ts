import { assetOf, numberOfAttribute, textOfAttribute } from '../document/attributes'
import { figureAlignments, figureWidths } from '../document/nodes/figure'
import type { DocumentNode } from '../story/revision'
import { tell, type Forming } from './forming'

/** A text that stands in an attribute, in one line. */
export function lineForm(text: string): string {
  return text.replaceAll('\0', '\ufffd').replace(/\s+/g, ' ').trim()
}

/** An image with its file; what it says is in one line each. */
export function figureForm(node: DocumentNode, forming: Forming): DocumentNode[] {
  const asset = assetOf(node)
  const decorative = node.attrs?.['decorative'] === true
  const line = (name: string): string => lineForm(textOfAttribute(node, name))
  if (asset === null) {
    tell(forming, `An image without a file was left out${line('alt') && `: ‘${line('alt')}’`}.`)
    return []
  }
  const source = sourceForm(line('source'))
  const credit = line('credit') === source ? '' : line('credit')
  return [{ type: 'figure', attrs: { asset, alt: decorative ? '' : line('alt'), caption: line('caption'), credit, decorative, ...(source !== '' && { source }), ...placeForm(node) } }]
}

/** Where a picture comes from, when that is a place on the web. */
const sourceForm = (source: string): string => (/^https?:\/\/\S+$/i.test(source) ? source : '')

/** How a figure stands, as far as it is not as most do. */
function placeForm(node: DocumentNode): Record<string, unknown> {
  const choice = (name: string, choices: readonly string[]): Record<string, string> => {
    const value = textOfAttribute(node, name)
    return choices.slice(1).includes(value) ? { [name]: value } : {}
  }
  const percent = (name: string): Record<string, number> => {
    const value = numberOfAttribute(node, name, 50, 0)
    return value === 50 || value > 100 ? {} : { [name]: value }
  }
  return { ...choice('width', figureWidths), ...choice('align', figureAlignments), ...percent('focusX'), ...percent('focusY') }
}

/** A file to download. Its label is empty where it would only repeat the file's name. */
export function attachmentForm(node: DocumentNode, forming: Forming): DocumentNode[] {
  const asset = assetOf(node)
  const [name, label] = [lineForm(textOfAttribute(node, 'name')), lineForm(textOfAttribute(node, 'label'))]
  if (asset === null) tell(forming, `An attachment without a file was left out${label && `: ‘${label}’`}.`)
  return asset === null ? [] : [{ type: 'attachment', attrs: { asset, name: name || label || asset, label: label === name || name === '' ? '' : label } }]
}
