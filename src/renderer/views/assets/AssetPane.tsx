import type { AssetWords } from '@shared/assets/asset-info'
import type { AssetDetails } from '@shared/assets/library'
import type { AssetHash } from '@shared/story/ids'
import { Crop, Download, FileInput, Replace, Trash2 } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { beforeClosing } from '../../app/before-closing'
import { ask, on } from '../../app/bridge'
import { isPicture } from '../../editor/files/add-file'
import { aboutFile } from '../../editor/files/use-asset'
import { Button } from '../../ui/Button'
import { TextArea, TextField } from '../../ui/Field'
import { complain, inform } from '../../ui/notices'
import { AssetUses } from './AssetUses'
import { useChoosing } from './choose-asset'
import { CropDialog } from './CropDialog'
import { chooseInLibrary, useLibrary } from './library-store'
import { LargePicture } from './LargePicture'
import { RemoveDialog } from './RemoveDialog'
import { ReplaceDialog } from './ReplaceDialog'
import { useNoPlace, useUse } from './use-asset-actions'
import { inFigures } from '@shared/figures'

/** The chosen file: what it is, what the library says of it, which stories have it, and what can be done with it. */
export function AssetPane() {
  const chosen = useLibrary((library) => library.chosen)
  const details = useDetails(chosen)
  return (
    <aside className="asset-pane" aria-label="Details of the file">
      {details === null ? <p className="asset-pane__hint">Choose a file to see what it is and where it is used.</p> : <Details key={details.asset.hash} details={details} />}
    </aside>
  )
}

/** Null while nothing is chosen, or until the answer has come. */
function useDetails(hash: AssetHash | null): AssetDetails | null {
  const [details, setDetails] = useState<AssetDetails | null>(null)
  useEffect(() => {
    if (hash === null) return
    let here = true
    const look = (): void =>
      void ask('asset.details', { hash }).then((answer) => {
        if (!here) return
        setDetails(answer.ok ? answer.value : null)
        if (!answer.ok && answer.error.code !== 'no-asset') complain(answer.error)
      })
    look()
    const stops = [on('assets.changed', ({ hashes }) => hashes.includes(hash) && look()), on('stories.changed', look)]
    return () => {
      here = false
      for (const stop of stops) stop()
    }
  }, [hash])
  return details?.asset.hash === hash ? details : null
}

function Details({ details }: { readonly details: AssetDetails }) {
  const { asset, uses, earlier, origin } = details
  const [asking, setAsking] = useState<'none' | 'crop' | 'replace' | 'remove'>('none')
  const close = (): void => setAsking('none')
  const isUsed = uses.length > 0 || earlier > 0
  const save = async (): Promise<void> => {
    const saved = await ask('asset.saveAs', { hash: asset.hash })
    if (!saved.ok) complain(saved.error)
    else if (saved.value !== null) inform('A copy was saved.')
  }
  return (
    <>
      <div className="asset-pane__scroll" tabIndex={-1}>
        <LargePicture asset={asset} />
        <h3 className="asset-pane__name">
          <bdi>{asset.name}</bdi>
        </h3>
        <p className="asset-pane__facts">
          {aboutFile(asset)}
          {asset.width !== null && asset.height !== null && `, ${inFigures(asset.width)} × ${inFigures(asset.height)} pixels`}
        </p>
        {origin && (
          <p className="asset-pane__facts">
            Cut out of{' '}
            <button type="button" className="asset-pane__link" onClick={() => chooseInLibrary(origin.hash)}>
              {origin.name}
            </button>
          </p>
        )}
        <UseButton details={details} />
        <div className="asset-pane__actions">
          {isPicture(asset) && (
            <Button size="small" icon={Crop} onClick={() => setAsking('crop')}>
              Crop…
            </Button>
          )}
          <Button size="small" icon={Download} onClick={() => void save()}>
            Save as…
          </Button>
          <Button size="small" icon={Replace} unavailable={uses.some(({ now }) => now) ? false : 'No story has this file now'} onClick={() => setAsking('replace')}>
            Replace everywhere…
          </Button>
          <Button size="small" icon={Trash2} unavailable={isUsed ? 'A story, or an earlier version of one, has this file' : false} onClick={() => setAsking('remove')}>
            Remove…
          </Button>
        </div>
        <Words details={details} />
        <AssetUses uses={uses} stories={asset.stories} earlier={earlier} />
      </div>
      {asking === 'crop' && (
        <CropDialog
          asset={asset.hash}
          onClose={close}
          onDone={(made) => {
            close()
            chooseInLibrary(made.hash)
            inform('The cut is a new picture of the library. Stories keep the one that they have.')
          }}
        />
      )}
      {asking === 'replace' && <ReplaceDialog details={details} onClose={close} />}
      {asking === 'remove' && <RemoveDialog asset={asset} onClose={close} />}
    </>
  )
}

/** What the library is open for: a choice, or the open story. */
function UseButton({ details: { asset } }: { readonly details: AssetDetails }) {
  const { wanted } = useChoosing()
  const noPlace = useNoPlace()
  const take = useUse()
  const wrong = wanted === 'picture' && !isPicture(asset) ? 'This is no picture' : false
  return wanted === null ? (
    <Button look="primary" icon={FileInput} className="asset-pane__use" unavailable={noPlace} onClick={() => take(asset)}>
      Insert into the story
    </Button>
  ) : (
    <Button look="primary" className="asset-pane__use" unavailable={wrong} onClick={() => take(asset)}>
      Use this {isPicture(asset) ? 'picture' : 'file'}
    </Button>
  )
}

const noWords: AssetWords = { alt: '', caption: '', credit: '' }

/** A word that is being written is not stored letter by letter; milliseconds. */
const pauseMs = 400

/** What new uses start with; kept a moment after the last letter. */
function Words({ details: { asset } }: { readonly details: AssetDetails }) {
  const [words, setWords] = useState(asset.words ?? noWords)
  const kept = useRef(words)
  const keep = async (): Promise<void> => {
    if (JSON.stringify(words) === JSON.stringify(kept.current)) return
    kept.current = words
    const answer = await ask('asset.setWords', { hash: asset.hash, ...words })
    if (!answer.ok) complain(answer.error)
  }
  const keepLatest = useEffectEvent(keep)
  useEffect(() => {
    if (words === kept.current) return
    const timer = setTimeout(() => void keepLatest(), pauseMs)
    return () => clearTimeout(timer)
  }, [words])
  // Also when another file is chosen, or library or window are closed, before that.
  useEffect(() => {
    const stop = beforeClosing(() => keepLatest())
    return () => {
      stop()
      void keepLatest()
    }
  }, [])
  const bind = (name: keyof AssetWords) => ({
    value: words[name],
    dir: 'auto' as const,
    onChange: (event: { readonly target: { readonly value: string } }) => setWords({ ...words, [name]: event.target.value }),
    onBlur: () => void keep(),
  })
  return (
    <section className="asset-pane__words" aria-label="Words for new uses">
      {isPicture(asset) && <TextArea label="Alternative text" rows={2} maxLength={2000} placeholder="What does the picture show?" {...bind('alt')} />}
      <TextField label={isPicture(asset) ? 'Caption' : 'Label'} maxLength={2000} {...bind('caption')} />
      <TextField label="Credit" maxLength={500} help="New uses start with these words. Uses that are there keep their own." {...bind('credit')} />
    </section>
  )
}
