/**
 * A text file's text, by its byte order mark, by the encoding that it declares, or by what its bytes can be: UTF-8 and,
 * failing that, windows-1252. Null when it is no text.
 * @param declared The name of an encoding that something outside the bytes gives.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string | null {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return decode(bytes, mark)
  if (looksBinary(bytes)) return null
  const named = declared ?? declaredEncoding(bytes)
  if (named !== null) {
    const text = decode(bytes, named)
    if (text !== null) return text
  }
  return decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252')
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/** Text has no NUL, and hardly any control characters besides tab and line ends. */
function looksBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 65_536)
  const controls = start.reduce((count, byte) => (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27 ? count + 1 : count), 0)
  return start.includes(0) || controls * 50 > start.length
}

/** What a page says in a meta element or an XML declaration in its first kilobytes (HTML, 13.2.3.2). */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const found = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start) ?? /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(start)
  return found?.[1] ?? null
}

/** Null when the encoding is unknown or the bytes are not of it. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
