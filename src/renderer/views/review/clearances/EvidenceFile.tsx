import '../../assets/asset-library.css'
import type { AssetDetails } from '@shared/assets/library'
import type { Evidence } from '@shared/clearance/clearance'
import { Download, FileQuestionMark, Paperclip } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ask, on } from '../../../app/bridge'
import { aboutFile } from '../../../editor/files/use-asset'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { complain, inform } from '../../../ui/notices'
import { LargePicture } from '../../assets/LargePicture'

type NamedFile = NonNullable<Evidence['file']>

/** The file that shows a clearance; opens to be looked at. One that this desk does not have is named all the same. */
export function EvidenceFile({ file }: { readonly file: NamedFile }) {
  const details = useEvidence(file)
  const [open, setOpen] = useState(false)
  if (details === 'missing') {
    return (
      <p className="clearance__missing" title={`SHA-256 ${file.hash}`}>
        <FileQuestionMark size={14} aria-hidden />
        <span>
          <bdi>{file.name}</bdi> is not on this desk
        </span>
      </p>
    )
  }
  return (
    <>
      <Button size="small" look="quiet" icon={Paperclip} unavailable={details === null && 'It is being looked for.'} onClick={() => setOpen(true)}>
        <bdi>{file.name}</bdi>
      </Button>
      {open && details !== null && <EvidenceDialog file={file} details={details} onClose={() => setOpen(false)} />}
    </>
  )
}

function EvidenceDialog({ file, details: { asset }, onClose }: { readonly file: NamedFile; readonly details: AssetDetails; readonly onClose: () => void }) {
  return (
    <Dialog
      title={file.name}
      about={`${aboutFile(asset)}. It is named in the clearance by its SHA-256, so no other file can stand for it.`}
      onClose={onClose}
      foot={
        <Button look="primary" icon={Download} onClick={() => void save(file)}>
          Save a copy…
        </Button>
      }
    >
      <div className="clearance__picture">
        <LargePicture asset={asset} />
      </div>
      {(asset.pages ?? 1) > 1 && <p className="inspector__quiet">This is its first page. Save a copy to read all of it.</p>}
      <code className="clearance__hash" dir="ltr">
        {file.hash}
      </code>
    </Dialog>
  )
}

/** Null until the desk has answered. */
function useEvidence({ hash }: NamedFile): AssetDetails | 'missing' | null {
  const [found, setFound] = useState<AssetDetails | 'missing' | null>(null)
  useEffect(() => {
    let here = true
    const look = (): void => void ask('asset.details', { hash }).then((answer) => here && setFound(answer.ok ? answer.value : 'missing'))
    look()
    const stop = on('assets.changed', ({ hashes }) => hashes.includes(hash) && look())
    return () => {
      here = false
      stop()
    }
  }, [hash])
  return found
}

async function save({ hash, name }: NamedFile): Promise<void> {
  const saved = await ask('asset.saveAs', { hash })
  if (!saved.ok) complain(saved.error)
  else if (saved.value !== null) inform(`Saved ${name}.`)
}
