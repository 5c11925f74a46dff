import { expect, test } from 'vitest'
import { isolatedName } from '../../../src/shared/story/isolated-name'

test('a name in a script from right to left is kept apart from what stands beside it; any other stays as it is', () => {
  expect(isolatedName('نور الحداد')).toBe('\u2068نور الحداد\u2069')
  expect(isolatedName('נועה')).toBe('\u2068נועה\u2069')
  expect(isolatedName('Noor Haddad')).toBe('Noor Haddad')
  expect(isolatedName('王小明')).toBe('王小明')
})
