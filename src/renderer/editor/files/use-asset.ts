import type { AssetInfo } from '@shared/ipc'
import { AssetHash } from '@shared/story/ids'
import { useEffect, useState } from 'react'
import { ask, on } from '../../app/bridge'

/** What the desk knows of a file; null until it has answered, or when the file is not there. */
export function useAsset(hash: unknown): AssetInfo | null {
  const [info, setInfo] = useState<AssetInfo | null>(null)
  useEffect(() => {
    const parsed = AssetHash.safeParse(hash)
    if (!parsed.success) return
    let here = true
    const look = (): void => void ask('asset.describe', { hash: parsed.data }).then((answer) => here && setInfo(answer.ok ? answer.value : null))
    look()
    const stop = on('assets.changed', ({ hashes }) => hashes.includes(parsed.data) && look())
    return () => {
      here = false
      stop()
    }
  }, [hash])
  return info?.hash === hash ? info : null
}

const typeNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/zip': 'ZIP archive',
  'application/epub+zip': 'EPUB',
  'image/png': 'PNG image',
  'image/jpeg': 'JPEG image',
  'image/gif': 'GIF image',
  'image/webp': 'WebP image',
  'image/avif': 'AVIF image',
}

/** A file's type and size as people say them: 'PDF, 12 pages, 1.2 MB'. Empty while they are not known. */
export function aboutFile(info: Pick<AssetInfo, 'mime' | 'size' | 'pages'> | null): string {
  if (info === null) return ''
  const type = typeNames[info.mime] ?? (/wordprocessingml|opendocument\.text/.test(info.mime) ? 'Text document' : /spreadsheet/.test(info.mime) ? 'Spreadsheet' : /presentation/.test(info.mime) ? 'Presentation' : info.mime)
  const pages = info.pages === undefined ? '' : `, ${info.pages} ${info.pages === 1 ? 'page' : 'pages'}`
  return `${type}${pages}, ${fileSize(info.size)}`
}

/** A size in the unit that gives it one to three digits before the point (1 kB = 1,000 bytes). */
export function fileSize(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB']
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** step
  if (bytes === 1) return '1 byte'
  return `${step === 0 || value >= 100 ? Math.round(value) : Number(value.toPrecision(2))} ${units[step]}`
}
