import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createDesk, openDesk } from '../../../src/main/desk/desk'
import { createIdentity } from '../../../src/main/desk/identity'
import { bundle, start } from '../program'
import { deskOfTwo, temporaryFolder } from './people'

let program: string
beforeAll(async () => void (program = await bundle(path.join(import.meta.dirname, 'hold-desk.ts'))))

function closedDesk(): string {
  const made = deskOfTwo()
  made.desk.close()
  return made.folder
}

test('a desk that another process has open is refused, saying where and since when', async () => {
  const folder = closedDesk()
  const other = start(program, [folder])
  await other.printed(/open/)

  expect(() => openDesk(folder)).toThrow(new RegExp(`^This desk is open in another Copydesk \\(on ${os.hostname()} since \\d\\d:\\d\\d\\)\\. Close it there first\\.$`))
  expect(JSON.parse(readFileSync(path.join(folder, 'desk.lock.json'), 'utf8'))).toMatchObject({ process: other.child.pid })
})

test('a process that is killed leaves nothing locked', async () => {
  const folder = closedDesk()
  for (let round = 0; round < 3; round++) {
    const other = start(program, [folder])
    await other.printed(/open/)
    await other.kill()
    openDesk(folder).close()
  }
})

test('a desk that was closed in good order is free', async () => {
  const folder = closedDesk()
  const other = start(program, [folder])
  await other.printed(/open/)
  const ended = once(other.child, 'exit')
  other.child.stdin?.end()
  await ended

  expect(() => openDesk(folder).close()).not.toThrow()
})

test('the same process can’t open a desk twice either, and being refused changes nothing for who has it', () => {
  const { folder, desk } = deskOfTwo()

  expect(() => openDesk(folder)).toThrow(/is open in another Copydesk/)
  expect(() => openDesk(folder)).toThrow(/is open in another Copydesk/)

  desk.close()
  openDesk(folder).close()
})

test('a desk that can’t be opened is not left locked', () => {
  const { folder, desk } = deskOfTwo()
  desk.db.pragma('user_version = 99')
  desk.close()

  expect(() => openDesk(folder)).toThrow(/newer Copydesk/)
  expect(() => openDesk(folder)).toThrow(/newer Copydesk/)
})

test('a job of the app that holds the lock opens the desk beside it', () => {
  const { folder, desk } = deskOfTwo()
  const beside = openDesk(folder, { lock: false })
  expect(beside.members).toEqual(desk.members)
  beside.close()
})

test('a desk can be made where an attempt to make one ended early', () => {
  const folder = path.join(temporaryFolder(), 'desk')
  const { member } = createIdentity('Amina Okafor', ['admin'])
  createDesk(folder, { name: 'Harbour Cities Council', member }).close()

  expect(() => createDesk(folder, { name: 'Harbour Cities Council', member })).toThrow('There is a desk in this folder already.')
})
