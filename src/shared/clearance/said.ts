import type { DocumentMark, DocumentNode } from '../story/revision'

/** Marks that change how words look, and not what they say. What is only suggested is none of the text. */
const looks: ReadonlySet<string> = new Set(['bold', 'italic', 'underline', 'highlight', 'language', 'inserted', 'deleted', 'restyled'])

/** Whether a node is not in the text yet: somebody suggests it. */
export const isOnlySuggested = ({ attrs, marks }: DocumentNode): boolean => (attrs?.['inserted'] ?? null) !== null || marks?.some(({ type }) => type === 'inserted') === true

/** What some inline content says, without its looks: words with the marks that lead somewhere or change their sense, and what stands between them. */
export function saidInline(content: readonly DocumentNode[]): unknown[] {
  const said: { text: string; marks: readonly DocumentMark[] }[] = []
  const all: unknown[] = []
  for (const node of content) {
    if (isOnlySuggested(node)) continue
    if (node.type !== 'text') {
      all.push(node.type === 'footnote' ? { footnote: saidInline(node.content ?? []) } : { type: node.type })
      continue
    }
    const marks = [...(node.marks ?? [])].filter(({ type }) => !looks.has(type)).sort((a, b) => (a.type < b.type ? -1 : 1)).map(({ type, attrs }) => (attrs === undefined ? { type } : { type, attrs }))
    const last = said.at(-1)
    if (last !== undefined && all.at(-1) === last && sameMarks(last.marks, marks)) last.text += node.text ?? ''
    else all.push(said[said.push({ text: node.text ?? '', marks }) - 1])
  }
  return all
}

const sameMarks = (a: readonly DocumentMark[], b: readonly DocumentMark[]): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What is quoted, without the stop or the comma at its end: that is the sentence's around it, and changes with where the quotation stands. */
export function quotedLines(lines: readonly unknown[]): readonly unknown[] {
  const last = lines.at(-1)
  const run: unknown = Array.isArray(last) ? last.at(-1) : undefined
  if (!Array.isArray(last) || typeof run !== 'object' || run === null || !('text' in run) || typeof run.text !== 'string') return lines
  const text = run.text.replace(/[.,،۔。，]$/u, '')
  return text === '' || text === run.text ? lines : [...lines.slice(0, -1), [...last.slice(0, -1), { ...run, text }]]
}

/** What some blocks say, line by line: whether a line is a paragraph or an item of a list is how it looks. */
export function saidLines(blocks: readonly DocumentNode[]): unknown[] {
  return blocks.flatMap((block): unknown[] => {
    if (isOnlySuggested(block)) return []
    const content = block.content ?? []
    if (content.length === 0) return Object.keys(saidOf(block, ofCards)).length === 0 ? [] : [saidOf(block, ofCards)]
    return holdsWords(block) ? [saidInline(content)] : saidLines(content)
  })
}

const ofCards = ['asset', 'alt', 'caption', 'credit', 'source', 'name', 'label', 'address', 'title', 'headline']

const inline: ReadonlySet<string> = new Set(['text', 'hardBreak', 'footnote'])
export const holdsWords = ({ content = [] }: DocumentNode): boolean => content.some(({ type }) => inline.has(type))

/** Some attributes that say something; those that are empty are left out, so that one which the schema gets later changes nothing. */
export function saidOf({ attrs }: DocumentNode, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (isSilent(attrs?.[name]) ? [] : [[name, attrs?.[name]]])))
}

const isSilent = (value: unknown): boolean => value === undefined || value === null || value === ''
