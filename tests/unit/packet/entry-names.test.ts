import { expect, test } from 'vitest'
import { assetName, leadsOutside, revisionName, roleOf } from '../../../src/shared/packet/entry-names'
import { packetFileName } from '../../../src/main/packet/packet-file-name'
import { AssetHash, RevisionId } from '../../../src/shared/story/ids'

test('only names that packets have mean anything', () => {
  const [hash, revision] = [AssetHash.parse('a'.repeat(64)), RevisionId.parse('b'.repeat(64))]
  expect(roleOf(assetName(hash))).toMatchObject({ is: 'asset', hash })
  expect(roleOf(revisionName(revision))).toMatchObject({ is: 'revision', id: revision })
  for (const name of ['', 'Manifest.json', 'manifest.json/', './manifest.json', 'assets/', `assets/${'A'.repeat(64)}`, `assets/${hash}/`, `assets/../${hash}`, 'notes.txt']) expect(roleOf(name), name).toBeNull()
})

test('a name that leads out of a folder is told on every system', () => {
  for (const name of ['../x', 'a/../../x', '/etc/passwd', '\\x', 'a\\..\\x', 'C:\\x', 'c:x', 'a\0b']) expect(leadsOutside(name), name).toBe(true)
  for (const name of ['manifest.json', 'assets/ab', 'a..b', '...']) expect(leadsOutside(name), name).toBe(false)
})

test('a file is named after the story, in words that every system takes', () => {
  expect(packetFileName('Ferries: “all” night?')).toMatch(/^Ferries.*night.*\.copydesk$/)
  expect(packetFileName('Ferries/..\\all')).not.toMatch(/[\\/]/)
  expect(packetFileName('  ')).toBe('Story.copydesk')
  expect(packetFileName('x'.repeat(300)).length).toBeLessThanOrEqual(90)
  expect(packetFileName('بيان مجلس المدن')).toBe('بيان مجلس المدن.copydesk')
})
