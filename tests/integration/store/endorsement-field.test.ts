import { expect, onTestFinished, test } from 'vitest'
import { openDesk } from '../../../src/main/desk/desk'
import { migrations } from '../../../src/main/store/migrations'
import { readSetting, writeSetting } from '../../../src/main/store/settings'
import { snapshot } from '../../../src/main/store/snapshot'
import { createStory, loadStory } from '../../../src/main/store/stories'
import { readerParts } from '../../../src/shared/reader/reader-parts'
import { FieldDefinition, type Kind } from '../../../src/shared/story/kind'
import { revisionId } from '../../../src/shared/story/revision'
import { plainText } from '../../../src/shared/story/text'
import { deskOfTwo, kindOf, paragraph } from '../desk/people'

const field = FieldDefinition.parse({ id: 'endorsementNote', label: 'No-endorsement note', type: 'longText', required: true })
const withField = (kind: Kind): Kind => (kind.id === 'cross-post' ? { ...kind, fields: [...kind.fields, field] } : kind)

test('a desk whose cross-posts had a note by hand no longer asks for one, and the stories that have it keep it to the byte', () => {
  const made = deskOfTwo()
  const { db } = made.desk
  writeSetting(db, 'kinds', readSetting(db, 'kinds').map(withField))
  made.desk.reload()
  const id = createStory(db, { kind: kindOf(made.desk, 'cross-post'), by: made.amina.member.id, headline: 'A survey of ports', fields: { origin: 'Delta Forum', endorsementNote: 'Shared with thanks, without endorsing it.' }, body: paragraph('Nine ports answered.') })
  const before = snapshot(made.desk, id, loadStory(db, id))
  const others = readSetting(db, 'kinds').filter((kind) => kind.id !== 'cross-post')
  // The desk is of the newest format already; the step that it is about changes nothing else.
  db.exec(migrations.find(({ version }) => version === 5)?.sql ?? '')
  made.desk.close()

  const desk = openDesk(made.folder)
  onTestFinished(() => desk.close())

  const kind = kindOf(desk, 'cross-post')
  expect(kind.fields.map((one) => one.id)).not.toContain('endorsementNote')
  expect(kind.removed).toEqual([field])
  expect(desk.kinds.filter((one) => one.id !== 'cross-post')).toEqual(others)
  const after = snapshot(desk, id, loadStory(desk.db, id))
  expect(revisionId(after)).toBe(revisionId(before))
  expect(readerParts(after, kind).before.map((node) => plainText({ type: 'doc', content: [node] }))).toEqual(['First published by Delta Forum', 'Shared with thanks, without endorsing it.'])
})
