import { Fragment, type Node } from '@tiptap/pm/model'
import { ownInsertion, type Author } from './author'
import { unitsAfter } from './build-units'
import { splitAt, toCome, toGo, toJoin, toTurn } from './propose'
import { nothingSuggested, withAttributes } from './node-with'
import { nearby, type Draft, type Step } from './step'
import type { Tag } from './tag'
import type { Line, Token } from './tokens'

type Open = Extract<Token, { kind: 'open' }>
type TokenStep = Exclude<Step, { do: 'edit' }>

/** Blocks with suggestions in them. Null when a block would have to stand in the middle of a line, a line before the first goes, or a line can't hold what is to come. */
export function buildLines(steps: readonly Step[], author: Author): Node[] | null {
  const blocks: Node[] = []
  let draft: Draft | null = null
  /** The own insertion that the old line was whose words come now. */
  let origin: Tag | null = null
  let isValid = true
  const close = (): void => {
    const line = draft === null || draft.words === 'leave out' ? null : lineOf(draft)
    if (line !== null) blocks.push(line)
    isValid &&= line === null || holdsItsWords(line)
    draft = null
  }
  for (const [index, step] of steps.entries()) {
    const token = step.do === 'edit' ? null : step.token
    if (token?.kind === 'block' && step.do !== 'edit') {
      if (step.do !== 'go' && hasRest(steps, index)) return null
      close()
      blocks.push(...blockAfter(step, token.node, author))
    } else if (token?.kind === 'open' && step.do !== 'edit') {
      if (step.do !== 'come') origin = ownLine(token.line, author)
      const next = lineAfter(step, token, { steps, index, draft, origin, isFirst: blocks.length === 0, author })
      if (next === null) return null
      if (next === draft) continue
      close()
      draft = next
    } else {
      if (draft === null) return null
      draft.units.push(...unitsAfter(steps, index, draft, origin, author))
    }
  }
  close()
  return isValid ? blocks : null
}

/** A break has no place in code, say. */
const holdsItsWords = (block: Node): boolean => block.type.validContent(block.content) && block.children.every((child) => child.isText || holdsItsWords(child))

function blockAfter(step: TokenStep, node: Node, author: Author): Node[] {
  if (step.do === 'stay') return [node]
  return step.do === 'go' ? toGo(author, node, author.tag) : [toCome(author, node, author.tag)]
}

interface Around {
  readonly steps: readonly Step[]
  readonly index: number
  readonly draft: Draft | null
  readonly origin: Tag | null
  readonly isFirst: boolean
  readonly author: Author
}

/** The line that a beginning begins: the one under way, when it begins none; null when it can't. */
function lineAfter(step: TokenStep, { line }: Open, around: Around): Draft | null {
  const { steps, index, draft, origin, author } = around
  if (step.do === 'go') return lineGone(line, around)
  if (step.do === 'stay') return { levels: step.next.kind === 'open' ? turnedLevels(line, step.next.line, origin, author) : line.levels, units: [], own: origin, words: 'track' }
  const hasWords = hasRest(steps, index)
  if (draft === null && hasWords) return null
  const within = draft !== null && draft.words === 'track' ? draft : null
  const words = within?.levels.at(-1)
  if (within !== null && within.own === null && words !== undefined && hasWords) {
    within.units.push(splitAt(words, line.levels, nearby(steps, index, within, author)))
    return within
  }
  const tag = within?.own ?? author.tag
  return { levels: outermost(line, (block) => toCome(author, withAttributes(block, nothingSuggested), tag)), units: [], own: tag, words: 'track' }
}

/** A line whose beginning goes: it goes as a whole, or what is left of it is joined to the one before. */
function lineGone(line: Line, { steps, index, draft, origin, isFirst, author }: Around): Draft | null {
  const whole = goesWhole(steps, index)
  if (whole && origin !== null) return { levels: [], units: [], own: origin, words: 'leave out' }
  if (whole) return { levels: outermost(line, (block) => toGo(author, block, author.tag)[0] ?? block), units: [], own: null, words: 'leave alone' }
  if (origin !== null && draft !== null && draft.words === 'track') return draft
  if (draft === null && isFirst) return null
  return { levels: outermost(line, (block) => toJoin(author, block, author.tag)), units: [], own: origin, words: 'track' }
}

/** Whether words of the old line follow, behind all that comes before them. */
function hasRest(steps: readonly Step[], index: number): boolean {
  for (let at = index + 1; at < steps.length; at++) {
    const step = steps[at]
    if (step === undefined || step.do === 'edit') return true
    if (step.do !== 'come') return step.token.kind !== 'open' && step.token.kind !== 'block'
  }
  return false
}

/** Whether all of a line goes, and nothing comes into it. */
function goesWhole(steps: readonly Step[], index: number): boolean {
  for (let at = index + 1; at < steps.length; at++) {
    const step = steps[at]
    if (step === undefined || step.do === 'edit') return false
    if (step.do !== 'come' && (step.token.kind === 'open' || step.token.kind === 'block')) return true
    if (step.do !== 'go') return false
  }
  return true
}

const ownLine = ({ levels }: Line, author: Author): Tag | null => levels.reduce<Tag | null>((own, level) => own ?? ownInsertion(author, level), null)

const outermost = ({ levels: [outer, ...inner] }: Line, change: (block: Node) => Node): Node[] => (outer === undefined ? [] : [change(outer), ...inner])

/** Each level as it is to become; in a line that is the author's own insertion it becomes so at once. */
function turnedLevels({ levels }: Line, { levels: next }: Line, own: Tag | null, author: Author): Node[] {
  return levels.map((level, index) => {
    const other = next[index]
    if (other === undefined) return level
    return own === null ? toTurn(author, level, other, author.tag) : withAttributes(other, { ...nothingSuggested, inserted: level.attrs['inserted'] })
  })
}

function lineOf({ levels, units }: Draft): Node {
  const words = levels.at(-1)
  if (words === undefined) throw new TypeError('A line has a block')
  return levels.slice(0, -1).reduceRight((inside, level) => level.copy(Fragment.from(inside)), words.copy(Fragment.fromArray(units)))
}
