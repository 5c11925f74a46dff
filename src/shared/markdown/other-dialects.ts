import { closingTag, openingTag } from './box'
import { destination, escapeText } from './escape-text'
import { toneNamed } from './read-box'

/**
 * A Markdown file of another tool in the forms that `fromMarkdown` reads: containers of Docusaurus, Pandoc and remark (`:::note`)
 * become callouts, shortcodes and includes that show a film or a post become cards, Hugo’s figures become images, and lists
 * of attributes (kramdown, Pandoc) fall away. What stands in fenced code stays as it is. Works line by line and never fails.
 */
export function inOurForms(text: string): string {
  const lines: string[] = []
  const open: string[] = []
  let fence: string | null = null
  for (const line of text.split(/\r?\n/)) {
    const marker = /^ {0,3}(?:[-*+] +|\d+[.)] +|> ?)*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence !== null) {
      if (marker !== undefined && marker.startsWith(fence) && /^[\s>]*[`~]+\s*$/.test(line)) fence = null
      lines.push(line)
    } else if (marker !== undefined) {
      fence = marker
      lines.push(line)
    } else lines.push(...linesFor(line, open))
  }
  return lines.join('\n')
}

/** A line that is longer is text. */
const longest = 2000

const plain = { asksForMarkdown: false }
const box = (...classes: string[]): string => openingTag({ classes, focus: null }, plain)

/** @param open The containers that are open, by their colons; changed as they open and close. */
function linesFor(line: string, open: string[]): string[] {
  if (line.length > longest) return [line]
  const [, indent = '', colons = '', rest = ''] = /^(\s*)(:{3,})(.*)$/.exec(line) ?? []
  if (colons !== '') return containerLines(indent, colons, rest.trim().replace(/:+$/, '').trim(), open) ?? [line]
  if (/^\s*\{:[^{}]*\}\s*$/.test(line)) return []
  const card = embedLine(line)
  if (card !== null) return ['', ...card, '']
  return [line.replace(/(!\[[^\]]*\]\([^()\s]*(?:\s+"[^"]*")?\))\{(?!%)[^{}<]*\}/g, '$1')]
}

/** Null for colons that neither open nor close anything. */
function containerLines(indent: string, colons: string, rest: string, open: string[]): string[] | null {
  if (rest === '') {
    if (open.length === 0) return null
    open.pop()
    return ['', `${indent}${closingTag}`, '']
  }
  const [, braced, named, label, words = ''] = /^(?:\{\s*\.([\w-]+)[^}]*\}|([\w-]+))\s*(?:\{[^}]*\})?\s*(?:\[(.*)\])?\s*(.*)$/.exec(rest) ?? []
  const name = braced ?? named
  if (name === undefined) return null
  open.push(colons)
  const title = (label ?? words).replace(/\{[^}]*\}\s*$/, '').trim()
  const tone = toneNamed(name.replace(/^(?:callout|admonition)-/, ''))
  const heading = title === '' ? [] : [`${indent}${box('callout-title')}`, '', indent + title, '', `${indent}${closingTag}`, '']
  return ['', `${indent}${tone === undefined ? box('container') : box('callout', tone)}`, '', ...heading]
}

type Arguments = Readonly<Record<string, string>>

const addresses: Readonly<Record<string, (args: Arguments) => string | null>> = {
  youtube: ({ id = '' }) => (isId(id) ? `https://www.youtube.com/watch?v=${id}` : null),
  vimeo: ({ id = '' }) => (/^\d+$/.test(id) ? `https://vimeo.com/${id}` : null),
  instagram: ({ id = '' }) => (isId(id) ? `https://www.instagram.com/p/${id}/` : null),
  x: xAddress,
  tweet: xAddress,
  twitter: xAddress,
}

const isId = (text: string): boolean => /^[\w-]+$/.test(text)

function xAddress({ id = '', user = 'i' }: Arguments): string | null {
  return /^\d+$/.test(id) && isId(user) ? `https://x.com/${user}/status/${id}` : null
}

/** A shortcode of Hugo, or a tag of Liquid, alone in its line, that shows something. */
function embedLine(line: string): string[] | null {
  const tag = line.trim()
  const hugo = /^\{\{[<%](.*)[>%]\}\}$/.exec(tag)?.[1]?.replace(/\/$/, '')
  const liquid = /^\{%-?(.*?)-?%\}$/.exec(tag)?.[1]
  const [, name = '', said = ''] = /^(?:include )?([\w-]+)(?:\.(?:html|liquid|njk))? (.*)$/.exec((hugo ?? liquid ?? '').trim()) ?? []
  const args = argumentsIn(said.trim())
  if (hugo !== undefined && name === 'figure') return figureLines(args)
  const address = Object.hasOwn(addresses, name.toLowerCase()) ? addresses[name.toLowerCase()]?.(args) : null
  if (address === null || address === undefined) return null
  const title = args['title'] ?? ''
  return [box('embed'), '', title === '' ? `<${address}>` : `[${inLabel(title)}](${address})`, '', closingTag]
}

/** Named arguments, or one without a name, which is the id. */
function argumentsIn(text: string): Arguments {
  const named = [...text.matchAll(/([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s,"']+))/g)].map(([, name = '', ...values]) => [name.toLowerCase(), values.find((value) => value !== undefined) ?? ''] as const)
  const first = /^["'`]?([^\s"'`,=]+)["'`]?(?:\s|,|$)/.exec(text.trim())?.[1]
  return { ...(named.length === 0 && first !== undefined && { id: first }), ...Object.fromEntries(named) }
}

function figureLines({ src, alt = '', caption = '', title = '', attr = '' }: Arguments): string[] | null {
  if (src === undefined || src === '') return null
  const below = [caption || title ? `*${inLabel(caption || title)}*` : '', attr && `(${inLabel(attr)})`].filter((part) => part !== '').join(' ')
  return [`![${inLabel(alt || caption)}](${destination(src, 'commonmark')})${below && `\\\n${below}`}`]
}

const inLabel = (text: string): string => escapeText(text.trim(), { startsLine: false, inLabel: true, afterCall: false, beforeBracket: false, dialect: 'commonmark' })
