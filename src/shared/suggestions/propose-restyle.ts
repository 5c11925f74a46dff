import type { Mark, Node } from '@tiptap/pm/model'
import { ownInsertion, type Author } from './author'
import type { Change } from './changes'
import { isSuggestion, plainMarks } from './plain'
import { readRestyle, type Tag } from './tag'
import { unitsOf } from './tokens'

/** Words that stay, with what is suggested for their formatting; an author's own insertion is formatted at once. */
export function toRestyle(author: Author, before: Node, after: Node, tag: Tag): Node {
  const suggested = before.marks.filter(isSuggestion)
  if (ownInsertion(author, before) !== null) return before.mark(setOf([...suggested, ...plainMarks(after)]))
  const sorts = differingSorts(before, after)
  if (sorts.length === 0) return before
  const restyled = sorts.reduce<readonly Mark[]>((marks, sort) => restyleSort(author, marks, before, sort, after, tag), suggested)
  return before.mark(setOf([...plainMarks(before), ...restyled]))
}

function restyleSort({ by, takesBack }: Author, marks: readonly Mark[], { type: { schema } }: Node, sort: string, after: Node, tag: Tag): readonly Mark[] {
  const mine = mineAbout(marks, sort, by)
  const others = marks.filter((mark) => mark !== mine)
  if (takesBack?.has(sort) === true) return others
  const { id, at } = mine === undefined ? tag : readRestyle(mine.attrs)
  return [...others, schema.mark('restyled', { id, by, at, mark: sort, now: named(after, sort)?.attrs ?? null })]
}

/**
 * Sorts of formatting that an author asks for a second time, for words that all have that suggestion already. Pressing Bold once more
 * on words that are only suggested to be bold takes that back.
 */
export function takenBack({ by }: Author, before: Node, after: Node, changes: readonly Change[]): ReadonlySet<string> {
  const [again, anew] = [new Set<string>(), new Set<string>()]
  for (const { from, to, newFrom, newTo } of changes) {
    if (from === to || to - from !== newTo - newFrom) continue
    const [old, next] = [lettersIn(before, from, to), lettersIn(after, newFrom, newTo)]
    for (const [index, letter] of old.entries()) {
      const other = next[index]
      if (other === undefined || other.text !== letter.text) return new Set()
      for (const sort of differingSorts(letter, other)) {
        const mine = mineAbout(letter.marks, sort, by)
        const isSame = mine !== undefined && JSON.stringify(readRestyle(mine.attrs).now) === JSON.stringify(named(other, sort)?.attrs ?? null)
        ;(isSame ? again : anew).add(sort)
      }
    }
  }
  return new Set([...again].filter((sort) => !anew.has(sort)))
}

function lettersIn(doc: Node, from: number, to: number): Node[] {
  const letters: Node[] = []
  doc.nodesBetween(from, to, (node, place) => {
    if (node.isText) letters.push(...unitsOf([node.cut(Math.max(0, from - place), Math.min(node.nodeSize, to - place))]).flatMap((unit) => (unit.kind === 'letter' ? [unit.node] : [])))
  })
  return letters
}

function differingSorts(before: Node, after: Node): string[] {
  if (before.marks === after.marks) return []
  const sorts = [...new Set([...plainMarks(before), ...plainMarks(after)].map(({ type }) => type.name))]
  return sorts.filter((sort) => {
    const [a, b] = [named(before, sort), named(after, sort)]
    return a === undefined || b === undefined ? a !== b : !a.eq(b)
  })
}

const named = ({ marks }: Node, sort: string): Mark | undefined => marks.find(({ type }) => type.name === sort)
const mineAbout = (marks: readonly Mark[], sort: string, by: string): Mark | undefined => marks.find(({ type, attrs }) => type.name === 'restyled' && attrs['by'] === by && attrs['mark'] === sort)
const setOf = (marks: readonly Mark[]): readonly Mark[] => marks.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), [])
