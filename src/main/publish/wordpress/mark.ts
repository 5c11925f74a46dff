import { RevisionId, type StoryId } from '../../../shared/story/ids'

/**
 * The mark by which a story is found again at a site: an HTML comment in its content. Unlike post meta it needs no
 * plugin, it survives WordPress's filter for accounts that may not write any HTML (which keeps comments, because
 * blocks are made of them), it is found by the search of the API, and readers don't see it.
 */
export function markOf(story: StoryId, revision: RevisionId): string {
  return `<!-- copydesk story=${story} revision=${revision} -->`
}

const mark = /<!--\s*copydesk story=([0-9a-f-]{36}) revision=([0-9a-f]{64})\s*-->/

/** The story and the revision that a post was made from, if its mark is still there. */
export function readMark(content: string): { readonly story: string; readonly revision: RevisionId } | null {
  const [, story, revision] = mark.exec(content) ?? []
  const parsed = RevisionId.safeParse(revision)
  return story !== undefined && parsed.success ? { story, revision: parsed.data } : null
}
