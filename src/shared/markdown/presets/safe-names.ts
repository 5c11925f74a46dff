import type { RevisionAsset } from '../../story/revision'
import { isSlug, slugFrom } from '../../story/slug'

/** Names that Windows keeps for devices, with any ending. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i
/** In bytes of UTF-8: file systems take 255, and dates, numbers and endings are added. */
const longest = 180
const utf8 = new TextEncoder()

/** A part of a path that every system takes: letters and digits joined by hyphens, no device's name, not too long. */
export function safePart(text: string): string {
  const part = cut((isSlug(text) ? text : slugFrom(text, 200)).normalize('NFC'))
  return devices.test(part) ? `${part}-story` : part
}

function cut(text: string): string {
  let end = text.length
  while (utf8.encode(text.slice(0, end)).length > longest) end -= 1
  // Not between the two halves of one character.
  if (/[\ud800-\udbff]$/.test(text.slice(0, end))) end -= 1
  return text.slice(0, end).replace(/-+$/, '')
}

/** A name for each file of a page by its hash: readable, safe on every system, and none twice. */
export function fileNames(assets: readonly RevisionAsset[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { hash, name } of assets) {
    const [, stem = name, ending = ''] = /^(.+)\.([a-z0-9]{1,8})$/i.exec(name) ?? []
    const base = safePart(stem)
    const withNumber = (count: number): string => `${count === 1 ? base : `${base}-${count}`}${ending && `.${ending.toLowerCase()}`}`
    let count = 1
    while (taken.has(withNumber(count).toLowerCase())) count += 1
    taken.add(withNumber(count).toLowerCase())
    names.set(hash, withNumber(count))
  }
  return names
}
