import path from 'node:path'
import { expect, test } from 'vitest'
import { rememberChosenPaths } from '../../../src/main/ipc/chosen-paths'
import { publishingHandlers } from '../../../src/main/ipc/handlers/publishing'
import type { HandlerInput } from '../../../src/main/ipc/router'
import type { TargetSettings } from '../../../src/shared/publishing'
import { workstation } from '../desk/a-workstation'
import { temporaryFolder } from '../desk/people'

/** The calls that a window makes about targets, on a desk of one. */
async function calls() {
  const station = workstation()
  await station.createDesk(path.join(temporaryFolder(), 'desk'), 'Harbour Cities Council', 'Amina Okafor')
  const chosen = rememberChosenPaths()
  const handlers = publishingHandlers(station, chosen)
  const save = async (more: Partial<HandlerInput<'target.save'>> & { settings: TargetSettings }) => handlers['target.save']({ id: null, secret: null, remember: 'session', ...more })
  return { station, chosen, handlers, save }
}

const newsroom: TargetSettings = { type: 'rest', name: 'Newsroom', address: 'https://newsroom.example/api/' }
const site: TargetSettings = { type: 'wordpress', name: 'Site', address: 'https://harbour.example/', user: 'editor', publishAs: 'draft' }

test('a password stays with its target when name, user or path change', async () => {
  const { save } = await calls()
  const { id } = await save({ settings: site, secret: 'abcd efgh' })
  expect(await save({ id, settings: { ...site, name: 'News', user: 'amina', address: 'https://harbour.example/news/' } })).toMatchObject({ hasSecret: true })
})

test.each([
  ['another server', { ...site, address: 'https://elsewhere.example/' }],
  ['another port', { ...site, address: 'https://harbour.example:8443/' }],
  ['an address without encryption', { ...site, address: 'http://harbour.example/' }],
  ['another kind of target', { ...newsroom, address: 'https://elsewhere.example/' }],
] as const)('a password is forgotten when its target moves to %s: it must be typed again for that', async (_where, settings) => {
  const { save, station } = await calls()
  const { id } = await save({ settings: site, secret: 'abcd efgh' })
  expect(await save({ id, settings })).toMatchObject({ hasSecret: false })
  expect(station.secrets.get(id)).toBeUndefined()
})

test('a password that is typed with the new address is used there', async () => {
  const { save, station } = await calls()
  const { id } = await save({ settings: newsroom, secret: 'for the old one' })
  expect(await save({ id, settings: { ...newsroom, address: 'https://elsewhere.example/' }, secret: 'for the new one' })).toMatchObject({ hasSecret: true })
  expect(station.secrets.get(id)).toBe('for the new one')
})

test('a target whose password can’t be kept is not added: trying again does not make two', async () => {
  const { save, handlers } = await calls()
  await expect(save({ settings: newsroom, secret: 'tok', remember: 'keychain' })).rejects.toThrow(/no keychain/)
  expect(await handlers['target.list']()).toEqual([])
})

test('a folder is published into only if a person chose it', async () => {
  const { save, chosen } = await calls()
  const folder: TargetSettings = { type: 'folder', name: 'Site', folder: temporaryFolder(), preset: 'hugo' }
  await expect(save({ settings: folder })).rejects.toThrow(/Choose this file or folder/)
  chosen.grant(folder.folder)
  const { id } = await save({ settings: folder })
  await expect(save({ id, settings: { ...folder, folder: path.dirname(folder.folder) } })).rejects.toThrow(/Choose this file or folder/)
})
