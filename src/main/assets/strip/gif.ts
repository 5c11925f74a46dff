/** A GIF without comments and without what programs put into it for themselves. Undefined for what is not built as a GIF is (GIF89a, 17–26). */
export function strippedGif(bytes: Uint8Array): Uint8Array[] | undefined {
  const kept: Uint8Array[] = []
  let at = 13 + tableSize(bytes[10])
  kept.push(bytes.subarray(0, at))
  while (at < bytes.length) {
    const start = at
    const sign = bytes[at]
    if (sign === 0x3b) return [...kept, bytes.subarray(at, at + 1)]
    if (sign === 0x2c) at = endOfBlocks(bytes, at + 11 + tableSize(bytes[at + 9]))
    else if (sign === 0x21) at = endOfBlocks(bytes, at + 2)
    else return undefined
    if (sign === 0x2c || isNeeded(bytes.subarray(start, at))) kept.push(bytes.subarray(start, at))
  }
  return undefined
}

/** How many bytes of colours follow: the lowest three bits say how many there are. */
const tableSize = (flags = 0): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

function endOfBlocks(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
  return at + 1
}

/** How a frame is shown, words that are drawn, and how often an animation runs. */
function isNeeded(extension: Uint8Array): boolean {
  const [, label] = extension
  return label === 0xf9 || label === 0x01 || (label === 0xff && /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(String.fromCharCode(...extension.subarray(3, 14))))
}
