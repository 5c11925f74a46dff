import { expect, test } from 'vitest'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { everyBlock, everyBlockInArabic } from '../../fixtures/every-block'

const typesIn = (node: DocumentNode): string[] => [node.type, ...(node.marks ?? []).map(({ type }) => type), ...(node.content ?? []).flatMap(typesIn)]

test.each([
  ['English', everyBlock()],
  ['Arabic', everyBlockInArabic()],
])('the sample page in %s has every block and mark that a story can have, and is as the schema says', (_language, body) => {
  const used = new Set(typesIn(body))
  expect([...Object.keys(documentSchema.nodes), ...Object.keys(documentSchema.marks)].filter((type) => !used.has(type))).toEqual([])
  documentSchema.nodeFromJSON(body).check()
  expect(normaliseBody(body)).toEqual(body)
})
