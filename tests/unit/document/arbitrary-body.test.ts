import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { suggestionAttributes, suggestionMarks } from '../../../src/shared/suggestions/names'
import { anyBody } from './arbitrary-body'

/** A property says nothing about what its bodies never have: so many bodies must have everything that a story can have. */
const bodies = fc.sample(anyBody, { numRuns: 600, seed: 20_261_127 })

interface Found {
  readonly node: DocumentNode
  readonly around: readonly DocumentNode[]
}
const nodesIn = (node: DocumentNode, around: readonly DocumentNode[] = []): Found[] => [{ node, around }, ...(node.content ?? []).flatMap((child) => nodesIn(child, [...around, node]))]
const found = bodies.flatMap((body) => nodesIn(body))

/** What no body of a desk has: attributes that the editor's own extensions bring along and nothing sets. */
const unused = ['link.target', 'link.rel', 'link.class', 'orderedList.type']

test('any body has, sooner or later, every block and every mark', () => {
  const types = new Set([...found.map(({ node }) => node.type), ...found.flatMap(({ node }) => (node.marks ?? []).map(({ type }) => type)), ...suggestionMarks])
  expect([...Object.keys(documentSchema.nodes), ...Object.keys(documentSchema.marks)].filter((type) => !types.has(type))).toEqual([])
})

test('any body has, sooner or later, several values of every attribute', () => {
  const values = new Map<string, Set<string>>()
  for (const { type, attrs } of found.flatMap(({ node }) => [node, ...(node.marks ?? [])])) for (const [name, value] of Object.entries(attrs ?? {})) values.set(`${type}.${name}`, (values.get(`${type}.${name}`) ?? new Set()).add(JSON.stringify(value)))
  const types = [...Object.values(documentSchema.nodes), ...Object.values(documentSchema.marks)].filter(({ name }) => !suggestionMarks.some((mark) => mark === name))
  const attributes = types.flatMap((type) => Object.keys(type.spec.attrs ?? {}).filter((name) => !suggestionAttributes.some((own) => own === name)).map((name) => `${type.name}.${name}`))
  expect(attributes.filter((name) => !unused.includes(name) && (values.get(name)?.size ?? 0) < 2)).toEqual([])
})

test.each<readonly [string, (one: Found) => boolean]>([
  ['a footnote in a table', ({ node, around }) => node.type === 'footnote' && around.some(({ type }) => type === 'tableCell')],
  ['a footnote in the head of a table', ({ node, around }) => node.type === 'footnote' && around.some(({ type }) => type === 'tableHeader')],
  ['a list in a list that begins with another number', ({ node, around }) => node.type === 'orderedList' && node.attrs?.['start'] !== 1 && around.some(({ type }) => type === 'listItem')],
  ['a table in a list', ({ node, around }) => node.type === 'table' && around.some(({ type }) => type === 'listItem')],
  ['words from right to left in a heading', ({ node, around }) => /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(node.text ?? '') && around.at(-1)?.type === 'heading'],
  ['words in another language in a footnote', ({ node, around }) => node.marks?.some(({ type }) => type === 'language') === true && around.at(-1)?.type === 'footnote'],
  ['a link in bold letters', ({ node }) => ['link', 'bold'].every((name) => node.marks?.some(({ type }) => type === name))],
  ['a cell over several rows', ({ node }) => node.type === 'tableCell' && node.attrs?.['rowspan'] === 2],
  ['a task in a callout', ({ node, around }) => node.type === 'taskItem' && around.some(({ type }) => type === 'callout')],
])('any body has, sooner or later, %s', (_what, isIt) => {
  expect(found.some(isIt)).toBe(true)
})
