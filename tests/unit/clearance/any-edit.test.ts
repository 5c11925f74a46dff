import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { clearAll, paragraph, picture, quote, standing, table, text, words } from './a-text'

vi.setConfig({ testTimeout: 60_000 })

/** A text in which each part is known, with the plain words around them. */
interface Piece {
  readonly kind: 'phrase' | 'quote' | 'picture' | 'table' | 'number' | 'plain'
  readonly said: string
  readonly before: string
  readonly after: string
  readonly bold: boolean
}

const word = fc.constantFrom('harbour', 'mayor', 'cities', 'beds', 'winter', 'ünder', 'ميناء', '港口', 'don’t', 'e-mail', 'A', 'Solvåg')
const some = (minLength: number) => fc.array(word, { minLength, maxLength: 9 }).map((list) => list.join(' '))
const piece = fc.record({ kind: fc.constantFrom('phrase' as const, 'quote' as const, 'picture' as const, 'table' as const, 'number' as const, 'plain' as const), said: some(4), before: some(0), after: some(0), bold: fc.boolean() })
/** Each says something of its own. */
const pieces = fc.array(piece, { minLength: 2, maxLength: 7 }).map((list) => list.map((one, index) => ({ ...one, said: `${one.said} ${'xyzuvwq'.charAt(index).repeat(5)}` })))

function blockOf({ kind, said, before, after, bold }: Piece): DocumentNode {
  const middle = bold ? [words(said.slice(0, 5), 'bold'), words(said.slice(5))] : [words(said)]
  switch (kind) {
    case 'phrase':
      return paragraph(`${before} “`, ...middle, `” ${after}`)
    case 'number':
      // Only a full stop and a capital end a sentence.
      return paragraph(`${before === '' ? '' : `${before}. `}Of 42 `, ...middle, `.${after === '' ? '' : ` Then ${after}`}`)
    case 'quote':
      return quote(said)
    case 'picture':
      return picture(said)
    case 'table':
      return table([said, 'two'])
    case 'plain':
      return paragraph(`${before} ${after}.`)
  }
}

const bodyOf = (list: readonly Piece[]): DocumentNode => text(...list.map(blockOf))
const isPart = ({ kind }: Piece): boolean => kind !== 'plain'

test('edits elsewhere, moves and other looks never void a clearance', () => {
  const edits = fc.record({ before: some(0), after: some(0), bold: fc.boolean(), extra: piece, rank: fc.nat() })
  fc.assert(
    fc.property(pieces, fc.array(edits, { minLength: 7, maxLength: 7 }), (list, changes) => {
      const body = bodyOf(list)
      const cleared = clearAll(body)
      const edited = list.map((one, index) => ({ ...one, before: changes[index]?.before ?? '', after: changes[index]?.after ?? '', bold: changes[index]?.bold ?? false }))
      const moved = edited.map((one, index) => ({ one, rank: changes[index]?.rank ?? 0 })).sort((a, b) => a.rank - b.rank).map(({ one }) => one)
      const after = text(...moved.map(blockOf), paragraph('Something else.'))
      expect(standing(after, cleared)).toMatchObject({ changed: [], gone: [] })
      expect(standing(after, cleared).cleared).toHaveLength(list.filter(isPart).length)
    }),
  )
})

test('an edit within voids that clearance and no other, until it is undone', () => {
  fc.assert(
    fc.property(pieces.filter((list) => list.some(isPart)), fc.nat(), fc.nat(), fc.constantFrom('k', ' k', 'ك', 'K', '、'), fc.boolean(), (list, which, where, letter, removes) => {
      const parts = list.filter(isPart)
      const target = parts[which % parts.length]
      if (target === undefined) return
      const at = 1 + (where % (target.said.length - 1))
      const said = removes ? target.said.slice(0, at - 1) + target.said.slice(at) : target.said.slice(0, at) + letter + target.said.slice(at)
      // What is left out may be a space at an edge, which is no edit of what is said.
      fc.pre(said.trim() !== target.said.trim())
      const cleared = clearAll(bodyOf(list))
      const after = standing(bodyOf(list.map((one) => (one === target ? { ...one, said } : one))), cleared)
      expect(after.cleared).toHaveLength(parts.length - 1)
      expect(after.changed.length + after.gone.length).toBe(1)
      expect(standing(bodyOf(list), cleared).cleared).toHaveLength(parts.length)
    }),
  )
})
