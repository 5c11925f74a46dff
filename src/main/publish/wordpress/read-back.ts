import { PublishError } from '../publish-error'
import type { Connection } from './connection'
import { notOwn, postWith } from './find-post'
import type { Post } from './post'

/** What the site holds of a post now. @throws PublishError when the post is gone between being written and being read. */
export async function readPost(connection: Connection, id: number, signal: AbortSignal): Promise<Post> {
  const post = await postWith(connection, id, signal)
  if (post === 'forbidden') throw notOwn()
  if (post === null) throw PublishError.passing('gone', 'The post was no longer there a moment after it was written.')
  return post
}
