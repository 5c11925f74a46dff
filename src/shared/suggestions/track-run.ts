import type { Node } from '@tiptap/pm/model'
import type { Author } from './author'
import { buildLines } from './build-lines'
import type { Step } from './step'
import { sameToken, tokensOf, unitsOf, type Token } from './tokens'

/**
 * Lines that became other lines, as lines with suggestions: what they have in common at both ends stays, and between that the old
 * words go and the new ones come. Null when no lines can say it.
 */
export function trackRun(old: readonly Node[], next: readonly Node[], author: Author): Node[] | null {
  return buildLines(stepsBetween(tokensOf(old), tokensOf(next), 'whole where replaced'), author)
}

/**
 * What becomes of one run of tokens.
 * @param words Whether words go and come whole: of a word that was written over no letter stays only because the new one has it, too.
 */
export function stepsBetween(old: readonly Token[], next: readonly Token[], words: 'whole' | 'whole where replaced' | 'in part' = 'in part'): Step[] {
  const shorter = Math.min(old.length, next.length)
  let start = 0
  while (start < shorter && sameAt(old[start], next[start])) start++
  let end = 0
  while (end < shorter - start && sameAt(old[old.length - 1 - end], next[next.length - 1 - end])) end++
  const isReplaced = (tokens: readonly Token[]): boolean => tokens.slice(start, tokens.length - end).some(isLetter)
  if ((words === 'whole' && start + end < Math.max(old.length, next.length)) || (words === 'whole where replaced' && isReplaced(old) && isReplaced(next))) {
    while (start > 0 && inWord(old, start)) start--
    while (end > 0 && inWord(old, old.length - end)) end--
  }
  // New lines before a line that stays are whole lines, not the first one's beginning.
  if (old.length === start + end && start > 0 && old[start - 1]?.kind === 'open' && next[next.length - end - 1]?.kind === 'open') [start, end] = [start - 1, end + 1]
  const [gone, come] = [old.slice(start, old.length - end), next.slice(start, next.length - end)]
  return [...kept(old.slice(0, start), next), ...(editOf(gone, come) ?? [...gone.map((token): Step => ({ do: 'go', token })), ...come.map((token): Step => ({ do: 'come', token }))]), ...kept(old.slice(old.length - end), next.slice(next.length - end))]
}

/** Whether a place lies in a word, or at its edge where the words that come or go have no end yet. */
const inWord = (tokens: readonly Token[], place: number): boolean => isLetter(tokens[place - 1]) && (place === tokens.length || isLetter(tokens[place]))
const isLetter = (token: Token | undefined): boolean => token?.kind === 'letter' && /[\p{L}\p{M}\p{N}]/u.test(token.node.text ?? '')

const kept = (old: readonly Token[], next: readonly Token[]): Step[] => old.map((token, index) => ({ do: 'stay', token, next: next[index] ?? token }))

const sameAt = (a: Token | undefined, b: Token | undefined): boolean => a !== undefined && b !== undefined && sameToken(a, b)

/** A footnote whose words changed stays the same footnote. */
function editOf([old, ...otherOld]: readonly Token[], [next, ...otherNext]: readonly Token[]): Step[] | null {
  if (old?.kind !== 'inline' || next?.kind !== 'inline' || otherOld.length + otherNext.length > 0) return null
  if (old.node.isLeaf || old.node.type !== next.node.type) return null
  return [{ do: 'edit', node: old.node, inside: stepsBetween(unitsOf(old.node.content.content), unitsOf(next.node.content.content)) }]
}
