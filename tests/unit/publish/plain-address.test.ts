import { expect, test } from 'vitest'
import { warnOfPlainAddress } from '../../../src/main/publish/plain-address'
import { TargetSettings } from '../../../src/shared/publishing'

test('an address that can be read on the way is warned of', () => {
  expect(warnOfPlainAddress(new URL('http://news.example/'))).toContain('https')
})

test('https and this computer are not warned of', () => {
  for (const address of ['https://news.example/', 'http://localhost:8080/', 'http://127.0.0.1:8080/', 'http://[::1]/']) expect(warnOfPlainAddress(new URL(address))).toBe('')
})

test('a password has no place in an address', () => {
  const settings = (address: string) => TargetSettings.safeParse({ type: 'rest', name: 'Newsroom', address }).success
  expect(settings('https://news.example/api/')).toBe(true)
  expect(settings('https://amina:secret@news.example/api/')).toBe(false)
  expect(settings('https://token@news.example/')).toBe(false)
  expect(settings('https://news.example/@amina')).toBe(true)
})
