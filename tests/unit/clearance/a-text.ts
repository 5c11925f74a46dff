import type { Clearance } from '../../../src/shared/clearance/clearance'
import { namedPart, partsOf, type Part } from '../../../src/shared/clearance/parts'
import { standingsOf } from '../../../src/shared/clearance/standing'
import { EventId, Instant, MemberId } from '../../../src/shared/story/ids'
import type { DocumentNode } from '../../../src/shared/story/revision'

export const words = (text: string, ...marks: readonly string[]): DocumentNode => ({ type: 'text', text, ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }) })
export const paragraph = (...content: readonly (string | DocumentNode)[]): DocumentNode => ({ type: 'paragraph', content: content.map((piece) => (typeof piece === 'string' ? words(piece) : piece)) })
export const quote = (...lines: readonly string[]): DocumentNode => ({ type: 'blockquote', content: lines.map((line) => paragraph(line)) })
export const picture = (caption: string, asset = 'a'.repeat(64)): DocumentNode => ({ type: 'figure', attrs: { asset, alt: 'A harbour', caption, credit: 'City of Solvåg', decorative: false } })
export const table = (...rows: readonly (readonly string[])[]): DocumentNode => ({ type: 'table', content: rows.map((cells) => ({ type: 'tableRow', content: cells.map((cell) => ({ type: 'tableCell', content: [paragraph(cell)] })) })) })
export const text = (...content: readonly DocumentNode[]): DocumentNode => ({ type: 'doc', content })

/** A clearance of a part, as the log would have it. */
export function clearanceOf(part: Part, more: Partial<Clearance> = {}): Clearance {
  const named = namedPart(part)
  return { event: EventId.parse(named.hash), part: named, evidence: { text: 'E-mail of the mayor’s office of 3 May' }, by: MemberId.parse('0'.repeat(32)), at: Instant.parse('2026-05-03T09:00:00.000Z'), ...more }
}

export const clearAll = (body: DocumentNode, language = 'en'): Clearance[] => partsOf(body, language).map((part) => clearanceOf(part))

/** The kinds and words of a body's parts. */
export const told = (body: DocumentNode, language = 'en'): string[] => partsOf(body, language).map(({ kind, words: said }) => `${kind}: ${said}`)

/** What holds of some clearances for a body. */
export function standing(body: DocumentNode, clearances: readonly Clearance[], language = 'en') {
  const { parts, gone } = standingsOf(partsOf(body, language), clearances)
  return {
    cleared: parts.filter(({ cleared }) => cleared.length > 0).map(({ part }) => part.words),
    changed: parts.flatMap(({ part, before }) => (before === null ? [] : [[before.part.excerpt, part.words]])),
    gone: gone.map(({ part }) => part.excerpt),
  }
}
