import { randomUUID } from 'node:crypto'
import type { StoryTranslation } from '../../shared/ipc'
import { languageName } from '../../shared/reader/language-name'
import { DeskError } from '../../shared/result'
import type { StoryId } from '../../shared/story/ids'
import { allFields, type FieldValue } from '../../shared/story/kind'
import { slugFrom } from '../../shared/story/slug'
import { readFields, storyMeta } from '../../shared/story/story-doc'
import { refuseGuest } from '../desk/story-desk'
import { bodyOf } from '../store/snapshot'
import { freeSlug } from '../store/slugs'
import { createStory } from '../store/stories'
import { translationsOf } from '../store/translations'
import type { DeskSession } from './desk-session'

/**
 * Makes a draft in another language out of a story, with its kind, fields and text to start from, and links the two.
 * Decisions and comments stay with the story that they are about.
 * @throws DeskError `translation-exists` when the story has that language, or a translation in it; `no-language` when it has none.
 */
export function translateStory(session: DeskSession, id: StoryId, language: string): StoryId {
  refuseGuest(session.desk, id, elsewhere)
  const ours = groupOf(session, id)
  refuseWithoutLanguage(ours)
  refuseTaken(ours, language)
  const { desk, docs } = session
  const doc = docs.get(id)
  const kind = session.kindOf(id)
  const fields = readFields(doc, allFields(kind))
  const headline = typeof fields['headline'] === 'string' ? fields['headline'] : ''
  const group = session.derived(id).translationGroup || randomUUID()
  const { slug, ...copied } = fields
  const own: Record<string, FieldValue> = { ...copied, language }
  if (headline.trim() !== '') own['slug'] = freeSlug(desk.db, slugFrom(`${slugStem(slug, headline)} ${language}`))
  const translation = createStory(desk.db, { kind, by: session.member().id, headline, fields: own, body: bodyOf(doc), translationGroup: group })
  if (session.derived(id).translationGroup !== group) session.changeStory(id, (story) => storyMeta(story).set('translationGroup', group))
  session.index.now(translation)
  return translation
}

const elsewhere = 'Its translations are linked there.'

const slugStem = (slug: unknown, headline: string): string => (typeof slug === 'string' && slug !== '' ? slug : headline)

/**
 * Says that two stories are translations of one another; the groups that they have become one.
 * @throws DeskError `translation-exists` when a language would be there twice, `no-language` when one of them has none.
 */
export function linkTranslation(session: DeskSession, id: StoryId, other: StoryId): void {
  if (id === other) throw new DeskError('same-story', 'A story can’t be a translation of itself.')
  for (const one of [id, other]) refuseGuest(session.desk, one, elsewhere)
  const [ours, theirs] = [groupOf(session, id), groupOf(session, other)]
  if (ours.some((member) => member.id === other)) return
  refuseWithoutLanguage([...ours, ...theirs])
  for (const { language } of theirs) refuseTaken(ours, language)
  const group = session.derived(id).translationGroup || session.derived(other).translationGroup || randomUUID()
  for (const member of [...ours, ...theirs]) {
    if (session.derived(member.id).translationGroup !== group) session.changeStory(member.id, (doc) => storyMeta(doc).set('translationGroup', group))
  }
}

/** Takes a story out of its group; the others stay together. */
export function unlinkTranslation(session: DeskSession, id: StoryId): void {
  refuseGuest(session.desk, id, elsewhere)
  const others = groupOf(session, id).filter((member) => member.id !== id)
  const alone = others.length === 1 ? others.map((member) => member.id) : []
  for (const one of [id, ...alone]) {
    if (session.derived(one).translationGroup !== '') session.changeStory(one, (doc) => storyMeta(doc).delete('translationGroup'))
  }
  session.events.storiesChanged([id, ...others.map((member) => member.id)])
}

/** The story and its translations. */
function groupOf(session: DeskSession, id: StoryId): StoryTranslation[] {
  const { row, translationGroup } = session.derived(id)
  return [{ id, language: row.language, headline: row.headline, state: row.state }, ...translationsOf(session.desk.db, translationGroup, id)]
}

function refuseWithoutLanguage(group: readonly StoryTranslation[]): void {
  const nameless = group.find(({ language }) => language === '')
  if (nameless !== undefined) throw new DeskError('no-language', `‘${nameless.headline || 'Untitled'}’ has no language yet. Set it in its details first.`, { place: nameless.id })
}

function refuseTaken(group: readonly StoryTranslation[], language: string): void {
  const taken = group.find((member) => member.language.toLowerCase() === language.toLowerCase())
  if (taken !== undefined) throw new DeskError('translation-exists', `There is one in ${languageName(language)} already: ‘${taken.headline || 'Untitled'}’.`, { place: taken.id })
}
