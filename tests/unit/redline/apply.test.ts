import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { applyRedline, unapplyRedline } from '../../../src/shared/redline/apply'
import { redline } from '../../../src/shared/redline/redline'
import { Redline } from '../../../src/shared/redline/redline-shape'
import type { FieldValue } from '../../../src/shared/story/kind'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { everyBlock, everyBlockInArabic } from '../../fixtures/every-block'
import { anyBody } from '../document/arbitrary-body'
import { edited, edits } from './edits'
import { bodies, doc, ferry, h, p, quay, revision } from './stories'

// Hundreds of made-up cases each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 })

/** The redline of two texts, after the way to the window, makes each of them out of the other. */
function goesBothWays(before: DocumentNode, after: DocumentNode, fields: readonly [Record<string, FieldValue>, Record<string, FieldValue>] = [{}, {}]): Redline {
  const [older, newer] = [revision(normaliseBody(before), fields[0]), revision(normaliseBody(after), fields[1], { assets: [] })]
  const told = redline(older, newer)
  const come = Redline.parse(JSON.parse(JSON.stringify(told)))
  expect(applyRedline(come, older)).toEqual(newer)
  expect(unapplyRedline(come, newer)).toEqual(older)
  return told
}

describe('a redline makes the newer revision of the older one, and the older of the newer,', () => {
  test('for any two bodies of the schema', () => {
    fc.assert(fc.property(anyBody, anyBody, (before, after) => void goesBothWays(before, after)), { numRuns: 250 })
  })

  test('for any body and what edits make of it', () => {
    fc.assert(fc.property(fc.oneof(anyBody, bodies.map(([one]) => one)), edits, (before, all) => void goesBothWays(before, edited(before, all))), { numRuns: 500 })
  })

  test('for any edits of a page with every block, from the left and from the right', () => {
    fc.assert(fc.property(fc.constantFrom(everyBlock(), everyBlockInArabic()), edits, (before, all) => void goesBothWays(before, edited(before, all))), { numRuns: 150 })
  })

  test('with fields that came, changed and went, and another kind', () => {
    const told = goesBothWays(doc(p('Words.')), doc(p('More words.')), [{ headline: 'Nine ports', topics: ['ports'] }, { headline: 'Ten ports', heroImage: { asset: ferry, alt: '', decorative: true, caption: '', credit: '' } }])
    expect(told.fields.map(({ id }) => id)).toEqual(['headline', 'heroImage', 'topics'])
  })

  test('from nothing', () => {
    const first = revision(normaliseBody(doc(h(2, 'Ports'), p('Words.'))), { headline: 'Nine ports' })
    const told = redline(null, first)
    expect(applyRedline(told, null)).toEqual(first)
    expect(unapplyRedline(told, first)).toBeNull()
  })
})

test('a redline of other revisions is refused', () => {
  const [one, two, three] = [revision(doc(p('One.'))), revision(doc(p('Two.'))), revision(doc(p('Three.')))]
  const told = redline(one, two)
  expect(() => applyRedline(told, three)).toThrow(RangeError)
  expect(() => unapplyRedline(told, three)).toThrow(RangeError)
  expect(() => applyRedline({ ...told, blocks: [] }, one)).toThrow(RangeError)
  expect(() => applyRedline({ ...told, to: redline(one, three).to }, one)).toThrow(RangeError)
})

test('files that only one revision uses go along', () => {
  const used = (hash: typeof quay): DocumentNode => doc({ type: 'figure', attrs: { asset: hash, alt: '', caption: '', credit: '', decorative: true } })
  const file = (hash: typeof quay) => ({ hash, name: `${hash.slice(0, 1)}.jpg`, mime: 'image/jpeg', size: 1 })
  const [before, after] = [revision(used(quay), {}, { assets: [file(quay)] }), revision(used(ferry), {}, { assets: [file(ferry)] })]
  const told = redline(before, after)
  expect(told.assets).toEqual({ added: [file(ferry)], removed: [file(quay)] })
  expect(applyRedline(told, before)).toEqual(after)
})
