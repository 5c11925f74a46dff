import { expect, test } from 'vitest'
import { withEscapes } from '../../../scripts/build/one-byte-code'

const evaluated = (code: string): unknown => new Function(`return (${code})`)()
const samples = ["'Copydesk – ‘quoted’ … ✓'", '`a ${1 + 1} €`', '"مرحبا"', "'🇵🇹'.length", '/[‘’“”]/u.test("“")', '/[\u{1F600}-😎]/u.test("😃")', '({ größe: 1, 名: 2 }).名']

test.each(samples)('%s means the same in characters of one byte', (code) => {
  const escaped = withEscapes(code)
  expect(/[\u0100-\uffff]/.test(escaped)).toBe(false)
  expect(evaluated(escaped)).toEqual(evaluated(code))
})

test('a raw template with such characters is left as it is', () => {
  expect(withEscapes('String.raw`a…`')).toBe('String.raw`a…`')
  expect(withEscapes("String.raw`a\\d` + '…'")).not.toContain('…')
})
