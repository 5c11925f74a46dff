import { describe, expect, test } from 'vitest'
import type { Policy } from '../../../src/shared/workflow/policy'
import { amina, bruno, Copy, dilek, first, merged, second } from './people'

const policy: Policy = { approvals: 1, authorMayApprove: 'never', blocking: [], waivable: [{ check: 'alt-text', by: { role: 'reviewer' } }, { check: 'report', by: { members: [dilek.member.id] } }] }
const waive = (revision = first, check = 'alt-text') => ({ type: 'waive' as const, revision, check, reason: 'The drawing is described in the text.' })

describe('A waiver', () => {
  test('is kept with who gave it and why, for one check of one version', () => {
    const { state } = new Copy({ policy }).act(bruno, waive(), 0)
    expect(state).toMatchObject({ state: 'draft', waivers: [{ revision: first, check: 'alt-text', by: bruno.member.id, reason: 'The drawing is described in the text.' }] })
    expect(state.waivers?.some(({ revision }) => revision === second)).toBe(false)
  })

  test('is given by those whom the rules name, for checks that the rules name, and once', () => {
    const log = new Copy({ policy })
    expect(() => log.act(amina, waive(), 0)).toThrow('Only a reviewer can set this aside.')
    expect(() => log.act(bruno, waive(first, 'report'), 0)).toThrow('Only Dilek Aydın can set this aside.')
    expect(() => log.act(bruno, waive(first, 'headline'), 0)).toThrow('The rules of sign-off don’t let anybody set this aside.')
    log.act(bruno, waive(), 1)
    expect(() => log.act(bruno, waive(), 2)).toThrow('This was set aside for this version already.')
    expect(log.act(dilek, waive(first, 'report'), 3).state.waivers).toHaveLength(2)
  })

  test('stays, whatever else is decided', () => {
    const start = new Copy({ policy }).submit(amina, first, 0)
    const both = merged(start.copy().act(bruno, waive(), 1), start.copy().requestChanges(bruno, first, 2))
    expect(both.state).toMatchObject({ state: 'changesRequested', waivers: [{ revision: first }] })
    expect(both.state.rejected).toEqual([])
  })
})
