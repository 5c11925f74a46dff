import { pngOf } from '../../drive/png'

/** A PNG of one grey, of any size. */
export const png = (width: number, height: number, shade = 128): Uint8Array => pngOf(width, height, Buffer.alloc(width * height, shade))

/** A JPEG's markers without its picture, lying on its side when `orientation` says so: enough to tell type and size. */
export function jpeg(width: number, height: number, orientation = 1): Uint8Array {
  const size = Buffer.alloc(4)
  size.writeUInt16BE(height, 0)
  size.writeUInt16BE(width, 2)
  const frame = Buffer.concat([Buffer.from([0xff, 0xc0, 0, 11, 8]), size, Buffer.from([1, 1, 0x11, 0])])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif(orientation), frame, Buffer.from([0xff, 0xd9])])
}

function exif(orientation: number): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.from([0xff, 0xe1]), length, body])
}

export const pdf = (): Uint8Array => Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n', 'latin1')
