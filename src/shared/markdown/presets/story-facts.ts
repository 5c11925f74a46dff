import type { ApprovedStory } from '../../approved-story'
import type { PresetName } from '../../presets'
import { languageOf } from '../../reader/language'
import { allFields, FileValue, ImageValue, wordsOf, type FieldValue, type FieldValues } from '../../story/kind'
import { proofOf } from './page-proof'

/** What a front matter is made of, whatever it is for. Empty values are not part of it. */
export interface StoryFacts {
  readonly title: string
  readonly summary: string
  readonly kind: string
  readonly authors: readonly string[]
  readonly topics: readonly string[]
  readonly places: readonly string[]
  readonly language: string | null
  readonly hero: Picture | null
  /** The kind's own fields, by id; files as their addresses, stories as their title and id. */
  readonly own: Readonly<Record<string, unknown>>
  /** What was approved and by whom, with what proves it. */
  readonly proof: Readonly<Record<string, unknown>>
}

export interface Picture {
  readonly address: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

/** Fields that front matter has its own names for, or that the text says. */
const known = new Set(['headline', 'slug', 'summary', 'byline', 'heroImage', 'date', 'topics', 'places', 'language', 'embargo'])

/** @param addressOf How the page names a file. */
export function storyFacts(story: ApprovedStory, preset: PresetName, addressOf: (hash: string) => string): StoryFacts {
  const { kind } = story
  const { fields } = story.revision
  const hero = ImageValue.safeParse(fields['heroImage'])
  const own = allFields(kind).flatMap(({ id: field }) => {
    const value = fields[field]
    return known.has(field) || value === undefined ? [] : [[field, plainValue(value, addressOf)] as const]
  })
  return {
    title: textField(fields, 'headline'),
    summary: textField(fields, 'summary'),
    kind: kind.id,
    authors: listField(fields, 'byline'),
    topics: listField(fields, 'topics'),
    places: listField(fields, 'places'),
    language: languageOf(fields),
    hero: hero.success ? pictureOf(hero.data, addressOf) : null,
    own: Object.fromEntries(own),
    proof: proofOf(story, preset),
  }
}

function pictureOf({ asset, alt, decorative, caption, credit }: ImageValue, addressOf: (hash: string) => string): Picture {
  return { address: addressOf(asset), alt: decorative ? '' : alt, caption, credit }
}

function plainValue(value: FieldValue, addressOf: (hash: string) => string): unknown {
  if (typeof value === 'string') return value.trim()
  // A story is named by its headline: where it is published is not for its neighbour to say.
  if (Array.isArray(value)) return value.map((entry) => (typeof entry === 'string' ? entry : { title: entry.headline, story: entry.story }))
  const file = FileValue.safeParse(value)
  if (file.success) return addressOf(file.data.asset)
  const image = ImageValue.safeParse(value)
  return image.success ? pictureOf(image.data, addressOf) : null
}

/** A text field in one line; empty when there is none. */
export function textField(fields: FieldValues, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}

function listField(fields: FieldValues, name: string): readonly string[] {
  return wordsOf(fields[name]).map((entry) => entry.trim()).filter((entry) => entry !== '')
}
