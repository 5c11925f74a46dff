import { AssetHash } from '../../shared/story/ids'
import { FileValue, ImageValue } from '../../shared/story/kind'
import type { DocumentNode, Revision } from '../../shared/story/revision'

/** What a story says of one of its files to readers. */
export interface FileWords {
  readonly alt: string
  readonly caption: string
  readonly title: string
}

/** The lead image of a story, if it has one. */
export function leadImage({ fields }: Revision): ImageValue | null {
  const image = ImageValue.safeParse(fields['heroImage'])
  return image.success ? image.data : null
}

/** The words for each file, from the place where it is first used: the lead image, then the text, then other fields. */
export function fileWords(revision: Revision): ReadonlyMap<AssetHash, FileWords> {
  const words = new Map<AssetHash, FileWords>()
  const add = (hash: unknown, said: FileWords): void => {
    const parsed = AssetHash.safeParse(hash)
    if (parsed.success && !words.has(parsed.data)) words.set(parsed.data, said)
  }
  const lead = leadImage(revision)
  if (lead) add(lead.asset, wordsOf(lead))
  visit(revision.body, (node) => {
    const { asset, alt, caption, credit, decorative, name, label } = node.attrs ?? {}
    if (node.type === 'figure') add(asset, wordsOf({ alt: text(alt), caption: text(caption), credit: text(credit), decorative: decorative === true }))
    if (node.type === 'attachment') add(asset, { alt: '', caption: '', title: text(label) || text(name) })
  })
  for (const value of Object.values(revision.fields)) {
    const image = ImageValue.safeParse(value)
    const file = FileValue.safeParse(value)
    if (file.success) add(file.data.asset, { alt: '', caption: '', title: file.data.name })
    else if (image.success) add(image.data.asset, wordsOf(image.data))
  }
  return words
}

function wordsOf({ alt, caption, credit, decorative }: Pick<ImageValue, 'alt' | 'caption' | 'credit' | 'decorative'>): FileWords {
  return { alt: decorative ? '' : alt, caption: [caption, credit].filter((part) => part !== '').join(' · '), title: '' }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function visit(node: DocumentNode, see: (node: DocumentNode) => void): void {
  see(node)
  for (const child of node.content ?? []) visit(child, see)
}
