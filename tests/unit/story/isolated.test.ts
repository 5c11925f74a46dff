import { expect, test } from 'vitest'
import { isolated } from '../../../src/shared/story/isolated'

test('a name in a script from right to left is kept apart from what stands beside it; any other stays as it is', () => {
  expect(isolated('نور الحداد')).toBe('\u2068نور الحداد\u2069')
  expect(isolated('נועה')).toBe('\u2068נועה\u2069')
  expect(isolated('Noor Haddad')).toBe('Noor Haddad')
  expect(isolated('王小明')).toBe('王小明')
})
