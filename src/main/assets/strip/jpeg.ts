/**
 * A JPEG with nothing in it but the picture, its colour profile and what is needed to show them: the pixels stay as they are,
 * to the bit. Undefined for what is not built as a JPEG is (ITU T.81, B.1).
 */
export function strippedJpeg(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== soi) return undefined
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    // What stands after the picture's end, films and other pictures, is no part of it.
    else if (marker === eoi) return [...kept, bytes.subarray(at, at + 2)]
    else {
      const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
      if (end < at + 4 || end > bytes.length) return undefined
      const next = marker === sos ? endOfScan(bytes, end) : end
      if (isNeeded(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, next))
      at = next
    }
  }
  return undefined
}

const soi = 0xd8
const eoi = 0xd9
const sos = 0xda

/** Application data and comments are left out, apart from what changes how the picture looks. */
function isNeeded(marker: number, data: Uint8Array): boolean {
  if (marker === 0xe0) return starts(data, 'JFIF\0')
  if (marker === 0xe2) return starts(data, 'ICC_PROFILE\0')
  if (marker === 0xee) return starts(data, 'Adobe')
  return !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe
}

const starts = (data: Uint8Array, words: string): boolean => [...words].every((letter, index) => data[index] === letter.charCodeAt(0))

/** The next marker after coded pixels: 0xff before a zero or a restart is a part of them. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}
