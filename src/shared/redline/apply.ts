import { canonicalText } from '../story/canonical'
import type { FieldValue } from '../story/kind'
import { revisionId, type DocumentNode, type Revision, type RevisionAsset } from '../story/revision'
import { inlineOf } from './read-pieces'
import type { Bare, Redline } from './redline-shape'
import { standingOn, type Side } from './standing'

/**
 * The newer revision, made of the older one and what the redline says of it.
 * @param before What the redline starts from; null where that was nothing.
 * @throws RangeError when the redline is about another revision, or does not say all that changed.
 */
export function applyRedline(redline: Redline, before: Revision | null): Revision {
  expectSame(before === null ? null : revisionId(before), redline.from)
  if (before !== null) expectSame(canonicalText(bodyOf(redline, 'before')), canonicalText(before.body))
  const made = revisionOf(redline, before, 'after')
  expectSame(revisionId(made), redline.to)
  return made
}

/** The older revision, made of the newer one; null where there was none. @throws RangeError as `applyRedline` does. */
export function unapplyRedline(redline: Redline, after: Revision): Revision | null {
  expectSame(revisionId(after), redline.to)
  expectSame(canonicalText(bodyOf(redline, 'after')), canonicalText(after.body))
  if (redline.from === null) return null
  const made = revisionOf(redline, after, 'before')
  expectSame(revisionId(made), redline.from)
  return made
}

function expectSame(one: unknown, other: unknown): void {
  if (one !== other) throw new RangeError('This redline is not about this revision.')
}

function revisionOf(redline: Redline, other: Revision | null, side: Side): Revision {
  const { kinds, assets, fields, story } = redline
  const [come, gone] = side === 'after' ? [assets.added, assets.removed] : [assets.removed, assets.added]
  const values: Record<string, FieldValue> = { ...other?.fields }
  for (const field of fields) {
    if (field.id === 'story.kind') continue
    const value = field[side]
    if (value === null) delete values[field.id]
    else values[field.id] = value
  }
  return { format: 'copydesk.revision/1', story, kind: kinds[side] ?? kinds.after, fields: values, body: bodyOf(redline, side), assets: assetsOf(other?.assets ?? [], come, gone) }
}

function assetsOf(known: readonly RevisionAsset[], come: readonly RevisionAsset[], gone: readonly RevisionAsset[]): RevisionAsset[] {
  const without = new Set(gone.map(({ hash }) => hash))
  return [...known.filter(({ hash }) => !without.has(hash)), ...come].sort((one, other) => (one.hash < other.hash ? -1 : 1))
}

/** One of the two bodies that a redline tells apart. */
export function bodyOf({ blocks }: Pick<Redline, 'blocks'>, side: Side): DocumentNode {
  const doc = opened({ type: 'doc', attrs: {} })
  let around: Open[] = []
  for (const block of blocks) {
    const standing = standingOn(block, side)
    if (standing === null) continue
    around = around.slice(0, standing.shared)
    for (const container of standing.opens ?? []) {
      const open = opened(container)
      ;(around.at(-1) ?? doc).children.push(open)
      around.push(open)
    }
    ;(around.at(-1) ?? doc).children.push(opened(standing, inlineOf(block.pieces, side)))
  }
  return closed(doc)
}

interface Open {
  readonly node: Bare
  readonly children: Open[]
  readonly inline: readonly DocumentNode[]
}
const opened = (node: Bare, inline: readonly DocumentNode[] = []): Open => ({ node, children: [], inline })

/** A node as the schema writes it: what it does not have is left out. */
function closed({ node: { type, attrs }, children, inline }: Open): DocumentNode {
  const content = [...children.map(closed), ...inline]
  return { type, ...(Object.keys(attrs).length > 0 && { attrs }), ...(content.length > 0 && { content }) }
}
