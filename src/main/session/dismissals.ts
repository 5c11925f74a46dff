import { Instant, type StoryId } from '../../shared/story/ids'
import { comparableWords, dismissalKey, type Dismissal } from '../../shared/story/dismissal'
import { storyDismissals } from '../../shared/story/story-doc'
import type { DeskSession } from './desk-session'

/** Sets a note on the language of a story aside, in the name of the acting member. It travels with the story and changes no revision. */
export function dismissNote(session: DeskSession, id: StoryId, { rule, words, reason }: Pick<Dismissal, 'rule' | 'words' | 'reason'>): void {
  const dismissal: Dismissal = { rule, words: comparableWords(words), reason, by: session.member().id, at: Instant.parse(new Date().toISOString()) }
  session.changeStory(id, (doc) => storyDismissals(doc).set(dismissalKey(rule, words), dismissal))
  session.events.storiesChanged([id])
}

/** Takes a dismissal back: the note is there again. */
export function restoreNote(session: DeskSession, id: StoryId, key: string): void {
  session.changeStory(id, (doc) => storyDismissals(doc).delete(key))
  session.events.storiesChanged([id])
}
