import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { actOn } from '../../../src/main/session/act'
import { clearPart } from '../../../src/main/session/clearances'
import { statusOf } from '../../../src/main/session/status'
import { storyAudit } from '../../../src/main/audit/story-audit'
import { namedPart, partsOf } from '../../../src/shared/clearance/parts'
import { calls } from '../../../src/shared/ipc'
import type { StoryId } from '../../../src/shared/story/ids'
import { storyBody } from '../../../src/shared/story/story-doc'
import { writeStory } from '../desk/people'
import { sitting, type Sitting } from './sitting'

const words = 'The mayor of Solvåg said: “We open the harbour and we keep it open.” Nobody objected.'

function quoted(): Sitting & { readonly id: StoryId } {
  const at = sitting()
  return { ...at, id: writeStory(at, 'Nine ports agree', words) }
}

/** What the window would ask for, of the first quotation. */
function clearing({ session, id }: Sitting & { readonly id: StoryId }) {
  const [part] = partsOf(session.derived(id).current.body, 'en')
  if (part === undefined) throw new Error('There is no quotation')
  return { type: 'clear' as const, part: namedPart(part), clearedBy: 'Mayor Amélie Laurent', evidence: { text: 'E-mail of the mayor’s office of 3 May' } }
}

/** Writes into the text, after some of its words. */
function write({ session, id }: Sitting & { readonly id: StoryId }, after: string, typed: string): void {
  session.changeStory(id, (doc) => {
    const paragraph = storyBody(doc).get(0)
    const run = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(run instanceof Y.XmlText)) throw new Error('There is no text')
    run.insert(run.toJSON().indexOf(after) + after.length, typed)
  })
}

const clearanceFindings = ({ session, id }: Sitting & { readonly id: StoryId }): string[] => statusOf(session, id).findings.filter(({ check }) => check.includes('clearance')).map(({ message }) => message)

test('a quotation is cleared in the desk’s file, stays so while other words change, and not when its own do', () => {
  const at = quoted()
  const status = clearPart(at.session, at.id, clearing(at))
  expect(calls['story.act'].output.parse(status).workflow.clearances).toMatchObject([{ clearedBy: 'Mayor Amélie Laurent', by: at.amina.member.id }])
  expect(status.shown).toBe('draft')
  expect(status.history[0]).toMatchObject({ byName: 'Amina Okafor', text: 'cleared the quotation ‘We open the harbour and we keep it open.’, as cleared by Mayor Amélie Laurent', note: 'E-mail of the mayor’s office of 3 May' })

  write(at, 'Nobody', ' in the room')
  expect(clearanceFindings(at)).toEqual([])
  write(at, 'we keep it', ' half')
  expect(clearanceFindings(at)).toEqual(['The quotation ‘We open the harbour and we keep it half open.’ was changed after it was cleared.'])
  expect(statusOf(at.session, at.id).blocked).toBe(false)
})

test('what is signed is what the story says: words that were changed meanwhile, and a file that is not there, are refused', () => {
  const at = quoted()
  const asked = clearing(at)
  write(at, 'we keep it', ' half')
  expect(() => clearPart(at.session, at.id, asked)).toThrow('What you were about to clear was changed meanwhile.')
  const now = clearing(at)
  expect(() => clearPart(at.session, at.id, { ...now, evidence: { text: 'See the file', file: { hash: 'f'.repeat(64) as never, name: 'mail.pdf' } } })).toThrow('not in the library of this desk')
  // The window can’t give the part another name, either.
  const status = clearPart(at.session, at.id, { ...now, part: { ...now.part, excerpt: 'We close the harbour' } })
  expect(status.workflow.clearances?.[0]?.part.excerpt).toBe('We open the harbour and we keep it half open.')
})

test('a clearance is taken back with a reason, and the audit of the story tells of both', () => {
  const at = quoted()
  const { workflow } = clearPart(at.session, at.id, clearing(at))
  const clearance = workflow.clearances?.[0]?.event
  if (clearance === undefined) throw new Error('Nothing was cleared')
  at.session.actAs(at.tomas.member.id)
  const status = actOn(at.session, at.id, { type: 'unclear', clearance, reason: 'She spoke of another harbour.' })
  expect(status.workflow.clearances?.[0]?.takenBack).toMatchObject({ by: at.tomas.member.id, reason: 'She spoke of another harbour.' })
  const told = JSON.stringify(storyAudit(at.session.desk, at.id))
  expect(told).toContain('cleared the quotation ‘We open the harbour and we keep it open.’, as cleared by Mayor Amélie Laurent')
  expect(told).toContain('took back the clearance')
})
