import { describe, expect, test } from 'vitest'
import { looksLikeMarkdown } from '../../../src/renderer/editor/paste/looks-like-markdown'

describe('a text with the signs of Markdown', () => {
  test.each(['# Heading', 'See [it](https://harbour.example/).', '```\ncode\n```', '| a | b |\n| --- | --- |\n| 1 | 2 |', '- one\n- two', '**bold** and `code`', 'x[^1]\n\n[^1]: note', '- [ ] task', '> quoted\n> again'])('%j', (text) => expect(looksLikeMarkdown(text)).toBe(true))
})
describe('a text without them', () => {
  test.each(['', 'A sentence.', '3 * 4 * 5', 'snake_case_name', '- one dash', 'Issue #12 and C# code', '2026 was a year.', 'a | b', 'See [1] and (2).', 'https://harbour.example/a_b_c', '“Yes” - he said'])('%j', (text) => expect(looksLikeMarkdown(text)).toBe(false))
})
