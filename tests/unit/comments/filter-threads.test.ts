import { expect, test } from 'vitest'
import { choicesMade, everyOpenThread, isShown, type ReadThread, type ThreadFilter, type Whereabouts } from '../../../src/shared/comments/filter-threads'
import { Instant, MemberId } from '../../../src/shared/story/ids'

const [amina, tomas] = ['a', 'c'].map((letter) => MemberId.parse(letter.repeat(32)))
if (amina === undefined || tomas === undefined) throw new Error('There are two')
const at = Instant.parse('2026-03-02T09:00:00.000Z')
const uuid = '2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01'

function thread(part: Partial<ReadThread>, comment: Partial<ReadThread['comments'][number]> = {}): ReadThread {
  return { id: uuid, by: tomas ?? MemberId.parse(''), at, quote: 'nine port cities', about: { in: 'words' }, resolved: false, resolution: null, comments: [{ id: uuid, by: tomas ?? MemberId.parse(''), at, text: 'Who counted them, at São Brás?', mentions: [], edited: null, removed: false, unread: false, ...comment }], ...part }
}

const shown = (one: ReadThread, filter: Partial<ThreadFilter>, where: Whereabouts = 'text'): boolean =>
  isShown(one, { ...everyOpenThread, ...filter }, { me: amina, where, nameOf: (id) => (id === tomas ? 'Tomás Ferreira' : 'Amina Okafor') })

test('open threads are shown, and resolved ones only while something in them is new', () => {
  expect(shown(thread({}), {})).toBe(true)
  expect(shown(thread({ resolved: true }), {})).toBe(false)
  expect(shown(thread({ resolved: true }, { unread: true }), {})).toBe(true)
  expect(shown(thread({ resolved: true }), { state: 'resolved' })).toBe(true)
  expect(shown(thread({}), { state: 'resolved' })).toBe(false)
  expect(shown(thread({ resolved: true }), { state: 'all' })).toBe(true)
})

test('threads are told by who is in them', () => {
  expect(shown(thread({}), { concern: 'mine' })).toBe(false)
  expect(shown(thread({}, { by: amina }), { concern: 'mine' })).toBe(true)
  expect(shown(thread({}), { concern: 'mentionsMe' })).toBe(false)
  expect(shown(thread({}, { mentions: [{ member: amina, from: 0, to: 2 }] }), { concern: 'mentionsMe' })).toBe(true)
  expect(shown(thread({}), { concern: 'unread' })).toBe(false)
  expect(shown(thread({}, { unread: true }), { concern: 'unread' })).toBe(true)
  expect(shown(thread({}), { author: tomas })).toBe(true)
  expect(shown(thread({}), { author: amina })).toBe(false)
})

test('and by their place and their words, without accents, in any order', () => {
  expect(shown(thread({}), { where: 'field' })).toBe(false)
  expect(shown(thread({}), { where: 'field' }, 'field')).toBe(true)
  expect(shown(thread({}), { search: 'bras counted' })).toBe(true)
  expect(shown(thread({}), { search: 'tomas' })).toBe(true)
  expect(shown(thread({}), { search: 'port cities' })).toBe(true)
  expect(shown(thread({}), { search: 'ferry' })).toBe(false)
})

test('a filter says how much of it was chosen', () => {
  expect(choicesMade(everyOpenThread)).toBe(0)
  expect(choicesMade({ ...everyOpenThread, state: 'all', author: tomas })).toBe(2)
})
