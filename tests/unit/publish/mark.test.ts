import { expect, test } from 'vitest'
import { markOf, readMark } from '../../../src/main/publish/wordpress/mark'
import { RevisionId, StoryId } from '../../../src/shared/story/ids'

const story = StoryId.parse('5f0c6a0e-4b7e-4f7e-9a55-0a3d7c1f2b10')
const revision = RevisionId.parse('c0ffee'.padEnd(64, '0'))

test('a story is recognised by the mark in its post', () => {
  expect(readMark(`<p>Text</p>\n${markOf(story, revision)}\n<!-- /wp:html -->`)).toEqual({ story, revision })
})

test('the mark has no double hyphen inside, which would end the comment', () => {
  expect(markOf(story, revision).slice(4, -3)).not.toContain('--')
})

test('a text that only speaks of a story has no mark', () => {
  expect(readMark(`<p>copydesk story=${story}</p>`)).toBeNull()
})
