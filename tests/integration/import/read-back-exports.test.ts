import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvedStories } from '../../../src/main/desk/approved-stories'
import { exportStories } from '../../../src/main/export/export-stories'
import { importFile } from '../../../src/main/import/import-file'
import { createSampleDesk, type SampleDesk } from '../../../src/main/import/sample-desk'
import { readAsset } from '../../../src/main/store/assets'
import { snapshot } from '../../../src/main/store/snapshot'
import { loadStory } from '../../../src/main/store/stories'
import type { PresetName } from '../../../src/shared/presets'
import type { Revision } from '../../../src/shared/story/revision'
import { deskOfTwo } from '../desk/people'

const place = mkdtempSync(path.join(os.tmpdir(), 'copydesk-read-back-'))
let sample: SampleDesk
beforeAll(async () => void (sample = await createSampleDesk(path.join(place, 'Sample desk'), path.join(import.meta.dirname, '../../../resources/sample'))))
afterAll(() => {
  sample.desk.close()
  rmSync(place, { recursive: true, force: true })
})

const presets: readonly PresetName[] = ['hugo', 'jekyll', 'eleventy', 'astro']

describe.each(presets)('what was exported for %s', (preset) => {
  const exported = async (): Promise<string[]> => {
    const folder = path.join(place, preset)
    const { stories } = approvedStories(sample.desk, null)
    const summary = await exportStories({ folder, preset, stories, all: true, readAsset: (hash) => readAsset(sample.desk, hash) })
    expect(summary.problems).toEqual([])
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name.endsWith('.md'))
      .map((entry) => path.join(entry.parentPath, entry.name))
  }

  test('reads back as the same stories: kind, fields, text and files', async () => {
    const other = deskOfTwo()
    const byHeadline = new Map(approvedStories(sample.desk, null).stories.map(({ revision }) => [revision.fields['headline'], revision]))
    for (const file of await exported()) {
      const report = await importFile(other.desk, { file, by: other.amina.member.id })
      expect(report.problems).toEqual([])
      const [story] = report.created.map(({ story: id }) => snapshot(other.desk, id, loadStory(other.desk.db, id)))
      const original = byHeadline.get(story?.fields['headline'] ?? '')
      expect(original).toBeDefined()
      if (story && original) expect(comparable(story)).toEqual(comparable(original))
      byHeadline.delete(story?.fields['headline'] ?? '')
    }
    expect([...byHeadline.keys()]).toEqual([])
  })

  test('is known on the desk that it came from', async () => {
    const [file = ''] = await exported()
    const report = await importFile(sample.desk, { file, by: sample.identities[0].member.id })
    expect(report.created).toEqual([])
    expect(report.problems.map(({ code }) => code)).toEqual(['import-already-here'])
  })
})

/** All but what is a desk's own (the story's id) and the names of files, which an export makes safe for every system. */
function comparable({ kind, fields, body, assets }: Revision): unknown {
  return { kind, fields: { ...fields, report: fileHash(fields['report']) }, body: JSON.parse(JSON.stringify(body)), assets: assets.map(({ hash, mime }) => ({ hash, mime })) }
}

function fileHash(value: unknown): string {
  return typeof value === 'object' && value !== null && 'asset' in value ? String(value.asset) : ''
}
