import { describe, expect, test } from 'vitest'
import { applyRedline, unapplyRedline } from '../../../src/shared/redline/apply'
import { redline } from '../../../src/shared/redline/redline'
import type { Piece, Redline } from '../../../src/shared/redline/redline-shape'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { cell, doc, p, revision, table } from './stories'

/** What a redline of two bodies tells; it makes each of them out of the other. */
function between(before: DocumentNode, after: DocumentNode): Redline {
  const [older, newer] = [revision(before), revision(after)]
  const told = redline(older, newer)
  expect(applyRedline(told, older)).toEqual(newer)
  expect(unapplyRedline(told, newer)).toEqual(older)
  return told
}

const rows = (...lines: string[][]): DocumentNode => table('Berths', ...lines.map((line) => line.map((words) => cell(words))))
const lines = ({ tables }: Redline, side: 'rows' | 'columns' = 'rows'): string[] => tables.flatMap((one) => one[side])
const said = ({ blocks }: Redline): unknown[] => blocks.flatMap(({ values }) => values.map(({ label, before, after }) => [label, before, after]))
const mark = ({ kind, text }: Piece): string => (kind === 'deleted' ? `[-${text}-]` : kind === 'inserted' ? `{+${text}+}` : text)
const changed = ({ blocks }: Redline): string[] => blocks.flatMap(({ change, pieces }) => (change === 'kept' ? [] : [`${change}: ${pieces.map(mark).join('')}`]))

const [head, merrow, lagoa, sundhavn, tidewick] = [['Harbour', '2025', '2031'], ['Port Merrow', '12', '30'], ['Lagoa Nova', '4', '18'], ['Sundhavn', '9', '22'], ['Tidewick', '2', '10']]
const harbours = rows(head, merrow, lagoa, sundhavn, tidewick)

describe('a row', () => {
  test('that was moved is one move, whatever the rows around it', () => {
    const told = between(doc(harbours), doc(rows(head, lagoa, sundhavn, tidewick, merrow)))
    expect(lines(told)).toEqual(['kept', 'movedFrom', 'kept', 'kept', 'kept', 'movedTo'])
    expect(told).toMatchObject({ total: 1, counts: { move: 1 } })
    expect(changed(told)).toEqual(['movedFrom: [-Port Merrow-]', 'movedFrom: [-12-]', 'movedFrom: [-30-]', 'movedTo: Port Merrow', 'movedTo: 12', 'movedTo: 30'])
  })

  test('that was moved and changed is told cell by cell where it is now', () => {
    const told = between(doc(harbours), doc(rows(head, lagoa, sundhavn, tidewick, ['Port Merrow', '14', '30'])))
    expect(told).toMatchObject({ total: 2, counts: { move: 1, number: 1 } })
    expect(changed(told).slice(3)).toEqual(['movedTo: Port Merrow', 'movedTo: [-12-]{+14+}', 'movedTo: 30'])
  })

  test('moves together with the row beside it', () => {
    expect(between(doc(rows(head, merrow, lagoa, sundhavn, tidewick, ['Eland', '3', '6'])), doc(rows(head, sundhavn, tidewick, ['Eland', '3', '6'], merrow, lagoa)))).toMatchObject({ total: 1, counts: { move: 1 } })
  })

  test('that changed places with another one did so, however alike their figures are', () => {
    const told = between(doc(rows(head, ['Merrow', '12', '30'], ['Lagoa', '12', '31'])), doc(rows(head, ['Lagoa', '12', '31'], ['Merrow', '12', '30'])))
    expect(told).toMatchObject({ total: 1, counts: { move: 1 } })
  })

  test('that came or went is one change, and so is each of them', () => {
    const told = between(doc(harbours), doc(rows(head, merrow, ['Eland', '3', '6'], sundhavn, tidewick)))
    expect(lines(told)).toEqual(['kept', 'kept', 'deleted', 'inserted', 'kept', 'kept'])
    expect(told.total).toBe(2)
  })

  test('keeps its notes in the cells that came into it while it moved', () => {
    const told = between(doc(rows(head, merrow, lagoa, sundhavn)), doc(rows([...head, 'Country'], [...lagoa, 'Valdoria'], [...sundhavn, 'Norde'], [...merrow, 'Eland'])))
    expect(lines(told, 'columns')).toEqual(['kept', 'kept', 'kept', 'inserted'])
    expect(told).toMatchObject({ total: 2, counts: { move: 1 } })
  })
})

describe('a column', () => {
  test('that was moved is one move', () => {
    const told = between(doc(harbours), doc(rows(...[head, merrow, lagoa, sundhavn, tidewick].map(([name = '', one = '', other = '']) => [name, other, one]))))
    expect(lines(told, 'columns').filter((line) => line !== 'kept').sort()).toEqual(['movedFrom', 'movedTo'])
    expect(told).toMatchObject({ total: 1, counts: { move: 1 } })
  })

  test('that was moved and changed is known by its heading', () => {
    const told = between(doc(harbours), doc(rows(['2031', 'Harbour', '2025'], ['31', 'Port Merrow', '12'], ['19', 'Lagoa Nova', '4'], ['23', 'Sundhavn', '9'], ['11', 'Tidewick', '2'])))
    expect(lines(told, 'columns')).toEqual(['movedTo', 'kept', 'kept', 'movedFrom'])
    expect(told).toMatchObject({ total: 5, counts: { move: 1, number: 4 } })
  })

  test('that came or went is one change', () => {
    expect(between(doc(harbours), doc(rows(...[head, merrow, lagoa, sundhavn, tidewick].map(([name = '', one = '']) => [name, one]))))).toMatchObject({ total: 1, counts: { number: 1 } })
  })
})

