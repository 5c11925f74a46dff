import { z } from 'zod'
import { DeskLanguage, InclusiveNote, LanguageImport, SpellingVerdict } from '../language/desk-language'
import { DeskWord } from '../language/desk-word'
import { StoryId } from '../story/ids'
import { StyleTerm } from '../style/term'
import { call, none } from './call'

/** Spelling, the desk's dictionary and its house style. */
export const languageCalls = {
  'language.ofDesk': call(none, DeskLanguage),
  /** Which of some words are wrong in a language (BCP 47). The desk's own words are for the window to know. */
  'language.check': call(z.object({ language: z.string().max(35), words: z.array(z.string().max(120)).max(4000) }), SpellingVerdict),
  'language.suggest': call(z.object({ language: z.string().max(35), word: z.string().min(1).max(120) }), z.array(z.string())),
  /** Notes on inclusive language for some English texts, one list a text. */
  'language.inclusive': call(z.object({ texts: z.array(z.string().max(20_000)).max(200) }), z.array(z.array(InclusiveNote))),
  /** Adds words to the desk's dictionary and removes others; every member may. Answers how many are new. */
  'language.changeWords': call(z.object({ add: z.array(DeskWord).max(20_000), remove: z.array(DeskWord).max(20_000) }), z.number()),
  /** Replaces the house style; only for admins. */
  'language.updateTerms': call(z.object({ terms: z.array(StyleTerm).max(5000) }), none),
  /** Adds the terms that a new desk starts with, as far as they are not there; answers how many. Only for admins. */
  'language.addStartingTerms': call(none, z.number()),
  /** Reads words or terms from a file chosen in the system's dialog; null when cancelled. */
  'language.importFile': call(z.object({ what: z.enum(['words', 'terms']), language: z.string().max(20) }), LanguageImport.nullable()),
  /** Writes words or terms to a file chosen in the system's dialog; null when cancelled, or its path. */
  'language.exportFile': call(z.object({ what: z.enum(['words', 'terms']) }), z.string().nullable()),
  /** Sets a note on the language of a story aside, for everybody. */
  'story.dismissNote': call(z.object({ id: StoryId, rule: z.string().min(1).max(260), words: z.string().trim().min(1).max(2000), reason: z.string().trim().min(1, 'Give a reason').max(500) }), none),
  /** Takes a dismissal back, by its name. */
  'story.restoreNote': call(z.object({ id: StoryId, key: z.string().regex(/^[0-9a-f]{32}$/) }), none),
}
