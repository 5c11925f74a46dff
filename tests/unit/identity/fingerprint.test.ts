import { expect, test } from 'vitest'
import { createIdentity } from '../../../src/main/desk/identity'
import { fingerprint, grouped } from '../../../src/shared/identity/fingerprint'

test('a fingerprint is the start of the key’s SHA-256, in eight groups that can be read aloud', () => {
  // 32 zero bytes; its SHA-256 is known.
  expect(fingerprint(`${'A'.repeat(43)}=`)).toBe('6668 7aad f862 bd77 6c8f c18b 8e9f 8e20')
})

test('it is that of the member’s id', () => {
  const { member } = createIdentity('Amina Okafor', ['writer'])
  expect(fingerprint(member.publicKey)).toBe(grouped(member.id))
})

test.each(['', 'AAAA', 'not base64 at all', '\u{1f511}'])('%j is no key, and has no fingerprint', (text) => {
  expect(fingerprint(text)).toBe('not a key')
})
