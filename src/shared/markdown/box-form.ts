import { textOfAttribute } from '../document/attributes'
import { isSafeLinkAddress } from '../document/link-address'
import { calloutTones } from '../document/nodes/quotes'
import { StoryId } from '../story/ids'
import type { DocumentNode } from '../story/revision'
import { storyLinkAddress, storyLinkOf } from '../document/story-link'
import { figureForm, lineForm } from './file-form'
import { tell, type Forming } from './forming'
import { inlineForm } from './inline-form'

const lineOf = (node: DocumentNode, name: string): string => lineForm(textOfAttribute(node, name))

const paragraphOf = (words: string): DocumentNode[] => (words === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: words }] }])

/** @param content The callout's blocks in their form. */
export function calloutForm(node: DocumentNode, content: readonly DocumentNode[]): DocumentNode {
  const tone = calloutTones.find((known) => known === textOfAttribute(node, 'tone')) ?? 'note'
  return { type: 'callout', attrs: { tone, title: lineOf(node, 'title') }, content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** A pull quote that says nothing is left out. */
export function pullQuoteForm(node: DocumentNode, forming: Forming): DocumentNode[] {
  const content = inlineForm(node.content ?? [], true, forming)
  const attribution = lineOf(node, 'attribution')
  return content.length === 0 && attribution === '' ? [] : [{ type: 'pullQuote', attrs: { attribution }, ...(content.length > 0 && { content }) }]
}

/** A gallery of the images that have files; without any its caption stays. */
export function galleryForm(node: DocumentNode, forming: Forming): DocumentNode[] {
  const content = (node.content ?? []).flatMap((figure) => figureForm(figure, forming))
  const caption = lineOf(node, 'caption')
  return content.length === 0 ? paragraphOf(caption) : [{ type: 'gallery', attrs: { caption }, content }]
}

/** A button that leads nowhere is words. */
export function buttonForm(node: DocumentNode, forming: Forming): DocumentNode[] {
  const { address, words } = linkForm(node, 'label', forming)
  const purpose = textOfAttribute(node, 'purpose') === 'subscribe' ? 'subscribe' : 'link'
  return address === null ? paragraphOf(words) : [{ type: 'button', attrs: { label: words, address, purpose } }]
}

/** A card that leads nowhere is words. */
export function embedForm(node: DocumentNode, forming: Forming): DocumentNode[] {
  const { address, words } = linkForm(node, 'title', forming)
  return address === null ? paragraphOf(words) : [{ type: 'embed', attrs: { address, title: words } }]
}

/** The address that a card leads to, and its words; none where they would only repeat the address. */
function linkForm(node: DocumentNode, wordsIn: string, forming: Forming): { address: string | null; words: string } {
  const [said, words] = [lineOf(node, 'address'), lineOf(node, wordsIn)]
  const story = storyLinkOf(said)
  const address = story === null ? said : storyLinkAddress(story)
  const shown = isSafeLinkAddress(address) ? forming.addressOf(address) : null
  if (shown === null && (said !== '' || words !== '')) tell(forming, `A link was left out, because its address leads nowhere that readers can go: ‘${words || said}’.`)
  return { address: shown === null ? null : address, words: words === shown ? '' : words }
}

/** Related stories as far as readers have them; of the others the headline stays. */
export function relatedStoriesForm(node: DocumentNode, forming: Forming): DocumentNode[] {
  const content = (node.content ?? []).flatMap((child) => relatedStoryForm(child, forming))
  const title = lineOf(node, 'title')
  return content.length === 0 && title === '' ? [] : [{ type: 'relatedStories', attrs: { title }, ...(content.length > 0 && { content }) }]
}

function relatedStoryForm(node: DocumentNode, forming: Forming): DocumentNode[] {
  const id = StoryId.safeParse(textOfAttribute(node, 'story'))
  const headline = lineOf(node, 'headline')
  const shown = id.success ? forming.addressOf(storyLinkAddress({ story: id.data, heading: null })) : null
  if (id.success && shown !== null) return [{ type: 'relatedStory', attrs: { story: id.data, headline: headline === shown ? '' : headline } }]
  if (id.success) tell(forming, `A related story stands without a link, because readers do not have it here: ‘${headline}’.`)
  return headline === '' ? [] : [{ type: 'relatedStory', attrs: { story: '', headline } }]
}
