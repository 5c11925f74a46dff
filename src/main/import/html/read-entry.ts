import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { documentFromHtml } from '../../../shared/html/parse-html'
import { excerpt } from '../../../shared/story/excerpt'
import { isDocument } from '../documents'
import { readDate } from '../guess/date'
import { guessLanguage } from '../guess/language'
import { emptyBody, nothingGiven, type EntryFile, type ImportedEntry } from '../imported-entry'
import { attribute, find, findAll, findOutermost, isElement, partNames, rankOf, textOf, without } from './elements'
import type { EntryBlock } from './find-entries'
import { imageAddress, isTracker, readImage } from './images'
import { webAddress } from './page-address'

export interface PageFacts {
  /** Where the page was on the web; empty when unknown. */
  readonly address: string
  /** What the page says its language is. */
  readonly language: string
}

const summaryLimit = 320
const named = (...names: readonly string[]) => (element: Element): boolean => partNames(element).some((name) => names.includes(name))
const isSummary = (element: Element): boolean => named('summary', 'excerpt', 'dek', 'deck', 'standfirst', 'teaser', 'lead', 'lede', 'intro', 'description', 'subtitle')(element) || attribute(element, 'itemProp') === 'description'
const isContent = (element: Element): boolean => named('content', 'body', 'fulltext', 'copy', 'prose')(element) || attribute(element, 'itemProp') === 'articleBody'
const isLabel = named('kind', 'category', 'categories', 'label', 'kicker', 'eyebrow', 'type', 'section')
const isSource = (element: Element): boolean => named('source', 'outlet', 'publisher')(element)
const isDate = (element: Element): boolean => element.tagName === 'time' || attribute(element, 'itemProp') === 'datePublished' || (named('date', 'published', 'dateline')(element) && readDate(textOf(element)) !== null)
const isByline = (element: Element): boolean => named('byline', 'author', 'authors')(element) || attribute(element, 'rel') === 'author'
const isTopic = (element: Element): boolean => element.tagName === 'a' && attribute(element, 'rel').split(' ').includes('tag')
const isLinkElement = (element: Element): boolean => element.tagName === 'a' && attribute(element, 'href') !== ''
const leadsOn = (element: Element): boolean => isLinkElement(element) && (named('more', 'readmore')(element) || /^(?:read|learn|find out|see|continue|lire|leer|ler)\b.{0,24}\b(?:more|on|reading|suite|plus|más|mais)\b|^(?:more|download|more…|→)$/i.test(textOf(element)))

/** Reads one story of a page. What says date, kind, outlet or summary is taken out of the text; the rest is the text. */
export function readEntry({ heading, nodes, around }: EntryBlock, number: number, page: PageFacts): ImportedEntry {
  const scope: Root = { type: 'root', children: [...nodes] }
  const headline = textOf(heading)
  const gone = new Set<ElementContent>([heading])
  const take = (fits: (element: Element) => boolean, outside: readonly Element[] = []): Element[] => {
    const found = findOutermost(scope, (element) => fits(element) && !contains(element, heading) && !outside.some((other) => contains(other, element)))
    found.forEach((element) => gone.add(element))
    return found
  }
  const contents = findOutermost(scope, (element) => isContent(element) && !contains(element, heading))
  const [date] = take(isDate, contents)
  const label = take(isLabel, contents).find((element) => textOf(element).length <= 60)
  const [source] = take(isSource, contents)
  const bylines = take(isByline, contents)
  const topics = take(isTopic, contents)
  take(leadsOn, contents)
  const summaries = take(isSummary, contents)
  const hero = findAll(scope, ({ tagName }) => tagName === 'img').find((image) => !isTracker(image) && !contents.some((content) => contains(content, image)) && isBeforeText(scope, image, gone))
  if (hero) gone.add(hero)
  findAll(scope, (element) => element.tagName === 'img' && isTracker(element)).forEach((image) => gone.add(image))

  const written = contents.length > 0 ? contents : nodes
  const textNodes = withoutLead(without(written, gone))
  const paragraphs = findAll({ type: 'root', children: textNodes }, ({ tagName }) => tagName === 'p').map(textOf)
  const whole = textOf({ type: 'root', children: textNodes })
  const summary = summaries.length > 0 ? summaries.map(textOf).join(' ') : whole === '' ? '' : excerpt(paragraphs.find((text) => text !== '') ?? whole, summaryLimit)
  // A text that says no more than the summary is a summary, not a text.
  const children = whole === '' || (summaries.length === 0 && whole === summary) ? [] : startingAtLevelTwo(textNodes)
  const links = linksOf(heading, scope, around)
  const link = links.map((href) => webAddress(href, page.address)).find((address) => address !== '') ?? ''
  const text: Root = { type: 'root', children }
  return {
    place: `entry ${number}`,
    // Without the page's own address its links say little by themselves.
    key: link || (links[0] === undefined ? '' : `${links[0]} ${headline}`),
    headline,
    summary,
    label: attribute(around[0] ?? heading, 'dataKind') || (label ? textOf(label) : ''),
    outlet: source ? textOf(source) : '',
    link,
    listedOn: page.address,
    date: (date && readDate(attribute(date, 'dateTime') || attribute(date, 'content') || textOf(date))) ?? '',
    language: guessLanguage(`${headline} ${summary} ${whole}`, languageAround(scope, around) || page.language),
    topics: topics.map(textOf),
    byline: bylines.map((element) => textOf(element).replace(/^(?:by|par|por|von|di)\s+/i, '')).filter((name) => name !== '' && name.length <= 120),
    image: hero ? readImage(hero, scope) : null,
    files: filesIn(scope),
    bodyFiles: [...findAll(text, ({ tagName }) => tagName === 'img').map(imageAddress), ...filesIn(text).map(({ address }) => address)],
    body: (asset) => (children.length === 0 ? emptyBody() : documentFromHtml(toHtml({ type: 'root', children: children.map((node) => settled(node, page)) }), { asset })),
    given: nothingGiven,
    problems: [],
  }
}

