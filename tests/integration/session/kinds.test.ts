import { describe, expect, test } from 'vitest'
import { approvedStories } from '../../../src/main/desk/approved-stories'
import { openDesk } from '../../../src/main/desk/desk'
import { suggestionsFor } from '../../../src/main/desk/suggestions'
import { changeKind } from '../../../src/main/session/change-kind'
import { statusOf } from '../../../src/main/session/status'
import { updateKinds } from '../../../src/main/session/update-kinds'
import { fieldTalliesAreRight, kindUsage } from '../../../src/main/store/field-tallies'
import { createStory, loadStory } from '../../../src/main/store/stories'
import { clearIndex, refreshStale, refreshStory, talliesAreRight } from '../../../src/main/store/story-index'
import { withField, withFieldBack, withoutField } from '../../../src/shared/story/edit-kinds'
import { KindId, type StoryId } from '../../../src/shared/story/ids'
import type { FieldValue, Kind } from '../../../src/shared/story/kind'
import { readKeptFields, storyFields, storyMeta, writeField } from '../../../src/shared/story/story-doc'
import { approve, edit, kindOf, paragraph } from '../desk/people'
import { sitting, type Sitting } from './sitting'

/** A story of a kind with these fields. */
function story({ desk, amina }: Sitting, kind: string, headline: string, fields: Record<string, FieldValue>): StoryId {
  const id = createStory(desk.db, { kind: kindOf(desk, kind), by: amina.member.id, headline, fields: { summary: 'Mayors of nine port cities have agreed how newcomers find a home within a year.', ...fields }, body: paragraph('Nine mayors met on the quay.') })
  refreshStory(desk, id, loadStory(desk.db, id))
  return id
}

/** Saves one kind changed. */
function save({ session, desk }: Sitting, changed: Kind): void {
  updateKinds(session, desk.kinds.map((kind) => (kind.id === changed.id ? changed : kind)))
}

describe('Changing a kind', () => {
  test('leaves every approved story approved, to the byte', () => {
    const at = sitting()
    const id = story(at, 'statement', 'On the pledge', { speaker: 'Inês Carvalhal', topics: ['housing'] })
    approve(at, id)
    const before = statusOf(at.session, id)
    expect(before.shown).toBe('approved')

    const statement = kindOf(at.desk, 'statement')
    save(at, withField({ ...withoutField(withoutField(statement, 'speaker', true), 'topics', true), label: 'Position' }, 'Host city', 'place'))

    const after = statusOf(at.session, id)
    expect(after.currentRevision).toBe(before.currentRevision)
    expect(after.shown).toBe('approved')
    expect(after.changedSinceApproval).toBe(false)
    expect(approvedStories(at.desk, [id]).stories).toMatchObject([{ id: before.currentRevision, revision: { fields: { speaker: 'Inês Carvalhal', topics: ['housing'] } } }])

    save(at, withFieldBack(kindOf(at.desk, 'statement'), 'speaker'))
    expect(statusOf(at.session, id).currentRevision).toBe(before.currentRevision)
  })

  test('makes preflight ask for a field that is required now, and no earlier', () => {
    const at = sitting()
    const id = story(at, 'readout', 'Mayors meet', {})
    expect(statusOf(at.session, id).blocked).toBe(false)

    const readout = kindOf(at.desk, 'readout')
    save(at, { ...readout, fields: readout.fields.map((field) => (field.id === 'participants' ? { ...field, required: true } : field)) })

    expect(statusOf(at.session, id).findings).toMatchObject([{ check: 'required-field', message: '‘Participants’ is missing.' }])
    save(at, withoutField(kindOf(at.desk, 'readout'), 'participants', true))
    expect(statusOf(at.session, id).findings).toEqual([])
  })

  test('is for admins alone', () => {
    const at = sitting()
    at.session.actAs(at.tomas.member.id)
    expect(() => updateKinds(at.session, at.desk.kinds)).toThrow('Only an admin can change the kinds of stories.')
  })

  test('that would lose a story its kind or its words is refused, and changes nothing', () => {
    const at = sitting()
    story(at, 'newsletter', 'Winter issue', { issue: '2026 Q1' })
    const kinds = [...at.desk.kinds]

    expect(() => updateKinds(at.session, kinds.filter(({ id }) => id !== 'newsletter'))).toThrow('‘Newsletter’ can’t be removed: 1 story is of this kind.')
    expect(() => save(at, withoutField(kindOf(at.desk, 'newsletter'), 'issue', false))).toThrow('what stories hold in ‘Issue’ would be lost')
    expect(at.desk.kinds).toEqual(kinds)

    updateKinds(at.session, kinds.filter(({ id }) => id !== 'research'))
    expect(at.desk.kinds.map(({ id }) => id)).not.toContain('research')
  })

  test('is still there when the desk is opened again', () => {
    const at = sitting()
    const id = story(at, 'statement', 'On the pledge', { speaker: 'Inês Carvalhal' })
    save(at, withoutField(kindOf(at.desk, 'statement'), 'speaker', true))
    at.session.close()

    const again = openDesk(at.folder)
    try {
      expect(kindOf(again, 'statement').removed).toMatchObject([{ id: 'speaker', label: 'Attributed to', type: 'text' }])
      expect(readKeptFields(loadStory(again.db, id), kindOf(again, 'statement').fields)).toEqual([{ id: 'speaker', type: 'text', value: 'Inês Carvalhal' }])
    } finally {
      again.close()
    }
  })
})

