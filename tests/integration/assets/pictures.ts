import sharp, { type Sharp } from 'sharp'

/** Where a camera says that a picture was taken: the harbour of a town that is not there. */
const place = { IFD0: { Make: 'Seaview', Model: 'Harbourmaster 3', Artist: 'Nadia Haddad' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' } }

/** A picture whose left half is red and whose right half is blue. */
export const halves = (width: number, height: number): Sharp => {
  const red = { create: { width: Math.ceil(width / 2), height, channels: 3, background: '#d02020' } } as const
  return sharp({ create: { width, height, channels: 3, background: '#2020d0' } }).composite([{ input: red, left: 0, top: 0 }])
}

/** A photograph as a camera makes it: with its place, its camera and its maker, perhaps lying on its side. */
export async function photograph(width: number, height: number, { orientation = 1, format = 'jpeg' as 'jpeg' | 'png' | 'webp' | 'avif' } = {}): Promise<Buffer> {
  const flat = await halves(width, height).png().toBuffer()
  return sharp(flat).withMetadata({ orientation }).withExifMerge(place).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>').toFormat(format).toBuffer()
}

/** An animation of as many frames, each of another grey. */
export async function animation(width: number, height: number, frames: number): Promise<Buffer> {
  const pages = await Promise.all(Array.from({ length: frames }, (_, frame) => sharp({ create: { width, height, channels: 3, background: { r: frame * 40, g: frame * 40, b: frame * 40 } } }).png().toBuffer()))
  return sharp(pages, { join: { animated: true } }).gif({ delay: 120, loop: 0 }).toBuffer()
}
