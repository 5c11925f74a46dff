import type { Tag } from './tag'

/** What becomes of a suggestion. */
export type Verdict = 'accept' | 'reject' | 'keep'
export type Judge = (suggestion: Tag) => Verdict

export const acceptAll: Judge = () => 'accept'
export const rejectAll: Judge = () => 'reject'
