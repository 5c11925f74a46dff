import { expect, test } from 'vitest'
import { renderBody } from '../../../src/shared/html/render-body'
import { heroFigure } from '../../../src/shared/html/render-story'
import type { PictureSources } from '../../../src/shared/html/render/picture'
import { Revision, revisionId } from '../../../src/shared/story/revision'

const asset = 'ab'.repeat(32)
const figure = (attrs: Record<string, unknown> = {}) => ({ type: 'doc', content: [{ type: 'figure', attrs: { asset, alt: 'Ships & gulls', ...attrs } }] })
const address = (hash: string): string => `files/${hash.slice(0, 4)}`
const sources = (widths: readonly number[]): PictureSources => ({ width: 2000, height: 1000, smaller: widths.map((width) => ({ address: `files/abab?size=${width}&x`, width })) })

test('a picture without smaller ones is written as ever', () => {
  const plain = renderBody(figure(), { assetAddress: address })
  expect(plain).toBe('<figure>\n<img src="files/abab" alt="Ships &amp; gulls">\n</figure>\n')
  expect(renderBody(figure(), { assetAddress: address, pictureSources: () => null })).toBe(plain)
})

test('where smaller ones are, a browser takes the size that it needs, and knows the room before it comes', () => {
  expect(renderBody(figure(), { assetAddress: address, pictureSources: () => sources([1600, 400]) })).toBe(
    '<figure>\n<picture>\n<source type="image/webp" srcset="files/abab?size=1600&amp;x 1600w, files/abab?size=400&amp;x 400w" sizes="(max-width: 720px) 100vw, 720px">\n<img src="files/abab" alt="Ships &amp; gulls" width="2000" height="1000">\n</picture>\n</figure>\n',
  )
  expect(renderBody(figure({ width: 'full' }), { assetAddress: address, pictureSources: () => sources([400]) })).toContain('sizes="100vw"')
})

test('a picture so small that none was made of it has its size', () => {
  expect(renderBody(figure(), { assetAddress: address, pictureSources: () => sources([]) })).toBe('<figure>\n<img src="files/abab" alt="Ships &amp; gulls" width="2000" height="1000">\n</figure>\n')
})

const revision = (image: Record<string, unknown>) => Revision.parse({ format: 'copydesk.revision/1', story: '3a0b5f86-58c4-4c5c-9f5d-4d39dbd1a7f1', kind: 'announcement', fields: { heroImage: image }, body: { type: 'doc' }, assets: [] })
const image = { asset, alt: 'Ships', decorative: false, caption: '', credit: '' }

test('a lead image keeps in sight what it was told to', () => {
  expect(heroFigure(revision(image), { assetAddress: address })).not.toContain('object-position')
  expect(heroFigure(revision({ ...image, focus: { x: 20, y: 75 } }), { assetAddress: address })).toContain('object-position: 20% 75%')
})

test('an image that says nothing of it has the same name as before there was anything to say', () => {
  // SHA-256 of the canonical JSON without a focus, made by hand.
  expect(revisionId(revision(image))).toBe('210e602921ffd58ce1025fa6052f21387227c4c1a8246311ff0ea5a7b75d8ff8')
})
