import { useApp } from '../../app/app-store'
import { useListFilter } from './list-filter'
import { useStoryRows, type StoryQuery } from './story-rows'

/** Whether rows answer another question than the one that is asked now. */
function isBehind(query: StoryQuery | null, asked: StoryQuery): boolean {
  return query === null || query.view !== asked.view || query.member !== asked.member || query.kind !== asked.kind || query.search !== asked.search
}

/** The same for what the list shows, in a component. */
export function useIsBehind(): boolean {
  const view = useApp((state) => state.view)
  const member = useApp(({ desk }) => desk?.currentMember)
  const { kind, search } = useListFilter()
  const { query } = useStoryRows()
  return isBehind(query, { view, member, kind, search })
}

/** The same at this moment, whatever has been drawn. */
export function isListBehind(): boolean {
  const { view, desk } = useApp.getState()
  const { kind, search } = useListFilter.getState()
  return isBehind(useStoryRows.getState().query, { view, member: desk?.currentMember, kind, search })
}
