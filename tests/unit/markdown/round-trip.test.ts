import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { storyLinkAddress } from '../../../src/shared/document/story-link'
import { plainFlavour } from '../../../src/shared/markdown/flavour'
import { markdownForm } from '../../../src/shared/markdown/normal-form'
import { fromMarkdown } from '../../../src/shared/markdown/parse'
import { presetNamed } from '../../../src/shared/markdown/presets/preset-named'
import { toMarkdown, type MarkdownOptions } from '../../../src/shared/markdown/serialize'
import { PresetName } from '../../../src/shared/presets'
import type { StoryId } from '../../../src/shared/story/ids'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { anyBody, anyParagraph, storyIds } from '../document/arbitrary-body'

const assetAddress = (hash: string): string => `${hash.slice(0, 8)} (1).png`
const addresses = new Map(['a'.repeat(64), '0123456789abcdef'.repeat(4)].map((hash) => [assetAddress(hash), hash]))
const asset = (address: string): string | null => addresses.get(address) ?? null

type Options = Omit<MarkdownOptions, 'assetAddress'>

/** Readers have two of the three stories. */
function published(): { storyAddress: (story: StoryId, heading: string | null) => string | null; story: (address: string) => string | null } {
  const stories = new Map<string, string>()
  const storyAddress = (story: StoryId, heading: string | null): string | null => {
    const place = storyIds.indexOf(story as (typeof storyIds)[number])
    if (place === 2) return null
    const address = `https://example.org/stories/${place}/${heading === null ? '' : `#${heading}`}`
    stories.set(address, storyLinkAddress({ story, heading }))
    return address
  }
  return { storyAddress, story: (address) => stories.get(address) ?? null }
}

/** What is read back of a body, and what Markdown can say of it. */
function bothOf(body: DocumentNode, options: Options, linked: boolean): [read: DocumentNode, form: DocumentNode] {
  const { storyAddress, story } = published()
  const all = linked ? { ...options, storyAddress } : options
  const text = toMarkdown(body, { assetAddress, ...all })
  return [fromMarkdown(text, { asset, story }).body, normaliseBody(markdownForm(body, all).body)]
}

/** Equal; a comparison that explains itself is made only where it is not. */
function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted)
}

const patience = { timeout: 60_000 }
const flavours = [plainFlavour, ...PresetName.options.map((name) => presetNamed(name).flavour)]
const anyWay = fc.record({ flavour: fc.constantFrom(...flavours), lineBreaks: fc.constantFrom('backslash' as const, 'spaces' as const), language: fc.constantFrom(undefined, null, 'ar') })

describe('what is written as Markdown is read back exactly', () => {
  test('for any body, whoever it is written for', patience, () => {
    fc.assert(
      fc.property(anyBody, anyWay, fc.boolean(), (body, options, linked) => {
        same(...bothOf(body, options, linked))
      }),
      { numRuns: 1200 },
    )
  })

  test('wherever marks meet in a line', patience, () => {
    fc.assert(
      fc.property(anyParagraph, anyWay, fc.boolean(), (body, options, linked) => {
        same(...bothOf(body, options, linked))
      }),
      { numRuns: 1800 },
    )
  })

  test('and what is in Markdown’s form is not changed by it', patience, () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const form = markdownForm(body).body
        same(markdownForm(form), { body: form, losses: [] })
      }),
      { numRuns: 300 },
    )
  })
})
