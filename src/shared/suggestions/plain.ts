import type { Mark, Node } from '@tiptap/pm/model'
import { suggestionMarks } from './names'

const suggesting: ReadonlySet<string> = new Set(suggestionMarks)

/** Marks that say something of the words themselves, not of a suggestion. */
export const plainMarks = ({ marks }: Node): readonly Mark[] => (marks.some(isSuggestion) ? marks.filter((mark) => !isSuggestion(mark)) : marks)

/** Whether a mark is a suggestion about its words. */
export const isSuggestion = ({ type }: Mark): boolean => suggesting.has(type.name)

/** Whether a node is only there because somebody suggests it: readers don't get it. */
export const isSuggestedInsertion = (node: Node): boolean => (node.isText ? node.marks.some(({ type }) => type.name === 'inserted') : (node.attrs['inserted'] ?? null) !== null)
