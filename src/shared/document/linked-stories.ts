import { StoryId } from '../story/ids'
import type { DocumentNode } from '../story/revision'
import { textOfAttribute } from './attributes'
import { storyLinkOf } from './story-link'

/** The other stories that a body leads to: by links, buttons and lists of related stories. */
export function linkedStories(body: DocumentNode): ReadonlySet<StoryId> {
  const found = new Set<StoryId>()
  const visit = ({ marks = [], attrs, content = [] }: DocumentNode): void => {
    for (const address of [...marks.map((mark) => textOfAttribute(mark, 'href')), textOfAttribute({ attrs }, 'address')]) {
      const link = storyLinkOf(address)
      if (link !== null) found.add(link.story)
    }
    const related = StoryId.safeParse(textOfAttribute({ attrs }, 'story'))
    if (related.success) found.add(related.data)
    content.forEach(visit)
  }
  visit(body)
  return found
}
