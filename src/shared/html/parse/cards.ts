import type { Element } from 'hast'
import { embedPage, embedProvider } from '../../document/embed-provider'
import type { Flow } from '../../document/flow'
import { isSafeLinkAddress } from '../../document/link-address'
import { storyLinkOf } from '../../document/story-link'
import { isWebAddress } from '../../document/web-address'
import { excerpt } from '../../story/excerpt'
import type { DocumentNode } from '../../story/revision'
import { elementsIn, hasClass, isElement, lineIn, property, type Child } from '../elements'
import { inStory } from './links'
import { classesOf, hasOneOf, type Reader } from './reader'

/** The longest title that the words of somebody's post give a card, in UTF-16 units. */
const longestTitle = 200

/** What players call themselves says nothing of the film. */
const generic = /^(?:youtube|vimeo)?\s*(?:video\s*)?(?:player)?$/i

export function isButton(child: Child): child is Element {
  return isElement(child, 'a') && hasOneOf(classesOf(child), 'button', 'btn', 'wp-block-button__link') && lineIn(child) !== ''
}

/** Whether elements are links that look like buttons, and nothing beside them. */
export function areButtons(children: readonly Child[]): boolean {
  const others = children.filter((child) => !isButton(child))
  return others.length < children.length && others.every((child) => child.type === 'comment' || isElement(child, 'br') || (child.type === 'text' && child.value.trim() === ''))
}

/** False when the link must not be followed. */
export function visitButton(element: Element, flow: Flow, reader: Reader): boolean {
  const href = property(element, 'href').trim()
  if (!isSafeLinkAddress(href)) return false
  flow.block({ type: 'button', attrs: { label: lineIn(element), address: inStory(href, reader), purpose: hasClass(element, 'subscribe') ? 'subscribe' : 'link' } })
  return true
}

/** A card of our own pages. */
export function visitCard(element: Element, flow: Flow): boolean {
  const [link, ...others] = element.children.filter((child) => isElement(child) || (child.type === 'text' && child.value.trim() !== ''))
  if (!isElement(link, 'a') || others.length > 0 || !isWebAddress(property(link, 'href'))) return false
  const title = [...elementsIn(link)].find((part) => hasClass(part, 'embed-title'))
  flow.block({ type: 'embed', attrs: { address: property(link, 'href'), title: title === undefined ? '' : lineIn(title) } })
  return true
}

/** A player or a post of a known site, in a frame, as a card; false when it is of another one. */
export function visitFrame(element: Element, flow: Flow, reader: Reader): boolean {
  const source = [property(element, 'src'), property(element, 'dataSrc')].find((address) => address !== '' && address !== 'about:blank') ?? ''
  return addFramed(embedPage(source.trim()), generic.test(property(element, 'title').trim()) ? '' : property(element, 'title').trim(), flow, reader)
}

export function isPost(element: Element): boolean {
  return isElement(element, 'blockquote') && hasOneOf(classesOf(element), 'twitter-tweet', 'twitter-video', 'instagram-media')
}

/** A post that its site shows with a script of its own, as a card with the first words of the post. */
export function visitPost(element: Element, flow: Flow, reader: Reader): boolean {
  const isPicture = hasClass(element, 'instagram-media')
  const links = [property(element, 'dataInstgrmPermalink'), ...[...elementsIn(element)].filter((part) => isElement(part, 'a')).map((link) => property(link, 'href'))]
  const address = links.findLast((link) => (isPicture ? /instagram\.com\/(?:p|reel|tv)\//i : /(?:twitter|x)\.com\/[^/]+\/status/i).test(link))
  const words = isPicture ? undefined : [...elementsIn(element)].find((part) => isElement(part, 'p'))
  return address !== undefined && addFramed(address.replace(/\?.*$/, ''), words === undefined ? '' : excerpt(lineIn(words), longestTitle), flow, reader)
}

/** What WordPress calls an embed: an address, a frame or a post, with a caption. */
export function isEmbedFigure(element: Element): boolean {
  return isElement(element, 'figure') && hasClass(element, 'wp-block-embed')
}

export function visitEmbedFigure(element: Element, flow: Flow, reader: Reader): boolean {
  const inside = [...elementsIn(element)]
  const caption = inside.find((part) => isElement(part, 'figcaption'))
  const title = caption === undefined ? '' : lineIn(caption)
  const frame = inside.find((part) => isElement(part, 'iframe'))
  const bare = lineIn({ ...element, children: element.children.filter((child) => child !== caption) })
  const address = frame === undefined ? bare : embedPage(property(frame, 'src').trim())
  return addFramed(address, title, flow, reader, frame === undefined)
}

function addFramed(address: string, title: string, flow: Flow, { framed }: Reader, isFromAnywhere = false): boolean {
  if (!isWebAddress(address) || (!isFromAnywhere && embedProvider(address).name === null)) return false
  if (framed.has(address)) return true
  framed.add(address)
  flow.block({ type: 'embed', attrs: { address, title: title.replace(/\s+/g, ' ') } })
  return true
}

/** Our own list of other stories; false when it leads anywhere else. */
export function visitRelated(element: Element, flow: Flow, reader: Reader): boolean {
  const title = element.children.find((child): child is Element => isElement(child) && hasClass(child, 'related-title'))
  const entries = [...elementsIn(element)].filter((part) => isElement(part, 'li')).map((item) => entryOf(item, reader))
  const stories = entries.flatMap((entry) => (entry === null ? [] : [entry]))
  if (stories.length === 0 || stories.length < entries.length) return false
  flow.block({ type: 'relatedStories', attrs: { title: title === undefined || hasClass(title, 'added') ? '' : lineIn(title) }, content: stories })
  return true
}

function entryOf(item: Element, reader: Reader): DocumentNode | null {
  const link = [...elementsIn(item)].find((part) => isElement(part, 'a'))
  const story = link === undefined ? '' : storyLinkOf(inStory(property(link, 'href').trim(), reader))?.story
  return story === undefined ? null : { type: 'relatedStory', attrs: { story, headline: lineIn(item) } }
}
