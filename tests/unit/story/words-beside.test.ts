import { expect, test } from 'vitest'
import { plainText } from '../../../src/shared/story/text'
import { wordsBeside } from '../../../src/shared/story/words-beside'
import { everyBlock } from '../../fixtures/every-block'

test('search knows what pictures, quotations, callouts, tables, buttons, cards and lists of stories say', () => {
  const lines = wordsBeside(everyBlock()).split('\n')
  for (const words of ['Tom Okafor', 'Two ferries moored at a quay at dawn, without smoke', 'How a berth gets its power', 'Inês Valadão, mayor of Lagoa Nova', 'Closed until May', 'Berths with power, by harbour', 'Read the plan', 'A day at the north quay', 'The joint plan in full', 'More from the council', 'Shore power, explained']) expect(lines).toContain(words)
})

test('what is no words for readers is not among them, and the running text goes without them', () => {
  expect(wordsBeside(everyBlock())).not.toMatch(/https?:|[0-9a-f]{64}|subscribe|warning|half/)
  expect(plainText(everyBlock())).not.toContain('Tom Okafor')
  expect(plainText(everyBlock())).toContain('A harbour is a neighbour.')
})
