import { describe, expect, test } from 'vitest'
import { baseOptions, usualBase } from '../../../src/renderer/views/redline/compare-base'
import type { RevisionEntry } from '../../../src/shared/ipc'
import { Instant, MemberId, RevisionId } from '../../../src/shared/story/ids'
import type { WorkflowState } from '../../../src/shared/workflow/state'
import { initialState } from '../../../src/shared/workflow/transition'

const by = MemberId.parse('1'.repeat(32))
const id = (letter: string) => RevisionId.parse(letter.repeat(64))
const kept = (letter: string, day: number): RevisionEntry => ({ id: id(letter), createdAt: Instant.parse(`2026-03-0${day}T09:30:00.000Z`), createdBy: by, headline: '', wordCount: 0 })
const submitted = (letter: string): WorkflowState['submitted'] => ({ revision: id(letter), by, at: Instant.parse('2026-03-02T09:30:00.000Z'), note: '', reviewers: [], due: null })
const status = (workflow: Partial<WorkflowState>, ...revisions: RevisionEntry[]) => ({ workflow: { ...initialState, ...workflow }, revisions })

describe('A story is compared, unless a person chooses otherwise,', () => {
  test('with nothing before it was ever submitted', () => {
    expect(usualBase(status({}))).toBeNull()
  })

  test('with what was approved, once something was', () => {
    expect(usualBase(status({ state: 'inReview', approvedRevision: id('a'), submitted: submitted('c') }, kept('a', 1), kept('b', 2), kept('c', 3)))).toBe(id('a'))
  })

  test('with the version that was sent back, in the next round of the review', () => {
    expect(usualBase(status({ state: 'inReview', submitted: submitted('b') }, kept('b', 2), kept('a', 1)))).toBe(id('a'))
  })

  test('with what was submitted, while changes are made to it', () => {
    expect(usualBase(status({ state: 'changesRequested', submitted: submitted('b') }, kept('a', 1), kept('b', 2)))).toBe(id('b'))
    expect(usualBase(status({ state: 'inReview', submitted: submitted('a') }, kept('a', 1)))).toBe(id('a'))
  })

  test('with the version kept last, after a withdrawal', () => {
    expect(usualBase(status({ state: 'draft' }, kept('a', 1), kept('b', 2)))).toBe(id('b'))
  })
})

test('the versions to compare with stand newest first, and say which was approved and which submitted', () => {
  const options = baseOptions(status({ approvedRevision: id('a'), submitted: submitted('c') }, kept('a', 1), kept('c', 3), kept('b', 2)))
  expect(options.map(({ value, label }) => [value, label.split(',')[0]])).toEqual([
    [id('c'), 'Submitted'],
    [id('b'), 'Revision'],
    [id('a'), 'Approved'],
  ])
})
