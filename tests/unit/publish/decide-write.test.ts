import { describe, expect, test } from 'vitest'
import { decideWrite, standingOf, type Situation } from '../../../src/main/publish/decide-write'
import { hashOfParts, partHashes } from '../../../src/main/publish/parts'
import type { Parts, RemoteCopy } from '../../../src/main/publish/target'
import { DeliverySteps } from '../../../src/main/store/deliveries'
import { Instant, RevisionId } from '../../../src/shared/story/ids'

const revision = RevisionId.parse('a'.repeat(64))
const earlier = RevisionId.parse('b'.repeat(64))
const names = { partName: (part: string) => `the ${part}` }
const at = (time: string): Instant => Instant.parse(`2026-03-02T${time}.000Z`)

const sent: Parts = { title: 'Nine ports agree', text: '<p>New</p>' }
const before: Parts = { title: 'Eight ports agree', text: '<p>Old</p>' }

const copyWith = (parts: Parts, more: Partial<RemoteCopy> = {}): RemoteCopy => ({
  remoteId: '7',
  url: 'https://news.example/7',
  version: '1',
  changedAt: at('08:00:00'),
  revision: earlier,
  untouched: false,
  hidden: null,
  parts,
  remarks: [],
  ...more,
})

const delivered = (parts: Parts, of: Parts = parts): NonNullable<Situation['last']> => ({
  receipt: { remoteId: '7', url: 'https://news.example/7', action: 'created', at: at('08:00:01'), remoteHash: hashOfParts(parts), remoteVersion: '1', media: {}, remarks: [] },
  steps: DeliverySteps.parse({ sentHash: hashOfParts(of), held: partHashes(parts) }),
})

const lost = (sentAt: Instant, of = revision, parts = sent): Situation['unanswered'] => [{ revision: of, sentAt, sentHash: hashOfParts(parts) }]

function decide(situation: Partial<Situation>) {
  const whole: Situation = { copy: null, last: null, unanswered: [], overwrite: false, ...situation }
  return decideWrite(whole, standingOf(whole, names), sent)
}

describe('nothing is at the target', () => {
  test('a story that was never there is created', () => {
    expect(decide({})).toEqual({ do: 'create' })
  })

  test('a story that was removed there is not put back by itself', () => {
    expect(decide({ last: delivered(before) })).toMatchObject({ do: 'stop', how: expect.stringContaining('removed') })
  })

  test('a story that was removed there is put back when a person says so', () => {
    expect(decide({ last: delivered(before), overwrite: true })).toEqual({ do: 'create' })
  })
})

describe('the copy is as the last delivery left it', () => {
  test('a new version replaces it', () => {
    expect(decide({ copy: copyWith(before), last: delivered(before) })).toEqual({ do: 'update' })
  })

  test('the same version is not written again', () => {
    expect(decide({ copy: copyWith(sent), last: delivered(sent) })).toEqual({ do: 'keep' })
  })

  test('the same version is not written again either when the target keeps it in its own way', () => {
    const filtered = { ...sent, text: '<p>New (filtered)</p>' }
    expect(decide({ copy: copyWith(filtered), last: delivered(filtered, sent) })).toEqual({ do: 'keep' })
  })

  test('a target that can tell that nobody else changed it is believed', () => {
    expect(decide({ copy: copyWith({ title: 'From an export' }, { untouched: true }), last: delivered(before) })).toEqual({ do: 'update' })
    expect(decide({ copy: copyWith({ title: 'From an export' }, { untouched: true }) })).toEqual({ do: 'update' })
  })

  test('a target that only counts it as changed is no reason to stop', () => {
    expect(decide({ copy: copyWith(before, { version: '2', changedAt: at('11:00:00') }), last: delivered(before) })).toEqual({ do: 'update' })
  })
})

describe('somebody changed the copy', () => {
  const changed = copyWith({ ...before, title: 'Eight ports argue' }, { changedAt: at('09:30:00') })

  test('it is not overwritten, and what was changed is named', () => {
    expect(decide({ copy: changed, last: delivered(before) })).toMatchObject({ do: 'stop', how: expect.stringContaining('the title') })
  })

  test('it is overwritten when a person says so', () => {
    expect(decide({ copy: changed, last: delivered(before), overwrite: true })).toEqual({ do: 'update' })
  })

  test('one in the trash counts as changed', () => {
    expect(decide({ copy: copyWith(before, { hidden: 'in the site’s trash' }), last: delivered(before) })).toMatchObject({ do: 'stop', how: expect.stringContaining('trash') })
  })
})

describe('the answer to a write was lost', () => {
  test('a copy that the lost write made is taken as it is', () => {
    expect(decide({ copy: copyWith(sent, { revision, changedAt: at('09:00:03') }), unanswered: lost(at('09:00:00')) })).toEqual({ do: 'keep' })
  })

  test('a copy that the lost write made and the target filtered is written again', () => {
    expect(decide({ copy: copyWith(before, { revision, changedAt: at('09:00:03') }), unanswered: lost(at('09:00:00')) })).toEqual({ do: 'update' })
  })

  test('a copy that the lost write changed is told from one that a person changed', () => {
    const unanswered = lost(at('09:00:00'))
    expect(decide({ copy: copyWith(sent, { revision, changedAt: at('09:00:02') }), last: delivered(before), unanswered })).toEqual({ do: 'keep' })
    expect(decide({ copy: copyWith({ ...sent, text: '<p>Edited</p>' }, { revision, changedAt: at('10:15:00') }), last: delivered(before), unanswered })).toMatchObject({ do: 'stop' })
  })

  test('the lost write of a version that was given up is no reason to ask a person', () => {
    expect(decide({ copy: copyWith(before, { revision: earlier, changedAt: at('09:00:03') }), unanswered: lost(at('09:00:00'), earlier) })).toEqual({ do: 'update' })
  })

  test('nor is it where the target does not say when, if it holds exactly what was sent', () => {
    expect(decide({ copy: copyWith(before, { revision: earlier, changedAt: null }), unanswered: lost(at('09:00:00'), earlier, before) })).toEqual({ do: 'update' })
  })

  test('where the target does not say when it was changed, only the very same content is taken for the lost write', () => {
    const unanswered = lost(at('09:00:00'))
    expect(decide({ copy: copyWith(sent, { revision, changedAt: null }), last: delivered(before), unanswered })).toEqual({ do: 'keep' })
    expect(decide({ copy: copyWith({ ...sent, text: '<p>Edited</p>' }, { revision, changedAt: null }), last: delivered(before), unanswered })).toMatchObject({ do: 'stop' })
    expect(decide({ copy: copyWith({ ...sent, text: '<p>Edited</p>' }, { revision, changedAt: null }), unanswered })).toMatchObject({ do: 'stop' })
  })

  test('the write that never arrived is made again', () => {
    expect(decide({ unanswered: lost(at('09:00:00')) })).toEqual({ do: 'create' })
    expect(decide({ copy: copyWith(before), last: delivered(before), unanswered: lost(at('09:00:00')) })).toEqual({ do: 'update' })
  })
})

describe('the story is there and this desk has no receipt', () => {
  test('the same content is taken as delivered', () => {
    expect(decide({ copy: copyWith(sent, { revision }) })).toEqual({ do: 'keep' })
  })

  test('other content is not overwritten unless a person says so', () => {
    expect(decide({ copy: copyWith(before) })).toMatchObject({ do: 'stop' })
    expect(decide({ copy: copyWith(before), overwrite: true })).toEqual({ do: 'update' })
  })
})
