import { expect, test } from 'vitest'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { suggestionMarks } from '../../../src/shared/suggestions/names'
import { everyBlock, everyBlockInArabic } from '../../fixtures/every-block'

const typesIn = (node: DocumentNode): string[] => [node.type, ...(node.marks ?? []).map(({ type }) => type), ...(node.content ?? []).flatMap(typesIn)]

test.each([
  ['English', everyBlock()],
  ['Arabic', everyBlockInArabic()],
])('the sample page in %s has every block and mark that a story can have, and is as the schema says', (_language, body) => {
  // What is only suggested is no part of a body that leaves the editor.
  const used = new Set([...typesIn(body), ...suggestionMarks])
  expect([...Object.keys(documentSchema.nodes), ...Object.keys(documentSchema.marks)].filter((type) => !used.has(type))).toEqual([])
  documentSchema.nodeFromJSON(body).check()
  expect(normaliseBody(body)).toEqual(body)
})
