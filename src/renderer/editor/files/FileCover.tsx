import './file-cover.css'
import type { AssetInfo } from '@shared/ipc'
import { FileText, Paperclip } from 'lucide-react'
import { useState } from 'react'
import { thumbnailAddress } from '../asset-address'

/** A PDF's first page, as small as an icon; the sign of a file where there is none. */
export function FileCover({ info }: { readonly info: AssetInfo | null }) {
  const [broken, setBroken] = useState('')
  if (info?.pages === undefined || broken === info.hash) return info?.mime === 'application/pdf' || info === null ? <FileText size={18} aria-hidden /> : <Paperclip size={18} aria-hidden />
  return <img className="file-cover" src={thumbnailAddress(info.hash, 400)} alt="" draggable={false} onError={() => setBroken(info.hash)} />
}
