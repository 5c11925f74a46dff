import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sittingsOf } from '../../../src/shared/history/sittings'
import type { KeptVersion } from '../../../src/shared/history/kept-version'
import { Instant, MemberId, RevisionId } from '../../../src/shared/story/ids'

const amina = MemberId.parse('1'.repeat(32))
const tomas = MemberId.parse('2'.repeat(32))
const at = (minute: number): Instant => Instant.parse(new Date(Date.parse('2026-03-02T09:00:00.000Z') + minute * 60_000).toISOString())

function version(began: number, ended: number, more: Partial<KeptVersion> = {}): KeptVersion {
  const by = more.by ?? amina
  return { revision: RevisionId.parse('a'.repeat(64)), began: at(began), ended: at(ended), by, byName: by === amina ? 'Amina' : 'Tomás', why: 'rest', words: 100, added: 5, removed: 1, name: '', ...more }
}

describe('A sitting', () => {
  test('holds the versions of one author with no pause of half an hour, and sums what was written', () => {
    const [sitting, ...others] = sittingsOf([version(50, 60), version(25, 30), version(0, 10)])
    expect(others).toEqual([])
    expect(sitting).toMatchObject({ byName: 'Amina', began: at(0), ended: at(60), added: 15, removed: 3 })
    expect(sitting?.versions).toHaveLength(3)
  })

  test('ends with a pause of half an hour', () => {
    expect(sittingsOf([version(60, 70), version(0, 30)])).toHaveLength(2)
    expect(sittingsOf([version(59, 70), version(0, 30)])).toHaveLength(1)
  })

  test('ends when somebody else writes, and with what came in a packet', () => {
    expect(sittingsOf([version(30, 40), version(20, 29, { by: tomas }), version(0, 19)]).map(({ byName }) => byName)).toEqual(['Amina', 'Tomás', 'Amina'])
    expect(sittingsOf([version(30, 40, { why: 'merge' }), version(0, 19)])).toHaveLength(2)
  })

  test('counts no words that were never counted', () => {
    expect(sittingsOf([version(0, 10, { added: null, removed: null })])[0]).toMatchObject({ added: null, removed: null })
  })
})

const anyVersions = fc
  .array(fc.record({ by: fc.constantFrom(amina, tomas), pause: fc.integer({ min: 0, max: 80 }), length: fc.integer({ min: 0, max: 50 }), why: fc.constantFrom('rest', 'hand', 'merge', 'decision') as fc.Arbitrary<KeptVersion['why']> }), { maxLength: 30 })
  .map((steps) => {
    let minute = 0
    const made = steps.map(({ by, pause, length, why }) => {
      const began = minute + pause
      minute = began + length
      return version(began, minute, { by, why })
    })
    return made.reverse()
  })

test('every version is in one sitting, in its order, whatever is known of what came before', () => {
  fc.assert(
    fc.property(anyVersions, fc.nat(30), (versions, shown) => {
      const whole = sittingsOf(versions)
      expect(whole.flatMap((sitting) => sitting.versions)).toEqual(versions)
      // A page of the list groups the same, but for the sitting that it cuts.
      const page = sittingsOf(versions.slice(0, shown))
      expect(page.slice(0, -1)).toEqual(whole.slice(0, Math.max(0, page.length - 1)))
    }),
  )
})
