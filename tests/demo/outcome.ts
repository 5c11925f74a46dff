import type { Page } from '@playwright/test'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Answer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: z.object({ message: z.string() }) })])
const Rows = z.object({ rows: z.array(z.object({ id: z.string(), headline: z.string() })) })
const Status = z.object({
  id: z.string(),
  shown: z.string(),
  row: z.object({ headline: z.string() }),
  workflow: z.object({ approvedRevision: z.string().nullable() }),
  deliveries: z.array(z.object({ id: z.string(), state: z.string(), revision: z.string(), receipt: z.looseObject({ remoteId: z.string() }).nullable() })),
})
type Status = z.infer<typeof Status>
const Manifest = z.object({ files: z.array(z.object({ path: z.string(), story: z.string() })) })

/** What became of one story of the desk. */
export interface Outcome {
  readonly headline: string
  readonly state: string
  /** The approved revision; empty when none was approved. */
  readonly revision: string
  /** The files that were exported of it, as paths in the exported folder. */
  readonly files: readonly string[]
  readonly remoteIds: readonly string[]
  /** Whether the endpoint has it. */
  readonly received: boolean
}

/** Asks the app through its own contract, as the window does. */
async function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  const answer = Answer.parse(
    await page.evaluate(
      ({ name, input }) => {
        const bridge: { call(name: string, input: unknown): Promise<unknown> } = Reflect.get(globalThis, 'copydesk')
        return bridge.call(name, input)
      },
      { name, input },
    ),
  )
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

/** What became of every story: from the desk itself, the exported folder's manifest, and the files that the endpoint keeps. */
export async function readOutcome(page: Page, places: { readonly markdown: string; readonly endpoint: string; readonly receipts: string }): Promise<Outcome[]> {
  const { rows } = Rows.parse(await ask(page, 'story.list', { view: 'all', search: '', kind: null, offset: 0, limit: 100 }))
  const manifest = Manifest.parse(JSON.parse(readFileSync(path.join(places.markdown, '.copydesk-manifest.json'), 'utf8')))
  const stories = path.join(places.endpoint, 'stories')
  const received = existsSync(stories) ? readdirSync(stories) : []
  mkdirSync(places.receipts, { recursive: true })
  const outcomes: Outcome[] = []
  for (const { id } of rows) {
    const status = Status.parse(await ask(page, 'story.status', { id }))
    keepReceipts(places.receipts, status)
    outcomes.push({
      headline: status.row.headline,
      state: status.shown,
      revision: status.workflow.approvedRevision ?? '',
      files: manifest.files.filter(({ story }) => story === id).map((file) => file.path),
      remoteIds: status.deliveries.flatMap(({ receipt }) => (receipt === null ? [] : [receipt.remoteId])),
      received: received.includes(`${id}.json`),
    })
  }
  return outcomes
}

function keepReceipts(folder: string, { deliveries, row }: Status): void {
  for (const { id, state, revision, receipt } of deliveries) {
    if (receipt !== null) writeFileSync(path.join(folder, `${id}.json`), `${JSON.stringify({ headline: row.headline, state, revision, receipt }, null, 2)}\n`)
  }
}

/** @throws Error when something left the desk that was never approved, or something approved did not. */
export function refuseLeaks(outcomes: readonly Outcome[]): void {
  const leaked = outcomes.filter(({ revision, files, remoteIds, received }) => revision === '' && (files.length > 0 || remoteIds.length > 0 || received))
  const held = outcomes.filter(({ revision, files, received }) => revision !== '' && (files.length === 0 || !received))
  if (leaked.length > 0) throw new Error(`Left the desk without approval: ${leaked.map(({ headline }) => headline).join(', ')}`)
  if (held.length > 0) throw new Error(`Approved, and yet not everywhere: ${held.map(({ headline }) => headline).join(', ')}`)
}
