import { expect, test } from 'vitest'
import * as z from 'zod'
import { createDesk, openDesk } from '../../../src/main/desk/desk'
import { createIdentity } from '../../../src/main/desk/identity'
import { readSetting } from '../../../src/main/store/settings'
import { temporaryFolder } from '../desk/people'

test('a desk has a lasting name of its own: made once, the same whenever it is opened, another for each desk', () => {
  const names = [1, 2, 3].map(() => {
    const folder = `${temporaryFolder()}/desk`
    const made = createDesk(folder, { name: 'Harbour Cities Council', member: createIdentity('Amina Okafor', ['admin']).member })
    const first = readSetting(made.db, 'id')
    made.close()
    const opened = openDesk(folder)
    const second = readSetting(opened.db, 'id')
    opened.close()
    expect(second).toBe(first)
    return first
  })
  expect(new Set(names).size).toBe(3)
  for (const name of names) expect(z.uuidv4().safeParse(name).success).toBe(true)
})
