import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNames, isPlainFileName } from '../../../src/shared/packet/file-names'
import { AssetHash, KindId, StoryId } from '../../../src/shared/story/ids'
import type { Revision } from '../../../src/shared/story/revision'

const hash = (digit: string): AssetHash => AssetHash.parse(digit.repeat(64))
const version = (names: Readonly<Record<string, string>>): Revision => ({
  format: 'copydesk.revision/1',
  story: StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01'),
  kind: KindId.parse('statement'),
  fields: {},
  body: { type: 'doc' },
  assets: Object.entries(names).map(([digit, name]) => ({ hash: hash(digit), name, mime: 'image/png', size: 1 })),
})

test('a file goes by its name in the version before the reviewers, then in what was approved, then by that of its home', () => {
  const names = fileNames([version({ a: 'submitted.png' }), version({ a: 'approved.png', b: 'approved.png' })], new Map([[hash('a'), 'home.png'], [hash('b'), 'home.png'], [hash('c'), 'home.png']]))
  expect([...names].sort()).toEqual([[hash('a'), 'submitted.png'], [hash('b'), 'approved.png'], [hash('c'), 'home.png']])
})

test('a name is only a name: nothing in it leads to another folder or hides a part of it', () => {
  for (const name of ['harbour.png', 'Ata da reunião (2).pdf', '.hidden', 'صورة.png', '..png']) expect(isPlainFileName(name), name).toBe(true)
  for (const name of ['', '.', '..', 'a/b.png', 'a\\b.png', 'a\0.png', 'a\n.png', 'gnp.\u202eexe', ' a.png', 'a.png ', 'a'.repeat(256)]) expect(isPlainFileName(name), JSON.stringify(name)).toBe(false)
  fc.assert(fc.property(fc.string(), (name) => !isPlainFileName(name) || !/[/\\\0]/.test(name)))
})
