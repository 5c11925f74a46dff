import type { AssetHash } from '../story/ids'
import type { DocumentNode } from '../story/revision'
import { plainText } from '../story/text'
import { collapseSpace, withoutOuterBreaks } from './inline-space'

/** A link to a file of the desk, which may turn out to be all that its line holds. */
export interface FileLink {
  readonly asset: AssetHash
  readonly name: string
  readonly label: string
  /** Whether the link itself can stay in the text. */
  readonly kept: boolean
}

/** Collects blocks in their order; inline content between them becomes paragraphs. */
export class Flow {
  readonly #blocks: DocumentNode[] = []
  #line: DocumentNode[] = []
  #files: FileLink[] = []

  inline(node: DocumentNode): void {
    this.#line.push(node)
  }

  /** The words of the line since a place in it. */
  wordsSince(place: number): string {
    return plainText({ type: 'paragraph', content: collapseSpace(this.#line.slice(place)) })
  }

  get place(): number {
    return this.#line.length
  }

  /** A file that the line links to: a line of nothing else becomes an attachment, and so does a link that can't stay. */
  file(link: FileLink): void {
    this.#files.push(link)
  }

  block(node: DocumentNode): void {
    this.endLine()
    this.#blocks.push(node)
  }

  /** Ends the paragraph under way, if there is one. */
  endLine(): void {
    const content = withoutOuterBreaks(collapseSpace(this.#line))
    const files = this.#files
    this.#line = []
    this.#files = []
    const words = plainText({ type: 'paragraph', content })
    const isFileAlone = files.length === 1 && files[0]?.label.trim() === words.trim()
    if (content.length > 0 && !isFileAlone) this.#blocks.push({ type: 'paragraph', content })
    for (const file of files) if (isFileAlone || !file.kept) this.#blocks.push(attachment(file))
  }

  end(): DocumentNode[] {
    this.endLine()
    return this.#blocks
  }
}

function attachment({ asset, name, label }: FileLink): DocumentNode {
  const words = label.trim()
  return { type: 'attachment', attrs: { asset, name: name || words, label: words === name ? '' : words } }
}
