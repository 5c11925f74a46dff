import { existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addAsset, assetLimit, assetPath, describeAsset, listAssets, readAsset } from '../../../src/main/store/assets'
import { deskOfTwo } from '../desk/people'
import { jpeg, pdf, png } from './files'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const failure = (code: string): unknown => expect.objectContaining({ failure: expect.objectContaining({ code }) })

test('a picture is kept under the hash of its bytes, with its type and size', async () => {
  const { desk } = deskOfTwo()
  const bytes = png(40, 30)

  const info = await addAsset(desk, { name: 'quay.png', bytes })

  expect(info).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), name: 'quay.png', mime: 'image/png', size: bytes.byteLength, width: 40, height: 30 })
  expect(describeAsset(desk.db, info.hash)).toEqual(info)
  expect(Buffer.from(await readAsset(desk, info.hash)).equals(bytes)).toBe(true)
  expect(assetPath(desk.path, info.hash)).toBe(path.join(desk.path, 'assets', info.hash.slice(0, 2), info.hash))
})

test('the same bytes are kept once, under the name that they came with first; whoever adds them again uses them under the name of theirs', async () => {
  const { desk } = deskOfTwo()
  const first = await addAsset(desk, { name: 'quay.png', bytes: png(4, 3) })
  const second = await addAsset(desk, { name: 'harbour.png', bytes: png(4, 3) })

  expect(second).toEqual({ ...first, name: 'harbour.png' })
  expect(listAssets(desk.db)).toEqual([first])
})

test.each([
  ['report.pdf', png(4, 3), 'image/png', 'report.png'],
  ['quay.png', jpeg(4, 3), 'image/jpeg', 'quay.jpg'],
  ['quay.JPEG', jpeg(4, 3), 'image/jpeg', 'quay.JPEG'],
  ['quay', pdf(), 'application/pdf', 'quay.pdf'],
  ['C:\\Users\\amina\\quay.png', png(4, 3), 'image/png', 'quay.png'],
  ['../../etc/quay.png', png(4, 3), 'image/png', 'quay.png'],
  ['quay\u202Egnp.exe', png(4, 3), 'image/png', 'quaygnp.png'],
  ['', png(4, 3), 'image/png', 'file.png'],
])('%j is taken for what its bytes are', async (name, bytes, mime, kept) => {
  const { desk } = deskOfTwo()
  expect(await addAsset(desk, { name, bytes })).toMatchObject({ mime, name: kept })
})

test('a photograph that lies on its side has the width and height that people see', async () => {
  const { desk } = deskOfTwo()
  expect(await addAsset(desk, { name: 'upright.jpg', bytes: jpeg(400, 300, 6) })).toMatchObject({ width: 300, height: 400 })
  expect(await addAsset(desk, { name: 'flat.jpg', bytes: jpeg(400, 300, 1) })).toMatchObject({ width: 400, height: 300 })
})

test.each([
  ['logo.svg', text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), /‘logo\.svg’ is an SVG drawing/],
  ['logo.png', text('\uFEFF<svg xmlns="http://www.w3.org/2000/svg"/>'), /‘logo\.png’ is an SVG drawing/],
  ['page.png', text('<!DOCTYPE html><script>alert(1)</script>'), /‘page\.png’ is a web page/],
  ['notes.txt', text('Only words'), /‘notes\.txt’ is of a type that Copydesk does not know/],
  ['setup.png', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), /‘setup\.png’ is a file of the type ‘exe’/],
])('%s is refused in words', async (name, bytes, words) => {
  const { desk } = deskOfTwo()
  await expect(addAsset(desk, { name, bytes })).rejects.toThrow(words)
  await expect(addAsset(desk, { name, bytes })).rejects.toThrow(failure('asset-type'))
  expect(listAssets(desk.db)).toEqual([])
})

test('a file over the limit is refused with its name and the limit; one at the limit is taken', async () => {
  const { desk } = deskOfTwo()
  const padded = (size: number): Uint8Array => Buffer.concat([pdf(), Buffer.alloc(size - pdf().byteLength)])

  await expect(addAsset(desk, { name: 'annual report.pdf', bytes: padded(assetLimit + 1) })).rejects.toThrow('‘annual report.pdf’ has 50.1 MB; a file may have up to 50 MB.')
  expect(existsSync(path.join(desk.path, 'assets')) && readdirSync(path.join(desk.path, 'assets'))).toEqual([])
  expect(await addAsset(desk, { name: 'annual report.pdf', bytes: padded(assetLimit) })).toMatchObject({ size: assetLimit })
})

test('an empty file and a damaged picture are refused', async () => {
  const { desk } = deskOfTwo()
  await expect(addAsset(desk, { name: 'nothing.png', bytes: new Uint8Array() })).rejects.toThrow('‘nothing.png’ is empty.')
  await expect(addAsset(desk, { name: 'half.jpg', bytes: jpeg(4, 3).subarray(0, 12) })).rejects.toThrow(/‘half\.jpg’ is damaged/)
})

test('a file that was changed or lost on the disk is never given out', async () => {
  const { desk } = deskOfTwo()
  const { hash } = await addAsset(desk, { name: 'quay.png', bytes: png(4, 3) })
  const file = assetPath(desk.path, hash)

  truncateSync(file, statSync(file).size - 1)
  await expect(readAsset(desk, hash)).rejects.toThrow(/‘quay\.png’ .* was changed or damaged/)
  rmSync(file)
  await expect(readAsset(desk, hash)).rejects.toThrow(/‘quay\.png’ is missing/)
})

test('adding a file again mends a damaged copy', async () => {
  const { desk } = deskOfTwo()
  const bytes = png(4, 3)
  const { hash } = await addAsset(desk, { name: 'quay.png', bytes })
  writeFileSync(assetPath(desk.path, hash), 'something else')

  await addAsset(desk, { name: 'quay.png', bytes })

  expect(Buffer.from(await readAsset(desk, hash)).equals(bytes)).toBe(true)
})
