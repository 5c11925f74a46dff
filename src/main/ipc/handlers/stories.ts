import type { Workstation } from '../../workstation'
import { actOn } from '../../session/act'
import { changeKind } from '../../session/change-kind'
import { clearPart } from '../../session/clearances'
import { statusOf } from '../../session/status'
import { linkTranslation, translateStory, unlinkTranslation } from '../../session/translations'
import { createStory } from '../../store/stories'
import { isStale } from '../../store/story-index'
import { countStories, listStories, storyRow } from '../../store/story-lists'
import { DeskError } from '../../../shared/result'
import type { Handlers } from '../router'

type StoryCalls = Pick<
  Handlers,
  | 'story.list'
  | 'story.counts'
  | 'story.create'
  | 'story.open'
  | 'story.append'
  | 'story.status'
  | 'story.act'
  | 'story.row'
  | 'story.changeKind'
  | 'story.translate'
  | 'story.linkTranslation'
  | 'story.unlinkTranslation'
>

/** Calls about stories: what the list shows, what the editor stores, what happens in the workflow. */
export function storyHandlers(station: Workstation): StoryCalls {
  return {
    'story.list': (query) => listStories(station.need().desk.db, { ...query, member: station.need().member().id }),
    'story.counts': () => countStories(station.need().desk.db, station.need().member().id),
    'story.create'({ kind, headline }) {
      const session = station.need()
      const chosen = session.desk.kinds.find((candidate) => candidate.id === kind)
      if (chosen === undefined) throw new DeskError('no-kind', 'This desk has no such kind of story.', { place: kind })
      const id = createStory(session.desk.db, { kind: chosen, by: session.member().id, headline })
      session.index.now(id)
      return { id }
    },
    'story.open'({ id }) {
      const session = station.need()
      // A long story takes a while to be derived: its row is there already, unless it is behind.
      const listed = isStale(session.desk.db, id) ? undefined : storyRow(session.desk.db, id)
      return { update: session.docs.whole(id), row: listed ?? session.row(id) }
    },
    'story.append'({ id, update }) {
      return { sequence: station.need().append(id, update) }
    },
    'story.status': ({ id }) => statusOf(station.need(), id),
    'story.act': ({ id, action }) => (action.type === 'clear' ? clearPart(station.need(), id, action) : actOn(station.need(), id, action)),
    'story.row': ({ id }) => storyRow(station.need().desk.db, id) ?? null,
    'story.changeKind': ({ id, kind }) => changeKind(station.need(), id, kind),
    'story.translate': ({ id, language }) => ({ id: translateStory(station.need(), id, language) }),
    'story.linkTranslation': ({ id, other }) => linkTranslation(station.need(), id, other),
    'story.unlinkTranslation': ({ id }) => unlinkTranslation(station.need(), id),
  }
}
