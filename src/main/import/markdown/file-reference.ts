import { z } from 'zod'

/** How front matter points to a file: its address alone, or with words beside it under one of the usual names. */
const text = z.string().trim().catch('')
const Reference = z
  .object({ src: text, url: text, path: text, file: text, address: text, image: text, alt: text, caption: text, credit: text, name: text, title: text, decorative: z.boolean().catch(false) })
  .partial()

export interface FileReference {
  readonly address: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
  readonly name: string
  readonly decorative: boolean
}

/** Null when a value points to no file. Of a list the first counts. */
export function fileReference(value: unknown): FileReference | null {
  if (Array.isArray(value)) return fileReference(value[0])
  const parsed = Reference.safeParse(typeof value === 'string' ? { src: value } : value)
  if (!parsed.success) return null
  const { src, url, path, file, address, image, alt = '', caption = '', credit = '', name, title, decorative = false } = parsed.data
  const found = [src, url, path, file, address, image].find((candidate) => candidate !== undefined && candidate !== '')
  return found === undefined ? null : { address: found, alt, caption, credit, name: name || title || '', decorative }
}
