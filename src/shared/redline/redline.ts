import { languageOf } from '../reader/language'
import { canonicalText } from '../story/canonical'
import { revisionId, type Revision, type RevisionAsset } from '../story/revision'
import { blockChanges } from './block-changes'
import { countChanges } from './count-changes'
import { fieldChanges } from './field-changes'
import { withMovedWords } from './moved-words'
import { nothingKnown, type Known } from './known'
import { linkTargets } from './link-targets'
import type { Redline } from './redline-shape'
import { wordContext } from './word-class'

/**
 * What a reader would have to be told who knows `before` and is given `after`. The body is told block by block: blocks that
 * are the same to the last mark are kept, what stands elsewhere is moved, tables are told by rows, columns and cells, and of
 * the others each deleted one is paired with the inserted one that shares enough of its words; those two are told word by
 * word. Nothing that differs in kind, fields or body goes untold, and `applyRedline` makes the one out of the other.
 * @param known What a desk knows: the form of the kind, names, the headlines of other stories. It changes words and classes, never what is told.
 */
export function redline(before: Revision | null, after: Revision, known: Partial<Known> = {}): Redline {
  const { names, stories, kinds, kind } = { ...nothingKnown, ...known }
  const targets = linkTargets([...(before === null ? [] : [before.body]), after.body], stories)
  const told = blockChanges(before, after, targets)
  const counted = countChanges(fieldChanges(before, after, { kinds, ...(kind !== undefined && { kind }) }), { ...told, ...withMovedWords(told.blocks) }, wordContext(after.fields, names))
  return {
    from: before === null ? null : revisionId(before),
    to: revisionId(after),
    story: after.story,
    language: languageOf(after.fields),
    kinds: { before: before?.kind ?? null, after: after.kind },
    assets: { added: notIn(after.assets, before?.assets ?? []), removed: notIn(before?.assets ?? [], after.assets) },
    tables: [...told.tables],
    targets,
    ...counted,
  }
}

function notIn(assets: readonly RevisionAsset[], others: readonly RevisionAsset[]): RevisionAsset[] {
  const known = new Set(others.map((asset) => canonicalText(asset)))
  return assets.filter((asset) => !known.has(canonicalText(asset)))
}
