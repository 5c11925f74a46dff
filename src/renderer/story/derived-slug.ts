import { SignedEvent } from '@shared/workflow/event'
import type { Kind } from '@shared/story/kind'
import { slugFrom } from '@shared/story/slug'
import { storyLog, storyText } from '@shared/story/story-doc'
import type * as Y from 'yjs'

/**
 * The slug that follows from a new headline, or undefined when the slug stays as it is: because someone wrote it by hand
 * (it is not what the headline until now gives), or because the story was submitted before and its address may be known.
 */
export function derivedSlug(doc: Y.Doc, kind: Kind, headline: string): string | undefined {
  const field = kind.fields.find(({ type }) => type === 'slug')
  if (field === undefined || wasSubmitted(doc)) return undefined
  const before = storyText(doc, 'headline').toString()
  return follows(storyText(doc, field.id).toString(), slugOf(before, field.maxLength)) ? slugOf(headline, field.maxLength) : undefined
}

/** Whether a slug is what a headline gives; a number at its end tells it from another story's. */
function follows(slug: string, derived: string): boolean {
  return slug === '' || (slug.startsWith(derived) && /^(-\d+)?$/.test(slug.slice(derived.length)))
}

/** The slug of a headline; empty for an empty one, so that a new story claims no address. */
export const slugOf = (headline: string, maxLength?: number): string => (headline.trim() === '' ? '' : slugFrom(headline, maxLength))

function wasSubmitted(doc: Y.Doc): boolean {
  return [...storyLog(doc).values()].some((entry) => {
    const signed = SignedEvent.safeParse(entry)
    return signed.success && signed.data.event.type === 'submit'
  })
}
