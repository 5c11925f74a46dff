import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cleanPicture } from '../../../src/main/assets/clean-picture'
import { pixelLimit } from '../../../src/main/assets/picture-limits'
import { pngOf } from '../../drive/png'
import { animation, halves, photograph } from './pictures'

const clean = (bytes: Uint8Array, mime = 'image/jpeg', name = 'harbour.jpg') => cleanPicture({ name, mime, bytes })
const pixels = (bytes: Uint8Array) => sharp(bytes, { animated: true }).raw().toBuffer()

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a photograph in %s loses its place, camera and maker', async (format) => {
  const taken = await photograph(600, 400, { format })
  expect((await sharp(taken).metadata()).exif).toBeDefined()
  const cleaned = await clean(taken, `image/${format}`)
  const { exif, xmp, iptc, width, height } = await sharp(cleaned ?? taken).metadata()
  expect({ exif, xmp, iptc, width, height }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, width: 600, height: 400 })
  const text = Buffer.from(cleaned ?? taken).toString('latin1')
  for (const word of ['Seaview', 'Harbourmaster', 'Haddad', 'xmpmeta', 'GPS']) expect(text).not.toContain(word)
})

test.each(['jpeg', 'png', 'webp'] as const)('no pixel of an upright photograph in %s changes', async (format) => {
  const taken = await photograph(317, 211, { format })
  const cleaned = await clean(taken, `image/${format}`)
  expect(await pixels(cleaned ?? new Uint8Array())).toEqual(await pixels(taken))
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a photograph with orientation %i is upright afterwards', async (orientation) => {
  const taken = await photograph(640, 320, { orientation })
  const cleaned = (await clean(taken)) ?? taken
  const seen = await sharp(taken).autoOrient().resize(16, 16, { fit: 'fill' }).raw().toBuffer()
  const { orientation: left, width, height } = await sharp(cleaned).metadata()
  expect(left ?? 1).toBe(1)
  expect([width, height]).toEqual(orientation >= 5 ? [320, 640] : [640, 320])
  const now = await sharp(cleaned).resize(16, 16, { fit: 'fill' }).raw().toBuffer()
  expect(Math.max(...now.map((value, index) => Math.abs(value - (seen[index] ?? 0))))).toBeLessThan(24)
})

test('a picture that says nothing of itself keeps its bytes', async () => {
  expect(await clean(await halves(300, 200).jpeg().toBuffer())).toBeNull()
  expect(await clean(pngOf(8, 8, Buffer.alloc(64, 90)), 'image/png')).toBeNull()
  expect(await clean(await animation(20, 20, 3), 'image/gif')).toBeNull()
  expect(await clean(await halves(300, 200).webp().toBuffer(), 'image/webp')).toBeNull()
})

test('a cleaned picture is clean: the same file added again is the same file', async () => {
  const cleaned = await clean(await photograph(320, 200))
  expect(await clean(cleaned ?? new Uint8Array())).toBeNull()
})

test('a colour profile stays with pixels that stay', async () => {
  const flat = await halves(64, 64).png().toBuffer()
  const taken = await sharp(flat).withIccProfile('p3').withExif({ IFD0: { Make: 'Seaview' } }).jpeg().toBuffer()
  const cleaned = await clean(taken)
  expect((await sharp(cleaned ?? taken).metadata()).icc).toEqual((await sharp(taken).metadata()).icc)
})

test('what stands behind the picture’s end goes, and so do comments', async () => {
  const plain = await halves(64, 64).jpeg().toBuffer()
  const comment = Buffer.from([0xff, 0xfe, 0, 12, ...Buffer.from('lat 51.507')])
  const busy = Buffer.concat([plain.subarray(0, 2), comment, plain.subarray(2), Buffer.from('a film of the moment before')])
  expect(Buffer.from((await clean(busy)) ?? [])).toEqual(plain)
})

test('an animation keeps its frames and loses its comment', async () => {
  const plain = await animation(24, 16, 4)
  const comment = Buffer.from([0x21, 0xfe, 5, ...Buffer.from('51.50'), 0])
  const busy = Buffer.concat([plain.subarray(0, -1), comment, plain.subarray(-1)])
  const cleaned = (await clean(busy, 'image/gif')) ?? busy
  expect(Buffer.from(cleaned)).toEqual(plain)
  expect((await sharp(cleaned, { animated: true }).metadata()).pages).toBe(4)
})

test('a picture that breaks off is refused by its name', async () => {
  const whole = await photograph(900, 700)
  await expect(clean(whole.subarray(0, whole.length / 2), 'image/jpeg', 'quay.jpg')).rejects.toThrow('‘quay.jpg’ is damaged')
})

test('a picture with more pixels than anybody can open is refused before it is opened', async () => {
  const side = Math.ceil(Math.sqrt(pixelLimit)) + 1
  const bomb = pngOf(1, 1, Buffer.alloc(1))
  bomb.writeUInt32BE(side, 16)
  bomb.writeUInt32BE(side, 20)
  // Its sum is that of the size that it claims.
  const { crc32 } = await import('node:zlib')
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
  await expect(clean(bomb, 'image/png', 'bomb.png')).rejects.toMatchObject({ failure: { code: 'picture-too-large', place: 'bomb.png' } })
})

test('whatever a file holds, it is cleaned or refused in words', async () => {
  const whole = await photograph(80, 60)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 12 }), async (at, noise) => {
      const broken = Buffer.from(whole)
      broken.set(noise.subarray(0, broken.length - at), at)
      const cleaned = await clean(broken).catch((error: unknown) => String(error))
      if (typeof cleaned === 'string') expect(cleaned).toMatch(/harbour\.jpg/)
      else expect((await sharp(cleaned ?? broken).metadata()).exif).toBeUndefined()
    }),
    { numRuns: 60 },
  )
}, 30_000)
