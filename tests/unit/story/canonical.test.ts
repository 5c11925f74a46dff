import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalBytes, canonicalText, sha256Hex } from '../../../src/shared/story/canonical'
import { StoryId, KindId } from '../../../src/shared/story/ids'
import { Revision, revisionId } from '../../../src/shared/story/revision'

describe('canonical JSON (RFC 8785)', () => {
  // Appendix B: IEEE 754 bits and what they look like.
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s as %s', (bits, written) => {
    const number = Buffer.from(bits, 'hex').readDoubleBE()
    expect(canonicalText(number)).toBe(written)
    expect(canonicalText([number])).toBe(`[${written}]`)
  })

  test.each([NaN, Infinity, -Infinity, { n: NaN }, undefined, 'half a pair \ud83d', { '\udc00': 1 }])('refuses what JSON can’t say: %j', (value) => {
    expect(() => canonicalBytes(value)).toThrow()
  })

  test('orders keys by their UTF-16 units', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const text = canonicalText(Object.fromEntries(keys.map((key, index) => [key, index])))
    expect(Object.keys(JSON.parse(text))).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'])
    expect(text).toBe('{"\\r":1,"1":3,"\u0080":5,"\u00f6":6,"\u20ac":0,"\ud83d\ude00":4,"\ufb33":2}')
  })

  test('escapes what must be escaped and nothing else, and leaves letters as they were composed', () => {
    expect(canonicalText('\u20ac$\u000f\nA\'B"\\\\"/\u2028é e\u0301')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028é e\u0301"')
    expect(canonicalText('é')).not.toBe(canonicalText('e\u0301'))
  })

  test('leaves out keys without a value', () => {
    expect(canonicalText({ b: undefined, a: 1 })).toBe('{"a":1}')
  })

  test('is the same for the same value, in whatever order its keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonicalText(turned)).toBe(canonicalText(value))
        expect(canonicalText(JSON.parse(canonicalText(value)))).toBe(canonicalText(value))
      }),
    )
  })

  test('is hashed as UTF-8 with SHA-256', () => {
    const bytes = canonicalBytes({ name: 'Hafenstädte 港' })
    expect(sha256Hex(bytes)).toBe(createHash('sha256').update('{"name":"Hafenstädte 港"}', 'utf8').digest('hex'))
  })
})

describe('a revision’s name', () => {
  const revision: Revision = {
    format: 'copydesk.revision/1',
    story: StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01'),
    kind: KindId.parse('statement'),
    fields: { headline: 'Nine ports agree', topics: ['ports', 'money'] },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mayors signed.', marks: [{ type: 'bold' }] }] }] },
    assets: [],
  }
  // By hand: what a revision is hashed as must never change, or every sign-off would be void.
  const bytes =
    '{"assets":[],"body":{"content":[{"content":[{"marks":[{"type":"bold"}],"text":"Mayors signed.","type":"text"}],"type":"paragraph"}],"type":"doc"},' +
    '"fields":{"headline":"Nine ports agree","topics":["ports","money"]},"format":"copydesk.revision/1","kind":"statement","story":"2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01"}'

  test('is the SHA-256 of its canonical bytes', () => {
    expect(new TextDecoder().decode(canonicalBytes(revision))).toBe(bytes)
    expect(revisionId(revision)).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('stays the same when it is stored and read again', () => {
    expect(revisionId(Revision.parse(JSON.parse(bytes)))).toBe(revisionId(revision))
  })

  test.each<[string, Partial<Revision>]>([
    ['a letter of the text', { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mayors signed!', marks: [{ type: 'bold' }] }] }] } }],
    ['a mark', { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mayors signed.' }] }] } }],
    ['a field', { fields: { headline: 'Nine ports agree', topics: ['money', 'ports'] } }],
    ['the kind', { kind: KindId.parse('readout') }],
    ['the story', { story: StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b02') }],
  ])('is another one when %s is another one', (_, change) => {
    expect(revisionId({ ...revision, ...change })).not.toBe(revisionId(revision))
  })
})
