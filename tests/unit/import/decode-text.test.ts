import { expect, test } from 'vitest'
import { decodeText } from '../../../src/main/import/decode-text'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('UTF-8 is read with and without a byte order mark', () => {
  expect(decodeText(bytes('São Brás'))).toBe('São Brás')
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('São Brás')]))).toBe('São Brás')
})

test('UTF-16 is read by its mark', () => {
  expect(decodeText(new Uint8Array([0xff, 0xfe, ...Buffer.from('São', 'utf16le')]))).toBe('São')
})

test('a page is read in the encoding that it declares', () => {
  const page = Buffer.from('<meta charset="ISO-8859-1"><p>São Brás</p>', 'latin1')
  expect(decodeText(page)).toContain('São Brás')
  const cyrillic = new Uint8Array([...bytes('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>'), 0xcf, 0xee, 0xf0, 0xf2])
  expect(decodeText(cyrillic)).toContain('Порт')
})

test('a page that declares UTF-8 and is not is read as what it can be', () => {
  expect(decodeText(Buffer.from('<meta charset="utf-8"><p>S\xe3o Br\xe1s</p>', 'latin1'))).toContain('São Brás')
})

test('the quotation marks of windows-1252 are read', () => {
  expect(decodeText(new Uint8Array([0x93, 0x41, 0x94]))).toBe('“A”')
})

test('a picture, a program and an archive are no text', () => {
  expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toBeNull()
  expect(decodeText(new Uint8Array(Array.from({ length: 400 }, (_, index) => index % 32)))).toBeNull()
})
