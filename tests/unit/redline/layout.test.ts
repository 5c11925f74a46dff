import { describe, expect, test } from 'vitest'
import { layoutOf, type Shown } from '../../../src/shared/redline/layout'
import type { ShownRow } from '../../../src/shared/redline/layout-rows'
import { redline } from '../../../src/shared/redline/redline'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { cell, doc, p, revision, table } from './stories'

const shownOf = (before: DocumentNode, after: DocumentNode, full = true): Shown[] => layoutOf(redline(revision(before), revision(after)), full)
const rowsOf = (shown: readonly Shown[]): readonly ShownRow[] => shown.flatMap((one) => (one.kind === 'table' ? one.rows : []))
/** Rows as one reads them: +came, -went, and what stands in each cell. */
const read = (rows: readonly ShownRow[]): string[] => rows.map(({ change, cells }) => `${change === 'inserted' ? '+' : change === 'deleted' ? '-' : ' '} ${cells.map((one) => `${one.change === 'inserted' ? '+' : one.change === 'deleted' ? '-' : ''}${one.blocks.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('/')}`).join(' | ')}`)

test('beside the story, what did not change is put together', () => {
  const shown = shownOf(doc(p('One.'), p('Two.'), p('Three stays.'), p('Four.')), doc(p('One.'), p('Two.'), p('Three goes.'), p('Four.')), false)
  expect(shown.map((one) => (one.kind === 'hidden' ? one.blocks.length : one.kind))).toEqual([2, 'block', 1])
})

test('in the whole text everything is shown', () => {
  expect(shownOf(doc(p('One.'), p('Two.')), doc(p('One.'), p('Three.'))).map(({ kind }) => kind)).toEqual(['block', 'block', 'block'])
})

describe('a table', () => {
  const before = table('Berths', [cell('Harbour'), cell('2025')], [cell('Merrow'), cell('12')], [cell('Lagoa'), cell('4')])

  test('stands as one, with its caption and what it says differently', () => {
    const [shown] = shownOf(doc(before), doc({ ...before, attrs: { caption: 'Berths with power' } }))
    expect(shown).toMatchObject({ kind: 'table', caption: 'Berths with power', values: [{ id: 'table.caption' }] })
    expect(rowsOf(shown ? [shown] : []).flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.map(({ change }) => change)))).toEqual(Array(6).fill('kept'))
  })

  test('has the rows and the columns of both revisions, each cell at its place', () => {
    const after = table('Berths', [cell('Harbour'), cell('Country'), cell('2025')], [cell('Merrow'), cell('Eland'), cell('14')], [cell('Sundhavn'), cell('Norde'), cell('9')])
    expect(read(rowsOf(shownOf(doc(before), doc(after))))).toEqual(['  Harbour | +Country | 2025', '  Merrow | +Eland | 1214', '- -Lagoa |  | -4', '+ +Sundhavn | +Norde | +9'])
  })

  test('shows merged cells over all the lines that they reach over, of both revisions', () => {
    const merged = (...rows: DocumentNode[][]): DocumentNode => table('', [cell('All harbours', { colspan: 2 })], ...rows)
    const [first] = rowsOf(shownOf(doc(merged([cell('Merrow'), cell('12')])), doc(table('', [cell('All harbours', { colspan: 3 })], [cell('Merrow'), cell('Eland'), cell('12')]))))
    expect(first?.cells.map(({ column, columns, rows }) => [column, columns, rows])).toEqual([[0, 3, 1]])
  })

  test('no two cells of which want the same place', () => {
    const high = table('', [cell('A long name', { rowspan: 2 }), cell('one')], [cell('two')])
    const cut = table('', [cell('A long name'), cell('one')], [cell('Another'), cell('two')])
    for (const [one, other] of [[high, cut], [cut, high]] as const) {
      const places = rowsOf(shownOf(doc(one), doc(other))).flatMap(({ row, cells }) => cells.flatMap(({ column, rows, columns }) => Array.from({ length: rows * columns }, (_, index) => `${row + Math.floor(index / columns)} ${column + (index % columns)}`)))
      expect(places.length).toBe(new Set(places).size)
      expect(places.length).toBe(4)
    }
  })
})
