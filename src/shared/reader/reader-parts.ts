import { FileValue, type FieldValues, type Kind } from '../story/kind'
import type { DocumentNode, Revision } from '../story/revision'
import { endorsementNoteOf } from './endorsement-note'
import { languageOf } from './language'
import { wordingFor } from './wording'

/** What readers get around the body of a story, in the same words on a page, in Markdown and on a published site. */
export interface ReaderParts {
  /** Before the body: where a cross-post comes from, and that it is no endorsement. */
  readonly before: readonly DocumentNode[]
  /** The body, opened by the place of a press release. */
  readonly body: DocumentNode
  /** After the body: the link to a media feature's article, the files of a report or knowledge product. */
  readonly after: readonly DocumentNode[]
  /** The language of the words that were added; null when it is the story's own. */
  readonly language: string | null
}

/** What a kind adds to the text of a story. Fields that are empty add nothing. */
export function readerParts({ fields, body }: Pick<Revision, 'fields' | 'body'>, kind: Kind): ReaderParts {
  const language = languageOf(fields)
  const wording = wordingFor(language)
  return {
    before: [...origin(fields, wording.firstPublishedBy), ...paragraph(plain(endorsementNoteOf(kind, fields)?.words ?? ''))],
    body: withDateline(body, textOf(fields, 'dateline')),
    after: [...outletLink(fields, wording.readArticle), ...files(fields, kind)],
    language: language === null || language.toLowerCase().split('-')[0] === wording.language ? null : wording.language,
  }
}

/** A whole document of the parts: the form that is written as Markdown. */
export function readerBody(revision: Revision, kind: Kind): DocumentNode {
  const { before, body, after } = readerParts(revision, kind)
  return { type: 'doc', content: [...before, ...(body.content ?? []), ...after] }
}

function textOf(fields: FieldValues, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}

const plain = (text: string): DocumentNode[] => (text === '' ? [] : [{ type: 'text', text }])

function paragraph(content: readonly DocumentNode[]): DocumentNode[] {
  return content.length === 0 ? [] : [{ type: 'paragraph', content }]
}

/** Words as a link, or as plain words when there is no address. */
function linked(text: string, href: string): DocumentNode {
  return href === '' ? { type: 'text', text } : { type: 'text', text, marks: [{ type: 'link', attrs: { href, target: null, rel: null, class: null, title: null } }] }
}

function origin(fields: FieldValues, firstPublishedBy: string): DocumentNode[] {
  const publisher = textOf(fields, 'origin')
  return publisher === '' ? [] : paragraph([{ type: 'text', text: `${firstPublishedBy} ` }, linked(publisher, textOf(fields, 'originAddress'))])
}

function outletLink(fields: FieldValues, readArticle: (outlet: string) => string): DocumentNode[] {
  const [outlet, address] = [textOf(fields, 'outlet'), textOf(fields, 'outletAddress')]
  return outlet === '' || address === '' ? [] : paragraph([linked(readArticle(outlet), address)])
}

function files(fields: FieldValues, kind: Kind): DocumentNode[] {
  return kind.fields.flatMap(({ id, type, label }) => {
    const file = type === 'file' ? FileValue.safeParse(fields[id]) : undefined
    return file?.success ? [{ type: 'attachment', attrs: { asset: file.data.asset, name: file.data.name, label: fileLabel(fields, label) } }] : []
  })
}

/** A download is named by the story that it belongs to, which says more than a file name. */
function fileLabel(fields: FieldValues, fallback: string): string {
  return textOf(fields, 'headline') || fallback
}

function withDateline(body: DocumentNode, dateline: string): DocumentNode {
  if (dateline === '') return body
  const [first, ...rest] = body.content ?? []
  const opening: DocumentNode[] = [{ type: 'text', text: dateline, marks: [{ type: 'bold' }] }]
  if (first?.type !== 'paragraph') return { ...body, content: [...paragraph(opening), ...(body.content ?? [])] }
  return { ...body, content: [{ ...first, content: [...opening, { type: 'text', text: ' — ' }, ...(first.content ?? [])] }, ...rest] }
}
