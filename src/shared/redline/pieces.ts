import { align } from './align'
import type { Piece } from './redline-shape'
import type { Token } from './tokens'

/** A token that is in both, or in one of two texts. */
interface Edit {
  readonly kind: Piece['kind']
  readonly token: Token
  /** For `same` whose marks changed. */
  readonly formerly?: Token
}

/** The difference of two texts word by word; within a change, what was deleted comes before what was inserted. */
export function piecesOf(before: readonly Token[], after: readonly Token[]): Piece[] {
  return joined(withoutIslands(editsOf(before, after)))
}

function editsOf(before: readonly Token[], after: readonly Token[]): Edit[] {
  return align(keys(before), keys(after)).flatMap(({ same, before: b, after: a }): Edit[] => {
    if (!same) return [...only('deleted', before.slice(...b)), ...only('inserted', after.slice(...a))]
    const former = before.slice(...b)
    return after.slice(...a).map((token, index) => {
      const formerly = former[index]
      return formerly === undefined || formerly.marksKey === token.marksKey ? { kind: 'same', token } : { kind: 'same', token, formerly }
    })
  })
}

const keys = (tokens: readonly Token[]): string[] => tokens.map(({ key }) => key)
const only = (kind: 'deleted' | 'inserted', tokens: readonly Token[]): Edit[] => tokens.map((token) => ({ kind, token }))

/**
 * A space between two changed words is part of one change, so that three words in a row that were replaced read as one change
 * and not as three: it counts as deleted and inserted again. What was deleted is put before what was inserted.
 */
function withoutIslands(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = []
  let deleted: Edit[] = []
  let inserted: Edit[] = []
  let space: Edit[] = []
  const flush = (): void => {
    result.push(...deleted, ...inserted, ...space)
    deleted = []
    inserted = []
    space = []
  }
  for (const edit of edits) {
    const inChange = deleted.length > 0 || inserted.length > 0
    if (edit.kind === 'same' && inChange && isSpace(edit.token)) {
      space.push(edit)
      continue
    }
    if (edit.kind === 'same') {
      flush()
      result.push(edit)
      continue
    }
    for (const { token, formerly } of space) {
      deleted.push({ kind: 'deleted', token: formerly ?? token })
      inserted.push({ kind: 'inserted', token })
    }
    space = []
    if (edit.kind === 'deleted') deleted.push(edit)
    else inserted.push(edit)
  }
  flush()
  return result
}

const isSpace = ({ text, footnote }: Token): boolean => footnote === null && /^[^\S\n]+$/.test(text)

/** Neighbours that look the same as one piece; what is no letters is a piece of its own. */
function joined(edits: readonly Edit[]): Piece[] {
  const groups: { readonly look: string | null; readonly edit: Edit; text: string }[] = []
  for (const edit of edits) {
    const { kind, token, formerly } = edit
    const look = token.inline === undefined ? [kind, token.marksKey, formerly?.marksKey ?? '-', token.footnote ?? '-'].join(' ') : null
    const last = groups.at(-1)
    if (look !== null && last?.look === look) last.text += token.text
    else groups.push({ look, edit, text: token.text })
  }
  return groups.map(({ edit: { kind, token, formerly }, text }) => ({
    kind,
    text,
    ...(token.marks.length > 0 && { marks: [...token.marks] }),
    ...(formerly !== undefined && { marksBefore: [...formerly.marks] }),
    ...(token.inline !== undefined && { inline: token.inline }),
    ...(token.footnote !== null && { footnote: true as const }),
  }))
}
