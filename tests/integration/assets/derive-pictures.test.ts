import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { derivePictures } from '../../../src/main/assets/derive-pictures'
import { prepareBehind } from '../../../src/main/assets/prepare-behind'
import { picturesHere } from '../../../src/main/assets/pictures'
import { readThumbnail } from '../../../src/main/assets/read-thumbnail'
import { takeFile } from '../../../src/main/assets/take-file'
import { verifyDesk } from '../../../src/main/desk/verify'
import { nextToPrepare, variantFolder, variantsOf } from '../../../src/main/store/asset-variants'
import { describeAsset } from '../../../src/main/store/assets'
import type { AssetHash } from '../../../src/shared/story/ids'
import { deskOfTwo, temporaryFolder, type TestDesk } from '../desk/people'
import { animation, halves, photograph } from './pictures'

async function derivedFrom(bytes: Uint8Array, mime: string) {
  const folder = temporaryFolder()
  const file = path.join(folder, 'original')
  writeFileSync(file, bytes)
  return { derived: await derivePictures({ mime, file, folder: path.join(folder, 'derived') }), folder: path.join(folder, 'derived') }
}

test('a wide picture gets three sizes, each as WebP and in its own format', async () => {
  const { derived, folder } = await derivedFrom(await halves(2000, 1000).jpeg().toBuffer(), 'image/jpeg')
  expect(derived.variants.map(({ width, height, format }) => `${format} ${width} × ${height}`)).toEqual(['webp 1600 × 800', 'jpeg 1600 × 800', 'webp 800 × 400', 'jpeg 800 × 400', 'webp 400 × 200', 'jpeg 400 × 200'])
  for (const { width, height, format, size } of derived.variants) {
    const file = readFileSync(path.join(folder, `${width}.${format}`))
    expect(file.length).toBe(size)
    expect(await sharp(file).metadata()).toMatchObject({ width, height, format })
  }
})

test.each([
  [1600, [800, 400]],
  [801, [800, 400]],
  [800, [400]],
  [400, []],
  [12, []],
])('a picture %i pixels wide is never enlarged', async (width, widths) => {
  const { derived } = await derivedFrom(await halves(width, 60).png().toBuffer(), 'image/png')
  expect([...new Set(derived.variants.map((variant) => variant.width))]).toEqual(widths)
})

test('an animation stays one in every size', async () => {
  const { derived, folder } = await derivedFrom(await animation(500, 300, 3), 'image/gif')
  expect(derived.variants.map(({ width, height, format }) => [width, height, format])).toEqual([[400, 240, 'webp'], [400, 240, 'gif']])
  for (const format of ['webp', 'gif']) expect((await sharp(path.join(folder, `400.${format}`), { animated: true }).metadata()).pages).toBe(3)
})

test('a PDF gets its pages counted and its first page as a picture', async () => {
  const { derived, folder } = await derivedFrom(readFileSync('resources/sample/files/welcoming-harbours-2026.pdf'), 'application/pdf')
  expect(derived.pages).toBe(2)
  expect(derived.variants.map(({ width, format }) => `${format} ${width}`)).toEqual(['webp 800', 'webp 400'])
  const { channels, dominant, entropy } = await sharp(path.join(folder, '400.webp')).stats()
  expect(channels).toHaveLength(3)
  expect(entropy).toBeGreaterThan(0.1)
  expect(dominant.r + dominant.g + dominant.b).toBeGreaterThan(0)
})

test('a document has no pictures, and a PDF that can’t be read has no pages', async () => {
  expect((await derivedFrom(new Uint8Array([80, 75, 3, 4]), 'application/zip')).derived).toEqual({ variants: [], pages: null })
  await expect(derivedFrom(Buffer.from('%PDF-1.7\nnothing'), 'application/pdf')).rejects.toThrow()
})

async function prepared(made: TestDesk): Promise<AssetHash[]> {
  const told: AssetHash[] = []
  const preparing = prepareBehind(made.desk, picturesHere, (hashes) => told.push(...hashes))
  preparing.start()
  await expect.poll(() => nextToPrepare(made.desk.db), { timeout: 10_000 }).toBeUndefined()
  await preparing.stop()
  return told
}

test('pictures are made behind, told of, and shown by their size', async () => {
  const made = deskOfTwo()
  const { hash } = await takeFile(made.desk, { name: 'quay.jpg', bytes: await photograph(1000, 500) }, picturesHere)
  expect(await readThumbnail(made.desk, hash, 400)).toBeUndefined()

  expect(await prepared(made)).toEqual([hash])

  const small = await readThumbnail(made.desk, hash, 400)
  expect(small?.mime).toBe('image/webp')
  expect((await sharp(small?.bytes).metadata()).width).toBe(400)
  // It is no wider than that: nothing was made, and nothing is needed.
  expect((await sharp((await readThumbnail(made.desk, hash, 1600))?.bytes).metadata()).width).toBe(1000)
})

test('what is derived is no part of the desk’s truth: verification says nothing of it, there or gone, and it is made again', async () => {
  const made = deskOfTwo()
  const { hash } = await takeFile(made.desk, { name: 'quay.png', bytes: await halves(900, 300).png().toBuffer() }, picturesHere)
  await prepared(made)
  expect((await verifyDesk(made.folder, { rebuild: false })).ok).toBe(true)

  rmSync(variantFolder(made.folder, hash), { recursive: true })
  expect((await verifyDesk(made.folder, { rebuild: false })).ok).toBe(true)
  expect(await readThumbnail(made.desk, hash, 400)).toBeUndefined()
  await prepared(made)
  expect(readdirSync(variantFolder(made.folder, hash)).sort()).toEqual(['400.png', '400.webp', '800.png', '800.webp'])
})

test('a file of which no picture can be made is tried once, and the others go on', async () => {
  const made = deskOfTwo()
  const broken = await takeFile(made.desk, { name: 'broken.pdf', bytes: Buffer.from('%PDF-1.7\nnothing') }, picturesHere)
  const whole = await takeFile(made.desk, { name: 'report.pdf', bytes: readFileSync('resources/sample/files/welcoming-harbours-2026.pdf') }, picturesHere)
  await prepared(made)
  expect(variantsOf(made.desk.db, broken.hash)).toEqual([])
  expect(describeAsset(made.desk.db, broken.hash)?.pages).toBeUndefined()
  expect(describeAsset(made.desk.db, whole.hash)?.pages).toBe(2)
})