describe('How much a kind is used', () => {
  test('is counted by kind and by field, the archive and removed fields included', () => {
    const at = sitting()
    const first = story(at, 'statement', 'On the pledge', { speaker: 'Inês Carvalhal' })
    story(at, 'statement', 'On the tide', { speaker: 'Tomás Ferreira', topics: ['sea', 'ports'] })
    story(at, 'readout', 'Mayors meet', {})
    const holding = (field: string): number | undefined => kindUsage(at.desk.db).fields.find((one) => one.kind === 'statement' && one.field === field)?.stories

    expect(kindUsage(at.desk.db).kinds).toEqual([{ kind: 'readout', stories: 1, archived: 0 }, { kind: 'statement', stories: 2, archived: 0 }])
    expect([holding('speaker'), holding('topics'), holding('embargo')]).toEqual([2, 1, undefined])

    save(at, withoutField(kindOf(at.desk, 'statement'), 'speaker', true))
    refreshStale(at.desk)
    expect(holding('speaker')).toBe(2)

    edit(at, first, (doc) => writeField(doc, { id: 'speaker', type: 'text' }, undefined))
    refreshStale(at.desk)
    expect(holding('speaker')).toBe(1)
    expect(fieldTalliesAreRight(at.desk.db)).toBe(true)
  })

  test('is the same when it is counted anew', () => {
    const at = sitting()
    story(at, 'statement', 'On the pledge', { byline: ['Inês Carvalhal'], topics: ['sea', 'sea', 'ports'] })
    story(at, 'readout', 'Mayors meet', { participants: ['Inês Carvalhal', 'Tomás Ferreira'] })
    const before = kindUsage(at.desk.db)

    clearIndex(at.desk.db)
    expect(kindUsage(at.desk.db)).toEqual({ kinds: [], fields: [] })
    refreshStale(at.desk)

    expect(kindUsage(at.desk.db)).toEqual(before)
    expect(talliesAreRight(at.desk.db)).toBe(true)
  })
})

