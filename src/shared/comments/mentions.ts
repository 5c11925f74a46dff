import { z } from 'zod'
import { MemberId } from '../story/ids'

/** A member who is meant by a stretch of a comment's text, the sign before the name included. By id, so that it survives another name. */
export const Mention = z.object({ member: MemberId, from: z.int().min(0), to: z.int().min(1) })
export type Mention = z.infer<typeof Mention>

/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly id: MemberId
  readonly name: string
}

/** A comment has at most so many. */
export const mostMentions = 50

/** The mentions that fit a text: in order, none over another, each beginning with the sign. Others are left out. */
export function fittingMentions(text: string, mentions: readonly Mention[]): Mention[] {
  const fitting: Mention[] = []
  for (const mention of [...mentions].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (mention.from < (fitting.at(-1)?.to ?? 0) || mention.to > text.length || mention.to - mention.from < 2 || text[mention.from] !== '@') continue
    fitting.push(mention)
  }
  return fitting.slice(0, mostMentions)
}

/**
 * The members whose names stand behind a sign in a text that somebody wrote. Of two with the same name it is the one that was
 * chosen; the longest name wins.
 */
export function mentionsIn(text: string, members: readonly Mentionable[], chosen: readonly MemberId[] = []): Mention[] {
  const byLength = [...members].filter(({ name }) => name.trim() !== '').sort((a, b) => b.name.length - a.name.length || Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)))
  const found: Mention[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (isWord(text[at - 1])) continue
    const meant = byLength.find(({ name }) => startsWithName(text, at + 1, name))
    if (meant !== undefined) found.push({ member: meant.id, from: at, to: at + 1 + meant.name.length })
  }
  return found.slice(0, mostMentions)
}

function startsWithName(text: string, at: number, name: string): boolean {
  return text.slice(at, at + name.length).toLocaleLowerCase() === name.toLocaleLowerCase() && !isWord(text[at + name.length])
}

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}_]/u.test(character)

/** A piece of a comment as it is shown: words, or a member with the name of today. */
export type CommentPiece = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'mention'; readonly text: string; readonly member: MemberId }

/** A comment in pieces, in their order: together they are its text, with the names that members have now. */
export function commentPieces(text: string, mentions: readonly Mention[], members: readonly Mentionable[]): CommentPiece[] {
  const pieces: CommentPiece[] = []
  let at = 0
  for (const { member, from, to } of fittingMentions(text, mentions)) {
    if (from > at) pieces.push({ kind: 'words', text: text.slice(at, from) })
    const name = members.find(({ id }) => id === member)?.name
    pieces.push({ kind: 'mention', text: name === undefined ? text.slice(from, to) : `@${name}`, member })
    at = to
  }
  if (at < text.length) pieces.push({ kind: 'words', text: text.slice(at) })
  return pieces
}

/** A comment as its author goes on writing it: with the names of today. */
export const writtenComment = (text: string, mentions: readonly Mention[], members: readonly Mentionable[]): string => commentPieces(text, mentions, members).map((piece) => piece.text).join('')

/** The beginning of a name behind a sign, right before the cursor: where it starts, and what is typed of it. Null where nobody is being mentioned. */
export function mentionBeingTyped(text: string, cursor: number): { readonly from: number; readonly prefix: string } | null {
  const from = text.lastIndexOf('@', cursor - 1)
  if (from === -1 || isWord(text[from - 1])) return null
  const prefix = text.slice(from + 1, cursor)
  return prefix.length <= 40 && /^[\p{L}\p{M}\p{N}.'’ -]*$/u.test(prefix) && !prefix.startsWith(' ') && !prefix.includes('  ') ? { from, prefix } : null
}

/** The members whose name, or a word of it, starts with what was typed; those whose name does come first. */
export function mentionsOffered(prefix: string, members: readonly Mentionable[]): Mentionable[] {
  const wanted = plain(prefix)
  const named = members.filter(({ name }) => name.trim() !== '')
  const starts = named.filter(({ name }) => plain(name).startsWith(wanted))
  return [...starts, ...named.filter((member) => !starts.includes(member) && plain(member.name).split(/\s+/).some((word) => word.startsWith(wanted)))].slice(0, 8)
}

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
