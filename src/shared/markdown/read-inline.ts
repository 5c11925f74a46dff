import type { FootnoteDefinition, Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast'
import { Flow } from '../document/flow'
import { isSafeLinkAddress } from '../document/link-address'
import type { DocumentMark, DocumentNode } from '../story/revision'
import { afterTag, tagName, type OpenTag } from './html-tags'
import { inlineOf } from './one-line'
import { figure } from './read-figure'
import { htmlBlocks } from './read-html'
import { resolved, type Reader } from './text-reader'

type Marks = readonly DocumentMark[]

/** Some words as paragraphs, parted by the images and files among them. */
export function flowOf(nodes: readonly PhrasingContent[], reader: Reader): DocumentNode[] {
  const flow = new Flow()
  addInline(nodes, flow, reader, [])
  return flow.end()
}

function addInline(nodes: readonly PhrasingContent[], flow: Flow, reader: Reader, marks: Marks): void {
  let opened: readonly OpenTag[] = []
  for (const node of nodes) {
    if (node.type !== 'html') {
      addOne(node, flow, reader, opened.flatMap(({ mark }) => mark ?? []).reduce(withMark, marks))
      continue
    }
    const name = tagName(node.value)
    if (name === 'br') flow.inline(lineBreak(marks))
    else if (name === 'img') for (const block of htmlBlocks(node.value, reader)) flow.block(block)
    else opened = afterTag(opened, node.value)
  }
}

function withMark(marks: Marks, mark: DocumentMark): Marks {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]
}

/** A break is part of a link, but never bold: nobody sees the difference. */
function lineBreak(marks: Marks): DocumentNode {
  return { type: 'hardBreak', marks: marks.filter(({ type }) => type === 'link') }
}

function addOne(node: PhrasingContent, flow: Flow, reader: Reader, marks: Marks): void {
  switch (node.type) {
    case 'text':
      return addWords(node.value, flow, reader, marks)
    case 'break':
      return flow.inline(lineBreak(marks))
    case 'emphasis':
      return addInline(node.children, flow, reader, withMark(marks, { type: 'italic' }))
    case 'strong':
      return addInline(node.children, flow, reader, withMark(marks, { type: 'bold' }))
    case 'delete':
      return addInline(node.children, flow, reader, withMark(marks, { type: 'strike' }))
    case 'inlineCode':
      // Code has no other mark in our schema; a link says more than a typeface.
      return flow.inline({ type: 'text', text: node.value, marks: marks.some(({ type }) => type === 'link') ? [...marks] : [{ type: 'code' }] })
    case 'link':
    case 'linkReference':
      return addLink(node, flow, reader, marks)
    case 'image':
    case 'imageReference':
      return addImage(node, flow, reader)
    case 'footnoteReference': {
      const note = reader.notes.get(node.identifier)
      if (note !== undefined) flow.inline({ type: 'footnote', content: noteContent(note, reader), marks: marks.filter(({ type }) => type !== 'link') })
      return
    }
    default:
      return
  }
}

/** Words; in files of others, those between two pairs of equals signs are highlighted. */
function addWords(text: string, flow: Flow, { fromElsewhere }: Reader, marks: Marks): void {
  const parts = fromElsewhere && text.includes('==') ? text.split(/==(?=[^\s=])([^=\n]*[^\s=])==/) : [text]
  parts.forEach((part, index) => part !== '' && flow.inline({ type: 'text', text: part, marks: [...(index % 2 === 0 ? marks : withMark(marks, { type: 'highlight' }))] }))
}

function addLink(node: Link | LinkReference, flow: Flow, reader: Reader, marks: Marks): void {
  const target = resolved(node, 'link', reader)
  const href = target && (reader.story(target.url) ?? target.url)
  const isSafe = href !== undefined && isSafeLinkAddress(href)
  const asset = target === undefined || isSafe ? null : reader.asset(target.url)
  const place = flow.place
  const link: Marks = isSafe ? [{ type: 'link', attrs: { href, target: null, rel: null, class: null, title: target?.title || null } }] : []
  addInline(node.children, flow, reader, link.reduce(withMark, marks))
  if (target === undefined || isSafe) return
  if (asset !== null) flow.file({ asset, name: target.title ?? '', label: flow.wordsSince(place), kept: false })
  else reader.problems.push(`A link was left out because its address is not allowed: ‘${target.url}’`)
}

function addImage(node: Image | ImageReference, flow: Flow, reader: Reader): void {
  const source = resolved(node, 'image', reader)
  const asset = source && reader.asset(source.url)
  if (source !== undefined && asset) flow.block(figure(asset, node.alt ?? '', source.title, { caption: '', credit: '', source: '' }))
  else reader.problems.push(`An image was left out because its file was not found: ‘${source?.url.slice(0, 120) ?? ''}’`)
}

/** A note's text in one line; what is called inside of it is not followed. */
function noteContent(note: FootnoteDefinition, reader: Reader): DocumentNode[] {
  const blocks = reader.blocks(note.children, { ...reader, notes: new Map() })
  return inlineOf(blocks).flatMap((node) => (node.type === 'text' ? [node] : node.type === 'hardBreak' ? [{ type: 'text', text: ' ' }] : []))
}
