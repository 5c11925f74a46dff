import type { DocumentNode, RevisionAsset } from '../story/revision'
import { textOfAttribute } from '../document/attributes'
import { sayings } from './said-attributes'
import { toldApart } from './value-text'

/** What a block says differently now. */
export interface SaidDifferently {
  readonly id: string
  readonly label: string
  readonly before: string
  readonly after: string
  /** Whether it is one of some choices, which is read as a whole, not word by word. */
  readonly isChoice: boolean
}

const choices = new Set(['decorative', 'width', 'align', 'focus', 'purpose', 'tone', 'checked', 'start', 'span', 'sort', 'headingRow', 'headingColumn', 'widths', 'story', 'address'])

/** What is different between two blocks of one type: nothing that differs in their attributes goes untold. */
export function saidDifferently(was: DocumentNode, is: DocumentNode, assets: readonly RevisionAsset[]): SaidDifferently[] {
  const all = sayings[is.type] ?? []
  const isOtherStory = all.some(({ id, raw }) => id === 'story' && raw(was) !== raw(is))
  return all.flatMap(({ id, label, say, raw }) => {
    if (id === 'story') return isOtherStory ? [{ id, label, ...storyNames(was, is), isChoice: true }] : []
    // Another story has another headline.
    if (id === 'headline' && isOtherStory) return []
    const [before, after] = [say(was, assets), say(is, assets)]
    if (before !== after) return [{ id, label, before, after, isChoice: choices.has(id) }]
    // Words that are the same for what is not, such as a file whose name and hash begin alike.
    const [rawBefore, rawAfter] = [raw(was), raw(is)]
    if (rawBefore === rawAfter) return []
    if (id === 'asset') return [{ id, label, ...toldApart(before, after, 'another file of this name'), isChoice: true }]
    if (id !== 'widths') return [{ id, label, before: rawBefore, after: rawAfter, isChoice: true }]
    // Rows and columns that came or went are told by their cells; widths that no column has can only be told as such.
    return cellCounts(was) === cellCounts(is) ? [{ id, label, before: '', after: `${after === '' ? 'as they fit' : after}; some cells say another one`, isChoice: true }] : []
  })
}

/** Stories by their headlines: an id says nothing to a reader. */
function storyNames(was: DocumentNode, is: DocumentNode): { readonly before: string; readonly after: string } {
  const nameOf = (node: DocumentNode): string => (textOfAttribute(node, 'story') === '' ? 'No story' : textOfAttribute(node, 'headline') || 'A story without a headline')
  return toldApart(nameOf(was), nameOf(is), 'another story of this headline')
}

const cellCounts = (table: DocumentNode): string => (table.content ?? []).map((row) => row.content?.length ?? 0).join()
