import type { LibraryAsset } from '@shared/assets/library'
import type { AssetInfo } from '@shared/ipc'
import { useEffect, useState, type ReactNode } from 'react'
import { ask } from '../../app/bridge'
import { isPicture } from '../../editor/files/add-file'
import { aboutFile } from '../../editor/files/use-asset'
import { useSettled } from '../story-list/list-filter'
import { Thumbnail } from './AssetGrid'

interface OtherAssetsProps {
  /** The file that another one is chosen for. */
  readonly instead: AssetInfo
  readonly chosen: AssetInfo | null
  readonly onChoose: (asset: AssetInfo) => void
  /** Beside the search. */
  readonly action: ReactNode
}

/** A choice of another file of the same sort: the latest ones, or those that fit what is searched for. */
export function OtherAssets({ instead, chosen, onChoose, action }: OtherAssetsProps) {
  const [search, setSearch] = useState('')
  const settled = useSettled(search, 120)
  const [found, setFound] = useState<readonly LibraryAsset[]>([])
  const picture = isPicture(instead)
  useEffect(() => {
    let here = true
    void ask('asset.list', { search: settled, type: picture ? 'picture' : 'all', use: 'all', sort: 'newest', offset: 0, limit: 40 }).then((answer) => here && answer.ok && setFound(answer.value.assets))
    return () => {
      here = false
    }
  }, [settled, picture])
  const fitting = found.filter((asset) => asset.hash !== instead.hash && isPicture(asset) === picture).slice(0, 24)
  const offered: readonly (AssetInfo & { readonly thumbnail: boolean })[] = chosen === null || fitting.some(({ hash }) => hash === chosen.hash) ? fitting : [{ ...chosen, thumbnail: false }, ...fitting]
  return (
    <div className="other-assets">
      <div className="other-assets__head">
        <input type="search" className="control" aria-label="Search the library" placeholder="Search the library" dir="auto" spellCheck={false} maxLength={200} value={search} onChange={(event) => setSearch(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} />
        {action}
      </div>
      <fieldset className="other-assets__list">
        <legend className="visually-hidden">What takes its place</legend>
        {offered.map((asset) => (
          <label key={asset.hash} className="other-asset">
            <input type="radio" name="other-asset" checked={asset.hash === chosen?.hash} onChange={() => onChoose(asset)} />
            <span className="other-asset__picture">
              <Thumbnail key={String(asset.thumbnail)} asset={asset} />
            </span>
            <span className="other-asset__words">
              <bdi>{asset.name}</bdi>
              <small>{aboutFile(asset)}</small>
            </span>
          </label>
        ))}
        {offered.length === 0 && <p className="other-assets__none">No other file fits.</p>}
      </fieldset>
    </div>
  )
}
