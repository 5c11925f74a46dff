import { z } from 'zod'
import { PublishError } from '../publish-error'
import type { Known } from '../target'
import { unexpected, type Connection } from './connection'
import { readMark } from './mark'
import { Post, postFields } from './post'

const Ids = z.array(z.object({ id: z.number() }))

/**
 * The post that holds a story: the one that an earlier delivery wrote down; else the one that the search finds by the
 * mark in its content; else one with the story's slug and the mark (a site's own search may skip comments). Of several,
 * the oldest. Posts in the trash are found by their number only.
 * @throws PublishError when the story is there in a post that this account may not edit.
 */
export async function findPost(connection: Connection, known: Known, signal: AbortSignal): Promise<Post | null> {
  const before = known.remoteId === null ? null : await postWith(connection, Number(known.remoteId), signal)
  if (before === 'forbidden') throw notOwn()
  // Numbers mean another post when the target was moved to another site.
  if (before && (isMarked(before, known) || before.link === known.url)) return before
  const mentioning = await listed(connection, { search: known.story }, signal)
  for (const id of mentioning) {
    const post = await postWith(connection, id, signal)
    if (post === 'forbidden') throw notOwn()
    if (post && isMarked(post, known)) return post
  }
  const namesake = known.slug === '' ? [] : await listed(connection, { slug: slugsLike(known.slug) }, signal)
  for (const id of namesake.filter((id) => !mentioning.includes(id))) {
    const post = await postWith(connection, id, signal)
    // A post of somebody else that only has the same slug is none of our business.
    if (post && post !== 'forbidden' && isMarked(post, known)) return post
  }
  return null
}

/** One post as it is stored, null when there is none with this number. */
export async function postWith({ call }: Connection, id: number, signal: AbortSignal): Promise<Post | 'forbidden' | null> {
  if (!Number.isSafeInteger(id) || id <= 0) return null
  const answer = await call({ method: 'GET', path: `posts/${id}`, query: { context: 'edit', _fields: postFields }, signal })
  if (answer.status === 404 || answer.status === 410) return null
  if (answer.status === 401 || answer.status === 403) return 'forbidden'
  const post = Post.safeParse(answer.json)
  if (answer.status !== 200 || !post.success) throw unexpected('read the post', answer)
  return post.data
}

export function notOwn(): PublishError {
  return PublishError.lasting('not-own-post', 'The story is on the site already, in a post that belongs to another account. Publish with that account, or with one that may edit the posts of others (the role of editor).')
}

function isMarked(post: Post, { story }: Known): boolean {
  return readMark(post.content)?.story === story
}

/** The numbers of posts in any state but the trash, the oldest first. */
async function listed({ call }: Connection, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<number[]> {
  const answer = await call({ method: 'GET', path: 'posts', query: { ...query, status: 'any', per_page: '100', orderby: 'id', order: 'asc', _fields: 'id' }, signal })
  const ids = Ids.safeParse(answer.json)
  if (answer.status !== 200 || !ids.success) throw unexpected('search its posts', answer)
  return ids.data.map(({ id }) => id)
}

/** The slug and what WordPress makes of it when it is taken. */
function slugsLike(slug: string): string {
  return [slug, ...[2, 3, 4, 5].map((number) => `${slug}-${number}`)].join(',')
}
