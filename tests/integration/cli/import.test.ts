import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDesk } from '../../../src/main/desk/desk'
import { listStories } from '../../../src/main/store/story-lists'
import { deskOfTwo, temporaryFolder } from '../desk/people'
import { copydesk } from './terminal'

const page = `---
title: Mayors meet in spring
kind: statement
---

Nine mayors will meet on the quay in May.
`

test('a file becomes a draft of the member who is named, and is on the list', async () => {
  const made = deskOfTwo()
  made.desk.close()
  const where = temporaryFolder()
  writeFileSync(path.join(where, 'spring.md'), page)

  const { code, out, err } = await copydesk(where, ['import', 'spring.md', '--as', 'amina okafor', '--desk', made.folder])

  expect(err).toBe('Mayors meet in spring (0 of 1)')
  expect(code).toBe(0)
  expect(out).toMatch(/^[0-9a-f-]{36} {2}[a-z-]+ {2}Mayors meet in spring$/)
  const desk = openDesk(made.folder)
  const { rows } = listStories(desk.db, { view: 'myDrafts', search: 'quay', kind: null, offset: 0, limit: 10, member: made.amina.member.id })
  desk.close()
  expect(rows.map(({ headline, author }) => [headline, author])).toEqual([['Mayors meet in spring', 'Amina Okafor']])
})

test('a file that is missing is named before anything is brought in', async () => {
  const made = deskOfTwo()
  made.desk.close()
  const where = temporaryFolder()
  writeFileSync(path.join(where, 'spring.md'), page)

  const { code, err } = await copydesk(where, ['import', 'spring.md', 'autumn.md', '--as', 'Amina Okafor', '--desk', made.folder])

  expect({ code, err }).toEqual({ code: 1, err: `There is no such file: ${path.join(where, 'autumn.md')}` })
  const desk = openDesk(made.folder)
  expect(listStories(desk.db, { view: 'all', search: '', kind: null, offset: 0, limit: 10, member: made.amina.member.id }).total).toBe(0)
  desk.close()
})

test('a member who is not on the desk is answered with those who are', async () => {
  const made = deskOfTwo()
  made.desk.close()
  const where = temporaryFolder()
  writeFileSync(path.join(where, 'spring.md'), page)

  const { code, err } = await copydesk(where, ['import', 'spring.md', '--as', 'Nobody', '--desk', made.folder])

  expect(code).toBe(2)
  expect(err).toContain('No member of this desk is called ‘Nobody’. Members: Amina Okafor, Tomás Ferreira.')
})
