/** Chunks that say something about a picture, its maker or its place, and nothing that changes how it looks. */
const words: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'])

/** A PNG without texts, times and camera data. Undefined for what is not built as a PNG is (W3C PNG, 5). */
export function strippedPng(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return undefined
    // Private chunks are known to nobody but the program that wrote them.
    const isPrivate = /^.[a-z]/.test(type)
    if (!words.has(type) && !isPrivate) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return kept
    at = end
  }
  return undefined
}
