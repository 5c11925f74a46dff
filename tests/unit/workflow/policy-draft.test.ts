import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../../property-seed'
import { defaultPolicy, Policy, type Waivable } from '../../../src/shared/workflow/policy'
import { draftOf, policyOf, problemsOf, warningsOf } from '../../../src/shared/workflow/policy-draft'
import { policyInWords } from '../../../src/shared/workflow/policy-in-words'
import { whyNotByClasses } from '../../../src/shared/workflow/small-classes'
import { type amina, bruno, dilek, edda, everyone } from './people'

const members = everyone.map(({ member }) => member)
const named = (...people: (typeof amina)[]) => ({ members: people.map(({ member }) => member.id) })

describe('Rules of sign-off in a form', () => {
  test('are the same to the byte when nothing was changed', () => {
    expect(policyOf(draftOf(defaultPolicy))).toEqual(defaultPolicy)
    const by = fc.oneof(fc.record({ role: fc.constantFrom('publisher' as const, 'admin' as const) }), fc.constant(named(dilek, edda)))
    const stage = fc.record({ name: fc.constantFrom('Editor', 'Legal'), approvals: fc.integer({ min: 1, max: 9 }), by })
    const policy = fc.oneof(
      fc.record({ approvals: fc.integer({ min: 1, max: 9 }), authorMayApprove: fc.constantFrom('alone' as const, 'never' as const), blocking: fc.constant<string[]>(['embargo', 'heading-order']), by }, { requiredKeys: ['approvals', 'authorMayApprove', 'blocking'] }),
      fc.record({ approvals: fc.constant(1), authorMayApprove: fc.constant('never' as const), blocking: fc.constant<string[]>([]), stages: fc.array(stage, { minLength: 1, maxLength: 9 }), waivable: fc.constant<Waivable[]>([{ check: 'alt-text', by: named(edda) }]), reapproval: fc.constantFrom('never' as const, 0, 4) }),
    )
    fc.assert(
      fc.property(policy, (given) => {
        expect(policyOf(draftOf(given))).toEqual(given)
        expect(Policy.parse(policyOf(draftOf(given)))).toEqual(given)
      }),
    )
  })

  test('say what is unfinished, at its place', () => {
    const draft = { ...draftOf(defaultPolicy), inStages: true, stages: [{ name: 'Legal', approvals: 1, by: named(dilek) }, { name: ' Legal ', approvals: Number.NaN, by: { members: [] } }], waivable: { 'alt-text': { members: [] } }, reapprovalWords: 99 }
    expect(problemsOf(draft)).toEqual({
      'stages.1.name': 'Another stage has this name.',
      'stages.1.approvals': 'Give a number from 1 to 9.',
      'stages.1.by': 'Choose at least one member.',
      'waivable.alt-text': 'Choose at least one member.',
      words: 'Give a number from 0 to 50.',
    })
    expect(problemsOf({ ...draft, inStages: false, waivable: {}, mayReapprove: false })).toEqual({})
  })

  test('warn when too few may sign', () => {
    expect(warningsOf(defaultPolicy, members)).toEqual([])
    expect(warningsOf({ ...defaultPolicy, approvals: 5 }, members)).toEqual(['Nothing could be approved: the desk has too few members who may sign, and nobody signs twice.'])
    expect(warningsOf({ ...defaultPolicy, by: named(edda) }, members)).toEqual(['What Edda Lund submits could not be approved: too few others may sign.'])
    expect(warningsOf({ ...defaultPolicy, stages: [{ name: 'A', approvals: 1, by: named(edda) }, { name: 'B', approvals: 1, by: named(edda) }] }, members)[0]).toMatch(/^Nothing could be approved/)
    expect(warningsOf({ ...defaultPolicy, approvals: 2 }, [edda.member])[0]).toMatch(/^This desk has one member/)
    expect(warningsOf(defaultPolicy, [edda.member])).toEqual([])
  })

  test('are told in sentences', () => {
    const label = (check: string) => check
    expect(policyInWords(defaultPolicy, members, label)).toEqual([
      'A story is approved when a reviewer approved it.',
      'Nobody approves what they submitted, unless they are alone on the desk.',
      'A change of at most 10 words, in which no number, quotation, name, link, picture or field is touched, may be approved with one key by somebody who may approve and did not submit it.',
    ])
    const staged: Policy = { approvals: 1, authorMayApprove: 'never', blocking: [], stages: [{ name: 'Editor', approvals: 2, by: { role: 'reviewer' } }, { name: 'Legal', approvals: 1, by: named(dilek, bruno) }], waivable: [{ check: 'Alt text', by: { role: 'admin' } }], reapproval: 'never' }
    expect(policyInWords(staged, members, label)).toEqual([
      'A story goes through two stages, one after the other: Editor (two of these: any reviewer), then Legal (Dilek Aydın or Bruno Salgado). Each is signed by other people.',
      'When changes are requested, the next submission starts again at the first.',
      'Nobody ever approves what they submitted.',
      '‘Alt text’ may be set aside by an admin, for one version, with a reason that is signed.',
      'Every change after an approval needs a review.',
    ])
  })
})

test('A redline that counts more than wording says what needs a review', () => {
  const none = { wording: 0, number: 0, quotation: 0, name: 0, link: 0, image: 0, field: 0, move: 0, format: 0 }
  expect(whyNotByClasses({ ...none, wording: 4, format: 2 })).toBeNull()
  expect(whyNotByClasses({ ...none, wording: 1, name: 1 })).toBe('The change touches a name, so it needs a review.')
  expect(whyNotByClasses({ ...none, image: 1 })).toBe('The change touches an image, so it needs a review.')
})
