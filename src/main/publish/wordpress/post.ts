import { z } from 'zod'
import { Instant } from '../../../shared/story/ids'
import type { Parts, RemoteCopy } from '../target'
import type { WordPressSettings } from './connection'
import { readMark } from './mark'

const raw = z.object({ raw: z.string() }).transform((text) => text.raw)

/** A post as the API answers with context=edit, as far as Copydesk looks at it. */
export const Post = z.object({
  id: z.number(),
  link: z.string(),
  status: z.string(),
  slug: z.string(),
  /** In the site's time zone, without an offset. */
  date: z.string().nullable(),
  modified_gmt: z.string(),
  title: raw,
  content: raw,
  excerpt: raw,
  featured_media: z.number().default(0),
  categories: z.array(z.number()).default([]),
  tags: z.array(z.number()).default([]),
})
export type Post = z.infer<typeof Post>

/** The fields to ask for. */
export const postFields = Object.keys(Post.shape).join(',')

const hiddenStates: Readonly<Record<string, string>> = { trash: 'in the site’s trash', private: 'marked as private' }

export function copyOf(post: Post, settings: Pick<WordPressSettings, 'publishAs'>): RemoteCopy {
  return {
    remoteId: String(post.id),
    url: post.link,
    version: post.modified_gmt,
    changedAt: instantOf(post.modified_gmt),
    revision: readMark(post.content)?.revision ?? null,
    untouched: false,
    hidden: hiddenStates[post.status] ?? null,
    parts: partsOf(post, settings),
    remarks: post.status === 'future' && post.date !== null ? [`Readers will see it from ${post.date.slice(0, 16).replace('T', ', ')} (the site’s time) on, the date of the story.`] : [],
  }
}

/**
 * What is compared. A target that takes drafts leaves it to WordPress when and whether they are published: state and
 * day are not looked at there.
 */
function partsOf(post: Post, { publishAs }: Pick<WordPressSettings, 'publishAs'>): Parts {
  const parts: Record<string, string> = {
    title: post.title,
    text: post.content,
    summary: post.excerpt,
    slug: decoded(post.slug),
    image: String(post.featured_media),
    categories: idList(post.categories),
    tags: idList(post.tags),
  }
  if (publishAs === 'draft') return parts
  // A post that waits for its date becomes a published one by itself.
  return { ...parts, state: post.status === 'future' ? 'publish' : post.status, day: (post.date ?? '').slice(0, 10) }
}

/** Terms in one order. */
export function idList(ids: readonly number[]): string {
  return [...ids].sort((a, b) => a - b).join(',')
}

/** WordPress keeps letters outside ASCII percent-encoded. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

function instantOf(gmt: string): Instant | null {
  const parsed = Instant.safeParse(`${gmt}.000Z`)
  return parsed.success ? parsed.data : null
}
