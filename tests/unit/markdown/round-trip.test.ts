import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { markdownForm } from '../../../src/shared/markdown/normal-form'
import { fromMarkdown } from '../../../src/shared/markdown/parse'
import { toMarkdown } from '../../../src/shared/markdown/serialize'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { anyBody, anyParagraph } from '../document/arbitrary-body'

const assetAddress = (hash: string): string => `${hash.slice(0, 8)} (1).png`
const addresses = new Map(['a'.repeat(64), '0123456789abcdef'.repeat(4)].map((hash) => [assetAddress(hash), hash]))
const asset = (address: string): string | null => addresses.get(address) ?? null

function readBack(body: DocumentNode, lineBreaks: 'backslash' | 'spaces'): DocumentNode {
  return fromMarkdown(toMarkdown(body, { assetAddress, lineBreaks }), { asset }).body
}

/** Equal; a comparison that explains itself is made only where it is not. */
function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted)
}

const patience = { timeout: 60_000 }

describe('what is written as Markdown is read back exactly', () => {
  test('for any body', patience, () => {
    fc.assert(
      fc.property(anyBody, fc.constantFrom('backslash' as const, 'spaces' as const), (body, lineBreaks) => {
        same(readBack(body, lineBreaks), normaliseBody(markdownForm(body).body))
      }),
      { numRuns: 1000 },
    )
  })

  test('wherever marks meet in a line', patience, () => {
    fc.assert(
      fc.property(anyParagraph, (body) => {
        same(readBack(body, 'backslash'), normaliseBody(markdownForm(body).body))
      }),
      { numRuns: 1500 },
    )
  })

  test('and what is in Markdown’s form is not changed by it', patience, () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const form = markdownForm(body).body
        same(markdownForm(form), { body: form, losses: [] })
      }),
      { numRuns: 300 },
    )
  })
})
