import { expect, test } from 'vitest'
import { runsOf } from '../../../src/renderer/views/redline/runs'
import type { RedlineBlock } from '../../../src/shared/redline/redline-shape'

const block = (change: RedlineBlock['change'], path: number[], within: string[] = []): RedlineBlock => ({ change, type: 'paragraph', attrs: {}, shared: 0, within, path, pieces: [], values: [], reshaped: false })
const cell = (change: RedlineBlock['change'], ...path: number[]): RedlineBlock => block(change, path, ['table', 'tableRow', 'tableCell'])

test('beside the story, what did not change is only counted', () => {
  const runs = runsOf([block('kept', [0]), block('kept', [1]), block('changed', [2]), block('kept', [3])], false)
  expect(runs.map((run) => (run.kind === 'hidden' ? run.count : run.kind))).toEqual([2, 'block', 1])
})

test('in the whole text everything is shown', () => {
  expect(runsOf([block('kept', [0]), block('deleted', [1]), block('kept', [1])], true).map(({ kind }) => kind)).toEqual(['block', 'block', 'block'])
})

test('the cells of a table stand in its rows, what was deleted in a row of its own', () => {
  const [run] = runsOf([cell('kept', 0, 0, 0, 0), cell('kept', 0, 0, 1, 0), cell('deleted', 0, 1, 0, 0), cell('inserted', 0, 1, 0, 0), cell('inserted', 0, 1, 0, 1)], true)
  expect(run?.kind === 'table' && run.rows.map(({ cells }) => cells.map(({ blocks }) => blocks.length))).toEqual([[1, 1], [1], [2]])
})
