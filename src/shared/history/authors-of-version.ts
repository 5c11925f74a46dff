import * as Y from 'yjs'
import { z } from 'zod'
import { isTextField } from '../story/story-doc'
import type { FieldDefinition } from '../story/kind'
import type { DocumentNode, Revision } from '../story/revision'
import { storyBody, storyText } from '../story/story-doc'
import { Authorship, authorsIn, sameAuthorship, type FindAuthors } from './authorship'
import { runsOf, type AuthoredRun } from './blame'
import { isSuggestedPart, isSuggestedWord, piecesOf } from './standing'
import { sliceRuns } from './taken-lines'

/** Who had written a version, as lengths of its letters: the body's, and those of each text of its form. */
const Stretches = z.array(z.tuple([z.int().nonnegative(), z.int().min(-1)]))
const VersionAuthors = z
  .object({ who: z.array(Authorship), body: Stretches, fields: z.record(z.string(), Stretches) })
  .refine(({ who, body, fields }) => [body, ...Object.values(fields)].flat().every(([, place]) => place < who.length), 'names an author who is not in it')
type VersionAuthors = z.infer<typeof VersionAuthors>

/** Notes who has written a story as it stands, in few bytes: the words themselves are in the version. */
export function authorsOfVersion(doc: Y.Doc, fields: readonly Pick<FieldDefinition, 'id' | 'type'>[]): string {
  const find = authorsIn(doc)
  const who: Authorship[] = []
  const placeOf = (author: Authorship | null): number => {
    if (author === null) return -1
    const place = who.findIndex((one) => sameAuthorship(one, author))
    return place === -1 ? who.push(author) - 1 : place
  }
  const stretches = (runs: readonly AuthoredRun[]): [number, number][] => joined(runs.map((run) => [run.text.length, placeOf(run.who)]))
  const body = stretches(standingRuns(storyBody(doc), find))
  const texts = Object.fromEntries(fields.filter(({ type }) => isTextField(type)).map(({ id }) => [id, stretches(runsOf([storyText(doc, id)], find))]))
  return JSON.stringify({ who, body, fields: texts } satisfies VersionAuthors)
}

/** Stretches of one author beside each other as one. */
function joined(stretches: readonly [number, number][]): [number, number][] {
  const whole: [number, number][] = []
  for (const [length, place] of stretches) {
    const last = whole.at(-1)
    if (last?.[1] === place) last[0] += length
    else whole.push([length, place])
  }
  return whole
}

/** Who wrote what stands of a part in a version: what is only suggested doesn't. */
function standingRuns(part: Y.XmlFragment | Y.XmlElement | Y.XmlText, find: FindAuthors): AuthoredRun[] {
  if (part instanceof Y.XmlText) return standingWords(part, runsOf([part], find))
  return isSuggestedPart(part) ? [] : part.toArray().flatMap((child) => (child instanceof Y.XmlHook ? [] : standingRuns(child, find)))
}

function standingWords(text: Y.XmlText, runs: readonly AuthoredRun[]): AuthoredRun[] {
  let start = 0
  return piecesOf(text).flatMap((piece) => {
    const words = isSuggestedWord(piece) ? [] : sliceRuns(runs, start, piece.text.length)
    start += piece.text.length
    return words
  })
}

/** A line of words with who wrote them. */
export type AuthoredLine = readonly AuthoredRun[]

/** The lines of a version with who had written them: each text of the form, and each line of the body. None where what was noted doesn't fit its words. */
export function authoredLines({ body, fields }: Revision, noted: string): AuthoredLine[] {
  const authors = parse(noted)
  if (authors === null) return []
  const lines = Object.entries(authors.fields).flatMap(([id, stretches]) => {
    const text = fields[id]
    return typeof text === 'string' ? cut([text], stretches, authors.who) : []
  })
  return [...lines, ...cut(linesIn(body), authors.body, authors.who)]
}

/** Whether what was noted says who had written a version. */
export const canReadAuthors = (noted: string): boolean => parse(noted) !== null

function parse(noted: string): VersionAuthors | null {
  try {
    return VersionAuthors.parse(JSON.parse(noted))
  } catch {
    return null
  }
}

/** The texts of a body that no other block or break comes between. */
function linesIn(node: DocumentNode): string[] {
  const lines: string[] = []
  let line = ''
  const end = (): void => {
    if (line !== '') lines.push(line)
    line = ''
  }
  const visit = ({ text, content }: DocumentNode): void => {
    if (text !== undefined) {
      line += text
      return
    }
    end()
    content?.forEach(visit)
    end()
  }
  visit(node)
  end()
  return lines
}

function cut(lines: readonly string[], stretches: VersionAuthors['body'], who: readonly Authorship[]): AuthoredLine[] {
  const length = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
  if (length(lines.map((line) => line.length)) !== length(stretches.map(([one]) => one))) return []
  const left = stretches.map(([letters, place]) => ({ letters, who: who[place] ?? null }))
  return lines.map((line) => {
    const runs: AuthoredRun[] = []
    for (let at = 0; at < line.length; ) {
      const [next] = left
      if (next === undefined) break
      const taken = Math.min(next.letters, line.length - at)
      if (taken > 0) runs.push({ text: line.slice(at, at + taken), who: next.who })
      at += taken
      next.letters -= taken
      if (next.letters === 0) left.shift()
    }
    return runs
  })
}
