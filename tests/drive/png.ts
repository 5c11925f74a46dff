import { crc32, deflateSync } from 'node:zlib'

/**
 * A PNG that is valid to its last byte.
 * @param pixels Row by row: one byte a pixel for greys, or three for red, green and blue.
 */
export function pngOf(width: number, height: number, pixels: Uint8Array): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, pixels.length === width * height ? 0 : 2, 0, 0, 0], 8)
  const bytesPerRow = pixels.length / height
  const rows = Buffer.alloc(pixels.length + height)
  // Each row begins with the filter that it is stored with: none.
  for (let row = 0; row < height; row++) rows.set(pixels.subarray(row * bytesPerRow, (row + 1) * bytesPerRow), row * (bytesPerRow + 1) + 1)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
