import { z } from 'zod'
import type { Connection } from './connection'
import { unexpected } from './connection'

/** What is written of a post; a field that is missing stays as it is there. */
export interface PostFields {
  readonly title: string
  readonly content: string
  readonly excerpt: string
  readonly slug: string
  readonly status?: 'publish' | 'draft'
  readonly date_gmt?: string
  readonly featured_media: number
  readonly categories: readonly number[]
  readonly tags: readonly number[]
}

const Written = z.object({ id: z.number() })

/** Makes a post, or changes the one with this number. WordPress has no conditional write: whoever calls has just looked. */
export async function upsertPost({ call }: Connection, id: number | null, fields: PostFields, signal: AbortSignal): Promise<number> {
  const path = id === null ? 'posts' : `posts/${id}`
  const answer = await call({ method: 'POST', path, query: { context: 'edit', _fields: 'id' }, headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields), signal })
  const written = Written.safeParse(answer.json)
  if (answer.status >= 400 || !written.success) throw unexpected(id === null ? 'make the post' : 'change the post', answer)
  return written.data.id
}
