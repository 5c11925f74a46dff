import { StoryId } from '../story/ids'

/** A link to another story of the desk: by its id, so that it survives a new slug; the part after `#` is a heading's id. */
export interface StoryLink {
  readonly story: StoryId
  readonly heading: string | null
}

const scheme = 'story:'

/** The address of a link to a story, as the body keeps it: `story:<id>` or `story:<id>#<heading>`. */
export function storyLinkAddress({ story, heading }: StoryLink): string {
  return `${scheme}${story}${heading === null || heading === '' ? '' : `#${heading}`}`
}

/** What an address says of a story, or null when it is no link to a story. */
export function storyLinkOf(address: string): StoryLink | null {
  if (!address.startsWith(scheme)) return null
  const [id = '', heading = ''] = address.slice(scheme.length).split('#', 2)
  const story = StoryId.safeParse(id)
  return story.success ? { story: story.data, heading: heading === '' ? null : heading } : null
}