function contains(outer: Element, inner: Element): boolean {
  return outer === inner || find(outer, (element) => element === inner) !== undefined
}

/** Whether an image stands before the first paragraph of the text, and so above it. */
function isBeforeText(scope: Root, image: Element, gone: ReadonlySet<ElementContent>): boolean {
  const order = findAll(scope, (element) => element === image || (element.tagName === 'p' && !gone.has(element) && textOf({ type: 'root', children: without([element], gone) }) !== ''))
  return order[0] === image
}

/** Links to documents, each once. */
function filesIn(scope: Root): EntryFile[] {
  const links = findAll(scope, (element) => isLinkElement(element) && isDocument(attribute(element, 'href')))
  return [...new Map(links.map((link) => [attribute(link, 'href'), { address: attribute(link, 'href'), label: textOf(link) }])).values()]
}

/** The headings of a card start below its own; in a story of its own they start at level 2. */
function startingAtLevelTwo(nodes: readonly ElementContent[]): ElementContent[] {
  const first = Math.min(...findAll({ type: 'root', children: [...nodes] }, isRankedHeading).map(rankOf))
  return Number.isFinite(first) && first !== 2 ? nodes.map((node) => shifted(node, 2 - first)) : [...nodes]
}

const isRankedHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName)

function shifted(node: ElementContent, by: number): ElementContent {
  if (!isElement(node)) return node
  return { ...node, tagName: isRankedHeading(node) ? `h${Math.min(6, rankOf(node) + by)}` : node.tagName, children: node.children.map((child) => shifted(child, by)) }
}

/** Text without white space before it. */
function withoutLead(nodes: readonly ElementContent[]): ElementContent[] {
  const start = nodes.findIndex((node) => isElement(node) || textOf(node) !== '')
  return start < 0 ? [] : nodes.slice(start)
}

/** Where the headline leads, the link around it, the one that leads on, or the only one: what may be the story's address, the likeliest first. */
function linksOf(heading: Element, scope: Root, around: readonly Element[]): string[] {
  const surrounding = findAll(scope, (element) => isLinkElement(element) && contains(element, heading))
  const links = findAll(scope, (element) => isLinkElement(element) && !isDocument(attribute(element, 'href')))
  const candidates = [heading, ...findAll(heading, isLinkElement), ...surrounding, ...around, ...links.filter(leadsOn), ...(links.length === 1 ? links : [])].filter(isLinkElement)
  return candidates.map((element) => attribute(element, 'href'))
}

function languageAround(scope: Root, around: readonly Element[]): string {
  const own = scope.children.filter(isElement)
  return [...own, ...around].map((element) => attribute(element, 'lang') || attribute(element, 'xmlLang')).find((tag) => tag !== '') ?? ''
}

/** Links made absolute and images at the addresses of their files; links to documents beside the page stay as they are. */
function settled(node: ElementContent, page: PageFacts): ElementContent {
  if (!isElement(node)) return node
  const children = node.children.map((child) => settled(child, page))
  if (node.tagName === 'img') return { ...node, properties: { alt: attribute(node, 'alt'), role: attribute(node, 'role'), src: imageAddress(node) }, children }
  const href = attribute(node, 'href')
  if (node.tagName !== 'a' || href === '' || (isDocument(href) && !/^https?:/i.test(href))) return { ...node, children }
  return { ...node, properties: { href: webAddress(href, page.address) || href }, children }
}
