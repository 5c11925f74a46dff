import './story-list.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { afterBurst } from '../../app/after-burst'
import { useApp } from '../../app/app-store'
import { on } from '../../app/bridge'
import { useCommands } from '../../app/command-registry'
import { useKindLabel } from '../../app/kinds'
import { viewNamed } from '../sidebar/views'
import { ListEmpty } from './ListEmpty'
import { useListFilter, useSettled } from './list-filter'
import { ListHead } from './ListHead'
import { isListBehind, useIsBehind } from './list-question'
import { optionId, StoryOption } from './StoryOption'
import { askFor, lookAt, placeOf, refreshRows, useStoryRows } from './story-rows'
import { useListCursor } from './use-list-cursor'
import { useListKeys } from './use-list-keys'
import { useTypeahead } from './use-typeahead'

const plainRow = 84
/** In a reviewer's queue each has a line more: who asks, and for what. */
const askedRow = 102
const searchPauseMs = 90

/** The stories of the view, of which only those on the screen are drawn. */
export function StoryList() {
  const view = useApp((state) => state.view)
  const { query, total, rows, starts } = useStoryRows()
  const isBehind = useIsBehind()
  const kindLabel = useKindLabel()
  const { cursor, moveTo } = useListCursor()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = view === 'forMyReview' ? askedRow : plainRow
  // oxlint-disable-next-line react/incompatible-library -- nothing here relies on a compiler that would memoise it
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 6 })
  useLayoutEffect(() => virtual.measure(), [rowHeight, virtual])
  const shown = virtual.getVirtualItems()
  const place = placeOf(cursor, rows)
  useAnswer(shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)

  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [query, starts])
  const inSight = useRef<typeof cursor>(null)
  useEffect(() => {
    // Only when another story is chosen: one that moves up because it was edited must not take the list along.
    if (place < 0 || inSight.current === cursor) return
    inSight.current = cursor
    virtual.scrollToIndex(place)
  }, [cursor, place, virtual])

  const goTo = useGoTo(moveTo, virtual.scrollToIndex)
  const typeahead = useTypeahead(rows, place, goTo)
  const page = (): number => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
  const { press, step } = useListKeys({ place, total, page, isBehind, goTo, typeahead })
  const stepNow = useRef(step)
  useEffect(() => {
    stepNow.current = step
  })
  useCommands(
    useMemo(
      () => ({
        'story.next': { run: () => stepNow.current('ArrowDown'), enabled: () => isListBehind() || place < total - 1 },
        'story.previous': { run: () => stepNow.current('ArrowUp'), enabled: () => isListBehind() || place > 0 },
      }),
      [place, total],
    ),
  )
  const active = shown.some(({ index }) => index === place) ? rows.get(place) : undefined
  return (
    <section className="story-list" aria-label={`Stories: ${viewNamed(view).label}`} aria-busy={isBehind}>
      <ListHead total={query === null ? null : total} />
      <div ref={scroller} className="story-list__scroller" role="listbox" aria-label="Stories" tabIndex={0} aria-activedescendant={active && optionId(active.id)} onKeyDown={press} hidden={total === 0}>
        <div className="story-list__rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const row = rows.get(index)
            return <StoryOption key={row?.id ?? index} row={row} view={view} place={index} total={total} top={start} height={rowHeight} selected={index === place} kindLabel={kindLabel} onOpen={moveTo} />
          })}
        </div>
      </div>
      {query !== null && total === 0 && <ListEmpty />}
    </section>
  )
}

/** Keeps the rows in step with the view, the filter, the acting member, the desk and what is on the screen. */
function useAnswer(first: number, last: number): void {
  const view = useApp((state) => state.view)
  const member = useApp(({ desk }) => desk?.currentMember)
  const kind = useListFilter((filter) => filter.kind)
  const search = useSettled(useListFilter((filter) => filter.search), searchPauseMs)
  const { query, total, rows } = useStoryRows()
  useEffect(() => askFor({ view, search, kind, member }), [view, search, kind, member])
  useEffect(() => {
    const refresh = afterBurst(refreshRows)
    const stop = on('stories.changed', refresh)
    return () => {
      stop()
      refresh.cancel()
    }
  }, [])
  useEffect(() => lookAt(first, last, { query, total, rows }), [first, last, query, total, rows])
}

/** Goes to a place of the list; one whose page is not here yet is opened when it has come. */
function useGoTo(moveTo: ReturnType<typeof useListCursor>['moveTo'], scrollTo: (place: number) => void): (place: number, running?: boolean) => void {
  const awaited = useRef<number | null>(null)
  const latest = useRef({ moveTo, scrollTo })
  useEffect(() => {
    latest.current = { moveTo, scrollTo }
  })
  const rows = useStoryRows((state) => state.rows)
  useEffect(() => {
    const row = awaited.current === null ? undefined : rows.get(awaited.current)
    if (row === undefined) return
    awaited.current = null
    latest.current.moveTo(row.id)
  }, [rows])
  return useMemo(
    () => (place, running) => {
      const { rows: here, total } = useStoryRows.getState()
      const kept = Math.min(Math.max(place, 0), total - 1)
      const row = here.get(kept)
      awaited.current = row === undefined ? kept : null
      if (row === undefined) latest.current.scrollTo(kept)
      else latest.current.moveTo(row.id, running)
    },
    [],
  )
}
