import { headingIds } from '../document/heading-ids'
import { storyLinkOf } from '../document/story-link'
import type { StoryId } from '../story/ids'
import type { DocumentNode } from '../story/revision'
import { plainText } from '../story/text'

/** What links lead to, by address, in words. An address that is not in it speaks for itself. */
export type LinkTargets = Readonly<Record<string, string>>

/** What the links of some bodies lead to, where an address says nothing to a reader: headings by their words, stories by their headlines. */
export function linkTargets(bodies: readonly DocumentNode[], stories: ReadonlyMap<StoryId, string>): LinkTargets {
  const targets: Record<string, string> = {}
  for (const body of bodies) {
    const addresses = addressesIn(body)
    if (![...addresses].some((address) => /^(?:#|story:)/.test(address))) continue
    const headings = new Map([...headingIds(body)].map(([heading, id]) => [id, plainText(heading)]))
    for (const address of addresses) {
      const words = wordsOfAddress(address, headings, stories)
      if (words !== null) targets[address] = words
    }
  }
  return targets
}

function wordsOfAddress(address: string, headings: ReadonlyMap<string, string>, stories: ReadonlyMap<StoryId, string>): string | null {
  if (address.startsWith('#')) {
    const words = headings.get(address.slice(1))
    return words === undefined ? null : `the heading ‘${words}’`
  }
  const link = storyLinkOf(address)
  const headline = link === null ? undefined : stories.get(link.story)
  if (link === null || headline === undefined) return null
  return `the story ‘${headline}’${link.heading === null ? '' : `, at #${link.heading}`}`
}

/** Where a body leads, by links and by what its cards say. */
function addressesIn(body: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = ({ marks, attrs, content }: DocumentNode): void => {
    for (const mark of marks ?? []) if (mark.type === 'link') found.add(String(mark.attrs?.['href'] ?? ''))
    if (typeof attrs?.['address'] === 'string') found.add(attrs['address'])
    content?.forEach(visit)
  }
  visit(body)
  return found
}

/** Where an address leads, in words. An id says nothing to a reader: a story that nobody knows is another story. */
export function targetText(address: string, targets: LinkTargets): string {
  if (address === '') return 'nowhere'
  const link = storyLinkOf(address)
  return targets[address] ?? (link === null ? address : `another story (${link.story.slice(0, 8)}${link.heading === null ? '' : `#${link.heading}`})`)
}
