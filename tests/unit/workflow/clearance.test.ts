import { describe, expect, test } from 'vitest'
import { amina, bruno, Copy, edda, first, merged, second } from './people'

const part = { kind: 'quotation' as const, hash: 'a'.repeat(64), excerpt: 'We open the harbour' }
const clear = { type: 'clear' as const, part, clearedBy: '', evidence: { text: 'E-mail of the mayor’s office of 3 May' } }

describe('A clearance in the log', () => {
  test('is kept with who gave it and by what evidence, and leaves the story where it stands', () => {
    const log = new Copy().submit(amina, first, 0).act(bruno, { ...clear, clearedBy: 'Mayor Amélie Laurent' }, 1)
    expect(log.state).toMatchObject({ state: 'inReview', clearances: [{ part, by: bruno.member.id, clearedBy: 'Mayor Amélie Laurent', evidence: { text: 'E-mail of the mayor’s office of 3 May' } }] })
    expect(log.approve(bruno, first, 2).submit(amina, second, 3).state).toMatchObject({ state: 'inReview', clearances: [{ part }] })
  })

  test('is given and taken back by reviewers and admins, and by nobody else', () => {
    const log = new Copy()
    expect(() => log.act(amina, clear, 0)).toThrow('Only a reviewer can do this, and Amina Okafor is not.')
    const { clearances = [] } = log.act(edda, clear, 1).state
    const back = { type: 'unclear' as const, clearance: clearances[0]!.event, reason: 'She spoke of another harbour.' }
    expect(() => log.act(amina, back, 2)).toThrow('Only a reviewer')
    expect(log.act(bruno, back, 3).state.clearances).toMatchObject([{ part, takenBack: { by: bruno.member.id, reason: 'She spoke of another harbour.' } }])
    expect(() => log.act(bruno, back, 4)).toThrow('This clearance was taken back already.')
    expect(() => log.act(bruno, { ...back, clearance: log.state.heads[0]! }, 5)).toThrow('There is no such clearance.')
  })

  test('stands beside whatever others decided meanwhile; two who take it back agree', () => {
    const start = new Copy().submit(amina, first, 0)
    const both = merged(start.copy().act(bruno, clear, 1), start.copy().requestChanges(edda, first, 2))
    expect(both.state).toMatchObject({ state: 'changesRequested', clearances: [{ part }], rejected: [] })
    const back = { type: 'unclear' as const, clearance: both.state.clearances![0]!.event, reason: 'No.' }
    const twice = merged(both.copy().act(bruno, back, 3), both.copy().act(edda, back, 4))
    expect(twice.state.clearances).toHaveLength(1)
    expect(twice.state.rejected.map(({ reason }) => reason)).toEqual(['it had been taken back meanwhile'])
  })
})
