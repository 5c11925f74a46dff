import { expect, test } from 'vitest'
import { restoredWords, type Restored } from '../../../src/renderer/views/history/restored-words'

const plain: Restored = { name: '', kind: 'Announcement', otherKind: false, kindGone: false, missing: [], suggestionsGone: 0 }

test('a version that is back says so, and that nothing is lost', () => {
  expect(restoredWords(plain)).toBe('The earlier version is back. What stood here before is kept in the history.')
  expect(restoredWords({ ...plain, name: 'First draft', otherKind: true, kind: 'Statement' })).toBe('‘First draft’ is back, and so is its kind, statement. What stood here before is kept in the history.')
})

test('what is not as one may think is said with it', () => {
  expect(restoredWords({ ...plain, kindGone: true })).toContain('so the story stays an announcement, without the fields')
  expect(restoredWords({ ...plain, missing: ['quay.png'] })).toContain('‘quay.png’ is no longer on this desk: add it again, or take it out.')
  expect(restoredWords({ ...plain, missing: ['quay.png', 'map.png'] })).toContain('‘quay.png’ and ‘map.png’ are no longer on this desk: add them again')
  expect(restoredWords({ ...plain, suggestionsGone: 2 })).toContain('2 suggestions were about other words, and are gone.')
  expect(restoredWords({ ...plain, suggestionsGone: 1 })).toContain('One suggestion was about other words, and is gone.')
})
