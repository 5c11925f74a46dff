import { describe, expect, test } from 'vitest'
import { isBlocked, preflight } from '../../../src/shared/checks/preflight'
import type { Clearance } from '../../../src/shared/clearance/clearance'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { Instant } from '../../../src/shared/story/ids'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { defaultPolicy } from '../../../src/shared/workflow/policy'
import { clearAll, paragraph, picture, text } from '../clearance/a-text'

const body = (...blocks: DocumentNode[]): DocumentNode => text(...blocks)
const said = body(paragraph('“We open the harbour and keep it open,” the mayor said of the “open door”.'), picture('The quay'), paragraph('In all, 42 cities signed.'))

function look(of: DocumentNode, clearances: readonly Clearance[], blocking: string[] = []) {
  const [kind] = defaultKinds.filter(({ id }) => id === 'statement')
  const policy = { ...defaultPolicy, blocking }
  const findings = preflight({ kind: kind!, fields: { headline: 'Nine ports agree', slug: 'nine-ports', summary: 'All of them.' }, body: of, now: Instant.parse('2026-03-02T09:00:00.000Z'), policy, purpose: 'submit', clearances }).filter(({ check }) => check.includes('clearance'))
  return { findings, blocked: isBlocked(findings, policy) }
}

describe('Preflight', () => {
  test('says nothing of clearances where none were given and the rules ask for none', () => {
    expect(look(said, [])).toEqual({ findings: [], blocked: false })
    expect(look(said, clearAll(said))).toEqual({ findings: [], blocked: false })
  })

  test('warns of what was changed after it was cleared, and where', () => {
    const edited = body(paragraph('“We open the harbour and keep it closed,” the mayor said of the “open door”.'), picture('The quay'), paragraph('In all, 43 cities signed.'))
    expect(look(edited, clearAll(said)).findings).toMatchObject([
      { check: 'quotation-clearance', severity: 'warning', message: 'The quotation ‘We open the harbour and keep it closed’ was changed after it was cleared.', place: { in: 'body', path: [0] } },
      { check: 'number-clearance', severity: 'warning', message: 'The figure ‘In all, 43 cities signed.’ was changed after it was cleared.', place: { in: 'body', path: [2] } },
    ])
  })

  test('is stopped by it, and by what nobody cleared, where the rules ask for clearances; names in marks are no statement', () => {
    const { findings, blocked } = look(said, [], ['quotation-clearance'])
    expect(findings.map(({ message }) => message)).toEqual(['The quotation ‘We open the harbour and keep it open’ is not cleared.'])
    expect(blocked).toBe(true)
    expect(look(said, clearAll(said), ['quotation-clearance', 'picture-clearance', 'number-clearance'])).toEqual({ findings: [], blocked: false })
    expect(look(said, [], ['picture-clearance', 'number-clearance']).findings.map(({ message }) => message)).toEqual(['The picture ‘The quay’ is not cleared.', 'The figure ‘In all, 42 cities signed.’ is not cleared.'])
  })

  test('notes what was cleared and is gone, which stops nobody', () => {
    const { findings, blocked } = look(body(paragraph('“We open the harbour and keep it open,” the mayor said of the “open door”.')), clearAll(said), ['quotation-clearance', 'picture-clearance', 'number-clearance'])
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual(['note: The picture ‘The quay’ was cleared and is no longer in the text.', 'note: The figure ‘In all, 42 cities signed.’ was cleared and is no longer in the text.'])
    expect(blocked).toBe(false)
  })
})
