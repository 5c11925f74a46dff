import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvedStories } from '../../../src/main/desk/approved-stories'
import { openDesk } from '../../../src/main/desk/desk'
import { kindNamed } from '../../../src/main/desk/kinds'
import { verifyDesk } from '../../../src/main/desk/verify'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { createSampleDesk, type SampleDesk } from '../../../src/main/import/sample-desk'
import { describeAsset } from '../../../src/main/store/assets'
import { snapshot } from '../../../src/main/store/snapshot'
import { loadStory, storyIds } from '../../../src/main/store/stories'
import { listStories } from '../../../src/main/store/story-lists'
import type { Finding } from '../../../src/shared/checks/finding'
import { preflight } from '../../../src/shared/checks/preflight'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import type { StoryRow, StoryView } from '../../../src/shared/ipc'
import { AssetHash, Instant, type StoryId } from '../../../src/shared/story/ids'

const resources = path.join(import.meta.dirname, '../../../resources/sample')
const place = mkdtempSync(path.join(os.tmpdir(), 'copydesk-sample-'))
const folder = path.join(place, 'Sample desk')
let sample: SampleDesk
beforeAll(async () => void (sample = await createSampleDesk(folder, resources)))
afterAll(() => {
  sample.desk.close()
  rmSync(place, { recursive: true, force: true })
})

function rowsOf(view: StoryView): StoryRow[] {
  const [{ member }] = sample.identities
  return listStories(sample.desk.db, { view, search: '', kind: null, offset: 0, limit: 100, member: member.id }).rows
}

function findingsOf(id: StoryId): Finding[] {
  const { desk } = sample
  const { fields, body, kind } = snapshot(desk, id, loadStory(desk.db, id))
  return preflight({ kind: kindNamed(desk, kind), fields, body, now: Instant.parse(new Date().toISOString()), policy: desk.policy, purpose: 'submit', assetMime: (hash) => describeAsset(desk.db, AssetHash.parse(hash))?.mime })
}

describe('the sample desk', () => {
  test('has three people with their keys', () => {
    expect(sample.identities.map(({ member }) => member.name)).toEqual(['Amina Okafor', 'Tomás Herrera', 'Leila Haddad'])
    expect(sample.desk.members.map(({ id }) => id).sort()).toEqual(sample.identities.map(({ member }) => member.id).sort())
  })

  test('has a story of each kind, and one in each state that three people can reach without publishing', () => {
    const all = [...rowsOf('all'), ...rowsOf('archived')]
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(defaultKinds.map(({ id }) => id)))
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['draft', 'inReview', 'changesRequested', 'approved', 'scheduled', 'archived']))
    expect(all.some(({ state, changedSinceApproval }) => state === 'approved' && changedSinceApproval)).toBe(true)
    expect(new Set(all.map(({ language }) => language))).toEqual(new Set(['en-GB', 'es', 'ar']))
  })

  test('is what its log says: nothing in it is rejected, and verification finds no fault', async () => {
    for (const id of storyIds(sample.desk.db)) expect(workflowOf(sample.desk, id, loadStory(sample.desk.db, id)).rejected).toEqual([])
    const { stories, skipped } = approvedStories(sample.desk, null)
    expect(stories).toHaveLength(6)
    expect(skipped).toEqual([])
    sample.desk.close()
    const report = await verifyDesk(folder, { rebuild: false })
    expect(report.lines.flatMap(({ faults }) => faults)).toEqual([])
    sample = { ...sample, desk: openDesk(folder) }
  })

  test('passes preflight in all that was submitted', () => {
    for (const { id, headline } of rowsOf('all').filter(({ state }) => state !== 'draft')) expect({ headline, findings: findingsOf(id) }).toEqual({ headline, findings: [] })
  })

  test('has something to do: a draft without the alternative text of its image', () => {
    const draft = rowsOf('myDrafts').find(({ headline }) => headline.startsWith('Celebrating'))
    expect(draft && findingsOf(draft.id).map(({ check }) => check)).toEqual(['alt-text'])
  })
})

test('a sample desk that could not be finished leaves no folder that looks like one', async () => {
  const broken = path.join(place, 'broken')
  mkdirSync(broken, { recursive: true })
  writeFileSync(path.join(broken, 'exchange-2025.md'), '---\ntitle: Only one\n---\n\nText.\n')
  await expect(createSampleDesk(path.join(place, 'Never'), broken)).rejects.toThrow(/can’t be read|could not be read/)
  expect(existsSync(path.join(place, 'Never'))).toBe(false)
})
