import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { align } from '../../../src/shared/redline/align'

// Hundreds of made-up cases each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })

const check = (before: readonly string[], after: readonly string[]): void => {
  let [atBefore, atAfter] = [0, 0]
  let lastSame: boolean | undefined
  for (const { same, before: b, after: a } of align(before, after)) {
    expect([b[0], a[0]]).toEqual([atBefore, atAfter])
    if (same) expect(before.slice(...b)).toEqual(after.slice(...a))
    expect(same).not.toBe(lastSame)
    lastSame = same
    atBefore = b[1]
    atAfter = a[1]
  }
  expect([atBefore, atAfter]).toEqual([before.length, after.length])
}

test('stretches cover both sequences from start to end, in turns the same and not the same', () => {
  const elements = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 40 })
  fc.assert(fc.property(elements, elements, check), { numRuns: 150 })
})

test('so they do for long sequences, whether or not they have unmistakable elements', () => {
  const rare = Array.from({ length: 1200 }, (_, index) => `word ${index}`)
  const common = Array.from({ length: 1200 }, (_, index) => `word ${(index * index) % 7}`)
  const edited = (list: string[], every: number): string[] => list.flatMap((word, index) => (index % every === 0 ? [`new ${index}`] : index % every === 1 ? [] : [word]))
  for (const [before, after] of [[rare, edited(rare, 50)], [rare, edited(rare, 3)], [common, edited(common, 50)], [common, edited(common, 3)], [rare, rare.toReversed()], [rare, common], [[], rare], [rare, []]] as const) check(before, after)
})

test('what stayed is found between changes, in long sequences, too', () => {
  const before = Array.from({ length: 3000 }, (_, index) => `word ${index}`)
  const after = before.map((word, index) => (index % 100 === 0 ? 'new' : word))
  expect(align(before, after).filter(({ same }) => !same)).toHaveLength(30)
})
