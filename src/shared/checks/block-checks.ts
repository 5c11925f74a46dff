import { embedProvider } from '../document/embed-provider'
import { isSafeLinkAddress } from '../document/link-address'
import { canonicalLanguage } from '../document/nodes/marks'
import { isWebAddress } from '../document/web-address'
import type { DocumentNode } from '../story/revision'
import { plainText } from '../story/text'
import type { Check, Found, PreflightInput } from './check'
import { inBody, textAttribute, walk, type Placed } from './walk'
import { whenNeeded } from '../when-needed'

/** What is looked at in cards, calls, tables and quotations: what would be missing for readers, or would not reach them. */
export const blockChecks: readonly Check[] = [
  { id: 'button', label: 'Buttons without words or address', severity: 'blocker', find: findButtons },
  { id: 'embed', label: 'Embeds without a web address', severity: 'blocker', find: findEmbeds },
  { id: 'related-stories', label: 'Related stories without entries', severity: 'warning', find: findRelated },
  { id: 'table-header', label: 'Tables without headings', severity: 'warning', find: findBareTables },
  { id: 'pull-quote', label: 'Pull quotes that the text doesn’t say', severity: 'note', find: findPullQuotes },
  { id: 'phrase-language', label: 'Languages of phrases', severity: 'warning', find: findLanguages },
  { id: 'source-address', label: 'Sources of images that are no web address', severity: 'warning', find: findSources },
]

const ofType = ({ body }: PreflightInput, type: string): Placed[] => walk(body).filter(({ node }) => node.type === type)

function findButtons(input: PreflightInput): Found[] {
  return ofType(input, 'button').flatMap((placed) => {
    const [label, address] = [textAttribute(placed.node, 'label'), textAttribute(placed.node, 'address')]
    const place = inBody(placed, label || 'Button')
    const found: Found[] = []
    if (label === '') found.push({ message: 'A button has no words.', place, fix: 'Say what happens when readers follow it.' })
    if (address === '') found.push({ message: `${named('The button', label)} leads nowhere.`, place, fix: 'Give it an address, or remove it.' })
    else if (!isSafeLinkAddress(address)) found.push({ message: `${named('The button', label)} has an address that is not allowed: ${address}`, place, fix: 'Give it a web or mail address, or remove it.' })
    return found
  })
}

const named = (what: string, words: string): string => (words === '' ? what : `${what} ‘${words}’`)

function findEmbeds(input: PreflightInput): Found[] {
  return ofType(input, 'embed').flatMap((placed): Found[] => {
    const [title, address] = [textAttribute(placed.node, 'title'), textAttribute(placed.node, 'address')]
    const place = inBody(placed, title || address || 'Embed')
    if (address === '') return [{ message: `${named('The embed', title)} has no address.`, place, fix: 'Give it the address of the page that it leads to, or remove it.' }]
    if (!isWebAddress(address)) return [{ message: `${named('The embed', title)} has no web address: ${address}`, place, fix: 'It must start with https:// or http://' }]
    return title === '' ? [{ message: `An embed of ${embedProvider(address).host} has no title.`, place, fix: 'Say what readers will find there.', severity: 'note' }] : []
  })
}

function findRelated(input: PreflightInput): Found[] {
  const empty = ofType(input, 'relatedStories')
    .filter(({ node }) => (node.content ?? []).length === 0)
    .map((placed): Found => ({ message: 'A list of related stories has no stories.', place: inBody(placed, textAttribute(placed.node, 'title') || 'Related stories'), fix: 'Add one, or remove the list.' }))
  const nameless = ofType(input, 'relatedStory')
    .filter(({ node }) => textAttribute(node, 'headline') === '')
    .map((placed): Found => ({ message: 'A related story has no headline.', place: inBody(placed, 'Related story'), fix: 'Write it, or remove the story.' }))
  return [...empty, ...nameless]
}

/** Without headings a screen reader reads numbers that belong to nothing. */
function findBareTables(input: PreflightInput): Found[] {
  return ofType(input, 'table')
    .filter(({ node }) => !hasHeadings(node.content ?? []))
    .map((placed) => ({ message: 'A table has no heading row and no heading column.', place: inBody(placed, textAttribute(placed.node, 'caption') || plainText(placed.node) || 'Table'), fix: 'Make its first row or column one of headings.' }))
}

function hasHeadings(rows: readonly DocumentNode[]): boolean {
  const isHeading = (cell: DocumentNode | undefined): boolean => cell?.type === 'tableHeader'
  return (rows[0]?.content ?? []).some(isHeading) || rows.some((row) => isHeading(row.content?.[0]))
}

function findPullQuotes(input: PreflightInput): Found[] {
  const quotes = ofType(input, 'pullQuote')
  if (quotes.length === 0) return []
  const text = letters(plainText(withoutPullQuotes(input.body)))
  return quotes.flatMap((placed): Found[] => {
    const words = plainText({ type: 'doc', content: [placed.node] })
    if (words.trim() === '') return [{ message: 'A pull quote is empty.', place: inBody(placed, 'Pull quote'), fix: 'Write it, or remove it.', severity: 'warning' }]
    // What was left out of a sentence is marked by an ellipsis: the parts must be there.
    const isThere = words.split(/…|\.{3}/).every((part) => text.includes(letters(part)))
    return isThere ? [] : [{ message: 'The words of a pull quote are not in the text.', place: inBody(placed, words), fix: 'Use the words of the text, or make it a quotation.' }]
  })
}

/** Letters and numbers as a reader compares them: without signs, capitals and the breaks of lines. */
const letters = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()

function withoutPullQuotes(node: DocumentNode): DocumentNode {
  return node.content === undefined ? node : { ...node, content: node.content.filter(({ type }) => type !== 'pullQuote').map(withoutPullQuotes) }
}

const languageNames = whenNeeded(() => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }))

function findLanguages({ body }: PreflightInput): Found[] {
  return walk(body).flatMap((placed): Found[] => {
    const mark = placed.node.marks?.find(({ type }) => type === 'language')
    if (mark === undefined) return []
    const tag = textAttribute(mark, 'lang')
    const language = canonicalLanguage(tag)
    if (language !== null && languageNames().of(language.split('-')[0] ?? '') !== undefined) return []
    const words = placed.node.text ?? ''
    return [{ message: tag === '' ? `The language of ‘${words}’ is not said.` : `‘${tag}’, the language of ‘${words}’, is not known.`, place: inBody(placed, words), fix: 'Choose a language, or take the mark away.' }]
  })
}

function findSources(input: PreflightInput): Found[] {
  return ofType(input, 'figure').flatMap((placed): Found[] => {
    const source = textAttribute(placed.node, 'source')
    return source === '' || isWebAddress(source) ? [] : [{ message: `The source of an image is not a web address: ${source}`, place: inBody(placed, textAttribute(placed.node, 'alt') || 'Image'), fix: 'It must start with https:// or http://' }]
  })
}
