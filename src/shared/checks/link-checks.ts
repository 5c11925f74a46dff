import { headingIds } from '../document/heading-ids'
import { isSafeLinkAddress } from '../document/link-address'
import { storyLinkOf } from '../document/story-link'
import type { StoryId } from '../story/ids'
import type { Check, Found, PreflightInput, StoryStanding } from './check'
import { inBody, textAttribute, walk, type Placed } from './walk'

/** Where the links of a text lead. */
export const linkChecks: readonly Check[] = [
  { id: 'link', label: 'Links without a target or with an unsafe one', severity: 'blocker', find: findLinks },
  { id: 'heading-link', label: 'Links to headings that are not there', severity: 'warning', find: findHeadingLinks },
  { id: 'story-link', label: 'Links to stories that readers can’t find', severity: 'warning', find: findStoryLinks },
  { id: 'link-text', label: 'Links that don’t say where they lead', severity: 'note', find: findVagueLinks },
]

interface Link {
  readonly placed: Placed
  readonly address: string
  readonly words: string
}

/** Links with their words; one that spans several marks' pieces counts once. */
function links(input: PreflightInput): readonly Link[] {
  const found: (Link & { readonly end: Placed })[] = []
  for (const placed of walk(input.body)) {
    const mark = placed.node.marks?.find(({ type }) => type === 'link')
    if (mark === undefined) continue
    const address = textAttribute(mark, 'href')
    const last = found.at(-1)
    if (last?.address === address && areNeighbours(last.end, placed)) found[found.length - 1] = { ...last, end: placed, words: last.words + (placed.node.text ?? '') }
    else found.push({ placed, end: placed, address, words: placed.node.text ?? '' })
  }
  return found
}

function areNeighbours(a: Placed, b: Placed): boolean {
  return a.path.length === b.path.length && a.path.slice(0, -1).join() === b.path.slice(0, -1).join() && (b.path.at(-1) ?? 0) - (a.path.at(-1) ?? 0) === 1
}

function findLinks(input: PreflightInput): Found[] {
  return links(input)
    .filter(({ address }) => !isSafeLinkAddress(address))
    .map(({ placed, address, words }) => ({
      message: address === '' ? `The link ‘${words}’ leads nowhere.` : `The link ‘${words}’ has an address that is not allowed: ${address}`,
      place: inBody(placed, words),
      fix: 'Give it a web or mail address, or remove the link.',
    }))
}

/** Links and buttons: both have an address and words. */
function calls(input: PreflightInput): readonly Link[] {
  const buttons = walk(input.body).filter(({ node }) => node.type === 'button')
  return [...links(input), ...buttons.map((placed) => ({ placed, address: textAttribute(placed.node, 'address'), words: textAttribute(placed.node, 'label') }))]
}

function findHeadingLinks(input: PreflightInput): Found[] {
  const own = new Set(headingIds(input.body).values())
  return calls(input).flatMap(({ placed, address, words }): Found[] => {
    const other = storyLinkOf(address)
    const isOwn = other !== null && other.story === input.story
    const story = isOwn ? null : other
    const wanted = decoded(other === null ? (address.startsWith('#') ? address.slice(1) : '') : (other.heading ?? ''))
    const there = story === null ? own : input.storyHeadings?.(story.story)
    if (wanted === '' || there === undefined || there.has(wanted)) return []
    const where = story === null ? 'a heading that is not in the text' : 'a heading that is not in the other story'
    return [{ message: `The link ‘${words}’ leads to ${where}: ${wanted}`, place: inBody(placed, words), fix: 'A heading gets another address when its words change. Choose it again.' }]
  })
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function findStoryLinks(input: PreflightInput): Found[] {
  const linked = calls(input).flatMap(({ placed, address, words }) => {
    const story = storyLinkOf(address)?.story
    return story === undefined ? [] : standingOf(input, story, placed, words, placed.node.type === 'button' ? 'button' : 'link')
  })
  const related = walk(input.body)
    .filter(({ node }) => node.type === 'relatedStory')
    .flatMap((placed) => standingOf(input, textAttribute(placed.node, 'story'), placed, textAttribute(placed.node, 'headline') || 'Related story', 'related'))
  return [...linked, ...related]
}

/** What readers get where they can't follow it. */
const without = { link: 'Readers get its words without a link.', button: 'Readers don’t get the button.', related: 'Readers get the headline without a link.' } as const

function standingOf({ story: own, storyStanding }: PreflightInput, story: StoryId | string, placed: Placed, words: string, as: keyof typeof without): Found[] {
  const standing = story === own ? undefined : storyStanding?.(story)
  const said: Readonly<Record<Exclude<StoryStanding, 'published'>, string>> = {
    unknown: `‘${words}’ leads to a story that is not on this desk. ${without[as]}`,
    archived: `‘${words}’ leads to a story that is in the archive.`,
    unpublished: `‘${words}’ leads to a story that is not published yet. Until it is, ${without[as].charAt(0).toLowerCase()}${without[as].slice(1)}`,
  }
  if (standing === undefined || standing === 'published') return []
  const fix = standing === 'unpublished' ? 'Publish the other story first, or lead elsewhere.' : 'Choose another story, or remove it.'
  return [{ message: said[standing], place: inBody(placed, words), fix, ...(standing === 'unpublished' && { severity: 'note' as const }) }]
}

const vague = new Set(['here', 'click here', 'this', 'link', 'this link', 'read more', 'more', 'aquí', 'ici', 'cliquez ici', 'haga clic aquí', 'هنا', 'اضغط هنا'])

function findVagueLinks(input: PreflightInput): Found[] {
  return links(input)
    .filter(({ words }) => vague.has(words.trim().toLowerCase()))
    .map(({ placed, words }) => ({ message: `The link ‘${words.trim()}’ does not say where it leads.`, place: inBody(placed, words), fix: 'Use words that make sense by themselves.' }))
}
