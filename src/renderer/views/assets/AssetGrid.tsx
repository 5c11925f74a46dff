import type { LibraryAsset } from '@shared/assets/library'
import { useVirtualizer } from '@tanstack/react-virtual'
import { File, FileArchive, FileSpreadsheet, FileText, Images, type LucideIcon } from 'lucide-react'
import { createElement, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { thumbnailAddress } from '../../editor/asset-address'
import { Empty } from '../../ui/Empty'
import { useUse } from './use-asset-actions'
import { chooseInLibrary, lookAt, useLibrary } from './library-store'
import { inFigures } from '@shared/figures'

const tile = { width: 168, height: 176 }
const optionId = (place: number): string => `asset-${place}`

/** The files as tiles, of which only those on the screen are drawn: arrows go from one to the next, Return uses it. */
export function AssetGrid() {
  const { total, assets, chosen, query } = useLibrary()
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useColumns(scroller)
  const take = useUse()
  const count = total ?? 0
  // oxlint-disable-next-line react/incompatible-library -- nothing here relies on a compiler that would memoise it
  const virtual = useVirtualizer({ count: Math.ceil(count / columns), getScrollElement: () => scroller.current, estimateSize: () => tile.height, overscan: 2 })
  const rows = virtual.getVirtualItems()
  const first = (rows[0]?.index ?? 0) * columns
  const last = ((rows.at(-1)?.index ?? 0) + 1) * columns - 1
  useEffect(() => lookAt(first, last), [first, last, assets, total])
  useEffect(() => scroller.current?.scrollTo({ top: 0 }), [query])

  const place = placeOf(chosen, assets)
  const goTo = (wanted: number): void => {
    const next = Math.min(Math.max(wanted, 0), count - 1)
    virtual.scrollToIndex(Math.floor(next / columns))
    const asset = assets.get(next)
    if (asset) chooseInLibrary(asset.hash)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = columns * Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / tile.height))
    const forwards = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const step = { ArrowRight: forwards, ArrowLeft: -forwards, ArrowDown: columns, ArrowUp: -columns, PageDown: page, PageUp: -page }[event.key]
    if (step !== undefined) goTo(place < 0 ? 0 : place + step < 0 || place + step >= count ? place : place + step)
    else if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(count - 1)
    else if (event.key === 'Enter' && place >= 0) take(assets.get(place))
    else return
    event.preventDefault()
  }
  if (total === 0)
    return (
      <div className="asset-grid asset-grid--empty">
        <Empty icon={Images} title={query.search === '' && query.type === 'all' && query.use === 'all' ? 'No files yet' : 'No file fits'}>
          {query.search === '' && query.type === 'all' && query.use === 'all' ? 'Drop pictures and documents here, or add them to a story.' : 'Try fewer words, or another type.'}
        </Empty>
      </div>
    )
  return (
    <div ref={scroller} className="asset-grid" role="listbox" aria-label="Files" tabIndex={0} aria-activedescendant={place >= first && place <= last ? optionId(place) : undefined} onKeyDown={press}>
      <div className="asset-grid__rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index: row, start }) => (
          <div key={row} className="asset-grid__row" role="presentation" style={{ transform: `translateY(${start}px)`, gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
            {Array.from({ length: Math.min(columns, count - row * columns) }, (_, column) => {
              const at = row * columns + column
              return <Tile key={at} place={at} count={count} asset={assets.get(at)} chosen={at === place} onUse={take} />
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

function placeOf(chosen: string | null, assets: ReadonlyMap<number, LibraryAsset>): number {
  if (chosen === null) return -1
  for (const [place, { hash }] of assets) if (hash === chosen) return place
  return -1
}

/** How many tiles are beside one another. */
function useColumns(scroller: RefObject<HTMLDivElement | null>): number {
  const [columns, setColumns] = useState(4)
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => setColumns(Math.max(1, Math.floor((element.clientWidth - 16) / tile.width))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  return columns
}

interface TileProps {
  readonly place: number
  readonly count: number
  readonly asset: LibraryAsset | undefined
  readonly chosen: boolean
  readonly onUse: (asset: LibraryAsset) => void
}

function Tile({ place, count, asset, chosen, onUse }: TileProps) {
  return (
    <div
      id={optionId(place)}
      role="option"
      aria-selected={chosen}
      aria-setsize={count}
      aria-posinset={place + 1}
      className={`asset-tile ${chosen ? 'asset-tile--chosen' : ''}`}
      onClick={() => asset && chooseInLibrary(asset.hash)}
      onDoubleClick={() => asset && onUse(asset)}
    >
      {asset && (
        <>
          <span className="asset-tile__picture">
            <Thumbnail key={`${asset.hash} ${asset.thumbnail}`} asset={asset} />
            {asset.stories > 0 && (
              <span className="asset-tile__uses" aria-hidden="true">
                {asset.stories}
              </span>
            )}
          </span>
          <bdi className="asset-tile__name">{asset.name}</bdi>
          <span className="visually-hidden">{usesInWords(asset.stories)}</span>
        </>
      )}
    </div>
  )
}

export const usesInWords = (stories: number): string => (stories === 0 ? 'in no story' : `in ${stories === 1 ? 'one story' : `${inFigures(stories)} stories`}`)

/** A small picture of a file, or the sign of its type. */
export function Thumbnail({ asset: { hash, mime, thumbnail } }: { readonly asset: Pick<LibraryAsset, 'hash' | 'mime' | 'thumbnail'> }) {
  const [broken, setBroken] = useState(false)
  return thumbnail && !broken ? <img src={thumbnailAddress(hash, 400)} alt="" draggable={false} loading="lazy" decoding="async" onError={() => setBroken(true)} /> : createElement(iconOf(mime), { size: 30, strokeWidth: 1.25, 'aria-hidden': true })
}

function iconOf(mime: string): LucideIcon {
  if (mime.startsWith('image/')) return Images
  if (/spreadsheet/.test(mime)) return FileSpreadsheet
  if (/zip/.test(mime)) return FileArchive
  return mime === 'application/pdf' || /text|word/.test(mime) ? FileText : File
}
