import path from 'node:path'
import { expect, test } from 'vitest'
import { rememberChosenPaths } from '../../../src/main/ipc/chosen-paths'

const at = (...parts: string[]): string => path.resolve('harbour', ...parts)
const before = at('desk of last week')
const paths = () => rememberChosenPaths((folder) => folder === before)

test('what a person chose in the dialog may be used, however its path is written', () => {
  const chosen = paths()
  expect(chosen.grant(at('site'))).toBe(at('site'))
  expect(chosen.require(at('site', '..', 'site'))).toBe(at('site', '..', 'site'))
  expect(chosen.requireDesk(at('site'))).toBe(at('site'))
})

test('a dialog that was cancelled grants nothing', () => {
  const chosen = paths()
  expect(chosen.grant(undefined)).toBeNull()
  expect(() => chosen.require('')).toThrow(/Choose this file or folder/)
})

test.each([['a folder beside the chosen one', at('site2')], ['what is inside of it', at('site', 'secret.txt')], ['the folder around it', at()], ['the root', path.parse(at()).root]])('%s may not', (_what, asked) => {
  const chosen = paths()
  chosen.grant(at('site'))
  expect(() => chosen.require(asked)).toThrow(/Choose this file or folder/)
  expect(() => chosen.requireDesk(asked)).toThrow(/Choose this file or folder/)
})

test('a desk that was open before may be opened again, but not be exported into or read from', () => {
  const chosen = paths()
  expect(chosen.requireDesk(before)).toBe(before)
  expect(() => chosen.require(before)).toThrow(/Choose this file or folder/)
})
