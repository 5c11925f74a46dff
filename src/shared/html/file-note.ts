import type { RevisionAsset } from '../story/revision'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file's type and size as readers see it beside a download, such as 'PDF, 1.2 MB', in their language. */
export function fileNote({ name, mime, size }: Pick<RevisionAsset, 'name' | 'mime' | 'size'>, language: string | null): string {
  const type = (/\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? mime.split('/')[1] ?? '').toUpperCase()
  return type === '' ? sizeInWords(size, language) : `${type}, ${sizeInWords(size, language)}`
}

function sizeInWords(size: number, language: string | null): string {
  const step = size < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(size) / 3))
  const unit = units[step] ?? 'byte'
  const amount = size / 1000 ** step
  return new Intl.NumberFormat(language ?? 'en', { style: 'unit', unit, maximumFractionDigits: amount < 10 && step > 0 ? 1 : 0 }).format(amount)
}