describe('Completion', () => {
  const byline = { id: 'byline', type: 'person' } as const
  const words = (at: Sitting, field: Parameters<typeof suggestionsFor>[1], prefix: string): string[] => suggestionsFor(at.desk, field, prefix, 10).map(({ value }) => value)

  test('offers the names of the desk, the most used first, then its members', () => {
    const at = sitting()
    story(at, 'statement', 'On the pledge', { byline: ['Ingrid Solvåg', 'Leila Haddad'] })
    story(at, 'readout', 'Mayors meet', { participants: ['Leila Haddad', 'Amparo Ruiz'] })

    expect(suggestionsFor(at.desk, byline, '', 10)).toEqual([
      { value: 'Leila Haddad', uses: 2 },
      { value: 'Amparo Ruiz', uses: 1 },
      { value: 'Ingrid Solvåg', uses: 1 },
      { value: 'Amina Okafor', uses: 0 },
      { value: 'Tomás Ferreira', uses: 0 },
    ])
    expect(words(at, byline, 'solvag')).toEqual(['Ingrid Solvåg'])
    expect(words(at, byline, 'am')).toEqual(['Amparo Ruiz', 'Amina Okafor'])
    expect(suggestionsFor(at.desk, byline, '', 2)).toHaveLength(2)
  })

  test('knows a byline of an older desk, which is a plain list', () => {
    const at = sitting()
    const older = at.desk.kinds.map((kind): Kind => ({ ...kind, fields: kind.fields.map((field) => (field.type === 'person' || field.type === 'place' ? { ...field, type: 'list' } : field)) }))
    updateKinds(at.session, older)
    story(at, 'statement', 'On the pledge', { byline: ['Ingrid Solvåg'], places: ['Porto Alvar'] })

    expect(words(at, { id: 'byline', type: 'list' }, 'ing')).toEqual(['Ingrid Solvåg'])
    expect(words(at, { id: 'places', type: 'list' }, 'alv')).toEqual(['Porto Alvar'])
    expect(words(at, { id: 'topics', type: 'list' }, '')).toEqual([])
  })

  test('forgets a name with the last story that has it', () => {
    const at = sitting()
    const id = story(at, 'statement', 'On the pledge', { places: ['Porto Alvar'] })
    edit(at, id, (doc) => storyFields(doc).set('places', ['Cala Blava']))
    refreshStale(at.desk)
    expect(words(at, { id: 'places', type: 'place' }, '')).toEqual(['Cala Blava'])
  })
})

describe('Another kind for a story', () => {
  test('keeps all that it holds, and what the new kind has no field for leaves no longer', () => {
    const at = sitting()
    const id = story(at, 'cross-post', 'A view from the north', { origin: 'Lighthouse Network', originAddress: 'https://lighthouse.example/view', topics: ['sea'] })

    const status = changeKind(at.session, id, KindId.parse('statement'))

    expect(status.row.kind).toBe('statement')
    expect(at.session.derived(id).current.fields).toMatchObject({ topics: ['sea'] })
    expect(at.session.derived(id).current.fields).not.toHaveProperty('origin')
    expect(readKeptFields(loadStory(at.desk.db, id), kindOf(at.desk, 'statement').fields)).toMatchObject([{ id: 'origin', value: 'Lighthouse Network' }, { id: 'originAddress' }])

    changeKind(at.session, id, KindId.parse('cross-post'))
    expect(at.session.derived(id).current.fields).toMatchObject({ origin: 'Lighthouse Network' })
  })

  test('leaves what was approved as it was, and says that it changed since', () => {
    const at = sitting()
    const id = story(at, 'announcement', 'Nine ports agree', {})
    approve(at, id)
    const { workflow } = statusOf(at.session, id)

    const status = changeKind(at.session, id, KindId.parse('statement'))

    expect(status.workflow.approvedRevision).toBe(workflow.approvedRevision)
    expect(status.changedSinceApproval).toBe(true)
    expect(approvedStories(at.desk, [id]).stories).toMatchObject([{ revision: { kind: 'announcement' } }])
  })

  test('is one of the desk', () => {
    const at = sitting()
    const id = story(at, 'announcement', 'Nine ports agree', {})
    expect(() => changeKind(at.session, id, KindId.parse('poem'))).toThrow('This desk has no such kind of story.')
    expect(storyMeta(loadStory(at.desk.db, id)).get('kind')).toBe('announcement')
  })
})