describe('a cell', () => {
  const wide = (words: string[], attrs: Record<string, unknown>): DocumentNode => ({ ...cell('', attrs), content: words.map((line) => p(line)) })

  test('that became one with the cell beside it is one change of form, with all its words', () => {
    const told = between(doc(table('', [cell('Merrow'), cell('12'), cell('30')], [cell('Lagoa'), cell('4'), cell('18')])), doc(table('', [cell('Merrow'), wide(['12', '30'], { colspan: 2 })], [cell('Lagoa'), cell('4'), cell('18')])))
    expect(said(told)).toEqual([['Cell', 'Not merged', 'Merged over 2 columns']])
    expect(told).toMatchObject({ total: 1, counts: { format: 1 } })
    expect(changed(told)).toEqual(['changed: 12'])
  })

  test('that became one with the cell below it takes its words along', () => {
    const told = between(doc(table('', [cell('Merrow'), cell('12')], [cell('Lagoa'), cell('4')])), doc(table('', [wide(['Merrow', 'Lagoa'], { rowspan: 2 }), cell('12')], [cell('4')])))
    expect(said(told)).toEqual([['Cell', 'Not merged', 'Merged over 2 rows']])
    expect(told).toMatchObject({ total: 1, counts: { format: 1 } })
  })

  test('that was split is one change of form, with the empty cells that this made', () => {
    const empty: DocumentNode = { ...cell(''), content: [{ type: 'paragraph' }] }
    const told = between(doc(table('', [cell('Merrow'), wide(['12'], { colspan: 2 })], [cell('Lagoa'), cell('4'), cell('18')])), doc(table('', [cell('Merrow'), cell('12'), empty], [cell('Lagoa'), cell('4'), cell('18')])))
    expect(said(told)).toEqual([['Cell', 'Merged over 2 columns', 'Not merged']])
    expect(told).toMatchObject({ total: 1, counts: { format: 1 } })
  })

  test('of a block of four that became one is in it', () => {
    const told = between(doc(table('', [cell('one'), cell('two'), cell('a')], [cell('three'), cell('four'), cell('b')])), doc(table('', [wide(['one', 'two', 'three', 'four'], { colspan: 2, rowspan: 2 }), cell('a')], [cell('b')])))
    expect(said(told)).toEqual([['Cell', 'Not merged', 'Merged over 2 columns and 2 rows']])
    expect(told).toMatchObject({ total: 1, counts: { format: 1 } })
  })
})

describe('a table', () => {
  const headed = (node: DocumentNode, isHeading: (row: number, column: number) => boolean): DocumentNode => ({ ...node, content: (node.content ?? []).map((row, at) => ({ ...row, content: (row.content ?? []).map((one, column) => ({ ...one, type: isHeading(at, column) ? 'tableHeader' : 'tableCell' })) })) })

  test('whose heading row was turned on says so once', () => {
    const told = between(doc(harbours), doc(headed(harbours, (row) => row === 0)))
    expect(said(told)).toEqual([['Heading row', 'No', 'Yes']])
    expect(told).toMatchObject({ total: 1, counts: { format: 1 } })
  })

  test('says of its heading column, too, beside its heading row', () => {
    const told = between(doc(headed(harbours, (row) => row === 0)), doc(headed(harbours, (_, column) => column === 0)))
    expect(said(told)).toEqual([['Heading row', 'Yes', 'No'], ['Heading column', 'No', 'Yes']])
    expect(told).toMatchObject({ total: 1, counts: { format: 1 } })
  })

  test('that was moved and edited is the same table at another place', () => {
    const [one, other, third] = [p('Smoke from ships costs lives in every port.'), p('A fund of the council pays half of every cable.'), p('Ferries are counted once in the whole survey.')]
    const told = between(doc(harbours, one, other, third), doc(one, other, third, rows(head, merrow, lagoa, ['Sundhavn', '9', '24'])))
    expect(told.counts).toMatchObject({ move: 1, number: 2 })
    expect(told.tables.map((table) => table.rows)).toEqual([expect.not.arrayContaining(['inserted']), expect.not.arrayContaining(['inserted'])])
    expect(told.total).toBe(3)
  })

  test('with a column more and other figures is not another table', () => {
    const told = between(doc(harbours), doc(rows(['Harbour', 'Country', '2026', '2032'], ['Port Merrow', 'Eland', '13', '32'], ['Lagoa Nova', 'Valdoria', '5', '19'], ['Sundhavn', 'Norde', '8', '21'], ['Tidewick', 'Eland', '1', '11'])))
    expect(lines(told).every((line) => line === 'kept')).toBe(true)
  })
})
