import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Crop, cropPixels, isWhole, turnedSize, wholePicture, type Turn } from '../../../src/shared/assets/crop'

const side = fc.integer({ min: 1, max: 20_000 })
const turn = fc.constantFrom<Turn>(0, 90, 180, 270)
const crop = fc
  .record({ turn, x: fc.double({ min: 0, max: 99.9, noNaN: true }), y: fc.double({ min: 0, max: 99.9, noNaN: true }), wide: fc.double({ min: 0.001, max: 1, noNaN: true }), high: fc.double({ min: 0.001, max: 1, noNaN: true }) })
  .map(({ x, y, wide, high, ...rest }): Crop => ({ ...rest, x, y, width: (100 - x) * wide, height: (100 - y) * high }))

test('whatever is cut, it lies in the picture and is at least a pixel', () => {
  fc.assert(
    fc.property(crop, side, side, (cut, width, height) => {
      const turned = turnedSize({ width, height }, cut.turn)
      const { left, top, ...part } = cropPixels(cut, { width, height })
      expect(left).toBeGreaterThanOrEqual(0)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(part.width).toBeGreaterThanOrEqual(1)
      expect(part.height).toBeGreaterThanOrEqual(1)
      expect(left + part.width).toBeLessThanOrEqual(turned.width)
      expect(top + part.height).toBeLessThanOrEqual(turned.height)
    }),
  )
})

test('the whole picture is every pixel of it, upright or lying', () => {
  expect(isWhole(wholePicture)).toBe(true)
  expect(cropPixels(wholePicture, { width: 640, height: 480 })).toEqual({ left: 0, top: 0, width: 640, height: 480 })
  expect(cropPixels({ ...wholePicture, turn: 90 }, { width: 640, height: 480 })).toEqual({ left: 0, top: 0, width: 480, height: 640 })
  expect(isWhole({ ...wholePicture, turn: 180 })).toBe(false)
})

test('a cut beyond the picture is none', () => {
  expect(Crop.safeParse({ turn: 0, x: 60, y: 0, width: 50, height: 100 }).success).toBe(false)
  expect(Crop.safeParse({ turn: 45, x: 0, y: 0, width: 50, height: 100 }).success).toBe(false)
  expect(Crop.safeParse({ turn: 0, x: 0, y: 0, width: 0, height: 100 }).success).toBe(false)
  expect(Crop.safeParse({ turn: 270, x: 33.3333, y: 0, width: 66.6667, height: 100 }).success).toBe(true)
})
