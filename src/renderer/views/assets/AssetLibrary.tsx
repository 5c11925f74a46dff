import './asset-library.css'
import { LibraryQuery } from '@shared/assets/library'
import { ImagePlus, Search, X } from 'lucide-react'
import { useEffect, useId, useState, type DragEvent } from 'react'
import { afterBurst } from '../../app/after-burst'
import { on } from '../../app/bridge'
import { chooseFiles } from '../../editor/files/choose-files'
import { addToDesk } from '../../editor/files/file-queue'
import { Button, IconButton } from '../../ui/Button'
import { Modal } from '../../ui/Modal'
import { AddingStatus } from './AddingStatus'
import { AssetGrid } from './AssetGrid'
import { AssetPane } from './AssetPane'
import { leaveLibrary, useChoosing } from './choose-asset'
import { lookFor, openLibrary, refreshLibrary, useLibrary } from './library-store'
import { inFigures } from '@shared/figures'

/** All files of the desk: to find, describe, use, replace and remove. Files that are dropped on it are added. */
export function AssetLibrary() {
  const titleId = useId()
  const wanted = useChoosing((choosing) => choosing.wanted)
  const [over, setOver] = useState(false)
  useEffect(() => openLibrary(wanted === 'picture' ? { type: 'picture' } : {}), [wanted])
  useEffect(() => {
    const refresh = afterBurst(refreshLibrary, 400)
    const stops = [on('assets.changed', refresh), on('stories.changed', refresh)]
    return () => {
      for (const stop of stops) stop()
      refresh.cancel()
    }
  }, [])
  const isFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return (
    <Modal labelledBy={titleId} width={1280} className={`asset-library ${over ? 'asset-library--over' : ''}`} onClose={() => leaveLibrary()}>
      <div
        className="asset-library__all"
        onDragOver={(event) => {
          if (!isFiles(event)) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={(event) => !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) && setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          addFiles([...event.dataTransfer.files])
        }}
      >
        <header className="asset-library__head">
          <h2 className="dialog__title" id={titleId}>
            {wanted === null ? 'Asset library' : wanted === 'picture' ? 'Choose a picture' : 'Choose a file'}
          </h2>
          <Total />
          <Button icon={ImagePlus} size="small" onClick={() => void chooseFiles('several').then(addFiles)}>
            Add files…
          </Button>
          <IconButton icon={X} label="Close" size="small" onClick={() => leaveLibrary()} />
        </header>
        <Filters />
        <AddingStatus />
        <div className="asset-library__body">
          <AssetGrid />
          <AssetPane />
        </div>
      </div>
    </Modal>
  )
}

function addFiles(files: readonly File[]): void {
  if (files.length > 0) addToDesk(files)
}

function Total() {
  const total = useLibrary((library) => library.total)
  return (
    <span className="asset-library__total" role="status">
      {total !== null && `${inFigures(total)} ${total === 1 ? 'file' : 'files'}`}
    </span>
  )
}

/** How long the words must be left alone before they are searched; milliseconds. */
const pauseMs = 120

function Filters() {
  const query = useLibrary((library) => library.query)
  const [search, setSearch] = useState(query.search)
  useEffect(() => {
    const timer = setTimeout(() => search !== useLibrary.getState().query.search && lookFor({ search }), pauseMs)
    return () => clearTimeout(timer)
  }, [search])
  const { type, use, sort } = LibraryQuery.shape
  return (
    <div className="asset-library__filters" role="search">
      <div className="asset-library__search">
        <Search size={14} aria-hidden />
        <input type="search" className="control" aria-label="Search files" placeholder="Name, alternative text, caption, credit" dir="auto" spellCheck={false} data-autofocus value={search} maxLength={200} onChange={(event) => setSearch(event.target.value)} />
      </div>
      <select className="control" aria-label="Type" value={query.type} onChange={(event) => lookFor({ type: type.parse(event.target.value) })}>
        <option value="all">All types</option>
        <option value="picture">Pictures</option>
        <option value="pdf">PDFs</option>
        <option value="document">Other documents</option>
      </select>
      <select className="control" aria-label="Use" value={query.use} onChange={(event) => lookFor({ use: use.parse(event.target.value) })}>
        <option value="all">Used or not</option>
        <option value="used">In use</option>
        <option value="unused">Unused</option>
      </select>
      <select className="control" aria-label="Order" value={query.sort} onChange={(event) => lookFor({ sort: sort.parse(event.target.value) })}>
        <option value="newest">Newest first</option>
        <option value="name">By name</option>
        <option value="size">Largest first</option>
      </select>
    </div>
  )
}
