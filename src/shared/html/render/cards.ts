import { textOfAttribute } from '../../document/attributes'
import { embedProvider } from '../../document/embed-provider'
import { storyLinkAddress } from '../../document/story-link'
import { StoryId } from '../../story/ids'
import type { DocumentNode } from '../../story/revision'
import { escapeHtml } from '../escape'
import { addedWords, addressOnPage, type Page } from './page'

/** A call to readers; nothing without words or without an address that they can follow. */
export function button(node: DocumentNode, { options }: Page): string {
  const label = textOfAttribute(node, 'label').trim()
  const address = addressOnPage(textOfAttribute(node, 'address'), options)
  if (label === '' || address === null) return ''
  const purpose = textOfAttribute(node, 'purpose') === 'subscribe' ? ' subscribe' : ''
  return `<p class="call"><a class="button${purpose}" href="${address}">${escapeHtml(label)}</a></p>\n`
}

/** A card that leads to something on another site. It is words and a link: nothing is loaded from there. */
export function embed(node: DocumentNode): string {
  const address = textOfAttribute(node, 'address').trim()
  const { name, host } = embedProvider(address)
  if (host === '') return ''
  const title = textOfAttribute(node, 'title').trim()
  const parts = [name === null ? '' : part('provider', name), title && part('title', title), part('host', title === '' ? withoutScheme(address) : host)]
  return `<p class="embed"><a href="${escapeHtml(address)}">${parts.filter((words) => words !== '').join(' ')}</a></p>\n`
}

const part = (name: string, words: string): string => `<span class="embed-${name}">${escapeHtml(words)}</span>`

/** An address as people say it. */
function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
}

/** Other stories that readers may want next, with a title for all of them; nothing when none has a headline. */
export function relatedStories(node: DocumentNode, page: Page): string {
  const entries = (node.content ?? []).map((story) => entry(story, page)).filter((words) => words !== '')
  if (entries.length === 0) return ''
  const own = textOfAttribute(node, 'title').trim()
  const { wording, attributes } = addedWords(page.options)
  const title = escapeHtml(own || wording.relatedStories)
  const heading = own === '' ? `<p class="related-title added"${attributes}>${title}</p>` : `<p class="related-title">${title}</p>`
  return `<nav class="related-stories" aria-label="${title}">\n${heading}\n<ul>\n${entries.join('')}</ul>\n</nav>\n`
}

function entry(node: DocumentNode, { options }: Page): string {
  const headline = textOfAttribute(node, 'headline').trim()
  if (headline === '') return ''
  const story = StoryId.safeParse(node.attrs?.['story'])
  const address = story.success ? addressOnPage(storyLinkAddress({ story: story.data, heading: null }), options) : null
  return `<li>${address === null ? escapeHtml(headline) : `<a href="${address}">${escapeHtml(headline)}</a>`}</li>\n`
}
