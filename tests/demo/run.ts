import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openApp, root, type OpenedApp } from '../drive/open-app.ts'
import { restEndpoint } from '../drive/rest-endpoint.ts'
import { startWordPress } from '../drive/wordpress.ts'
import { importPage, makeDesk } from './desk.ts'
import { readOutcome, refuseLeaks, type Outcome } from './outcome.ts'
import { buildWithHugo, exportForHugo, hugoVersion, previewBothSurfaces } from './outputs.ts'
import { publishThroughACrash, publishToWordPress } from './publishing.ts'
import { draftReviewAndApprove, approvedHeadlines } from './review.ts'
import { tellSteps, textTable } from './steps.ts'

const out = path.join(root, 'out/demo')
const places = { desk: path.join(out, 'desk'), markdown: path.join(out, 'hugo'), site: path.join(out, 'hugo-site'), endpoint: path.join(out, 'endpoint'), receipts: path.join(out, 'receipts'), userData: path.join(out, 'user-data') }
const token = 'only-for-this-demo'

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const steps = tellSteps(path.join(out, 'screenshots'))
const { step, picture, seconds } = steps

const endpoint = await restEndpoint(places.endpoint, token)
const wordpress = process.argv.includes('--wordpress') ? await step('Set up a real WordPress', () => startWordPress(['pretty'])) : undefined
const opened = await step('Open Copydesk', () => openApp({ userData: places.userData, size: { width: 1440, height: 900 } }))
console.log(`    Electron ${opened.electron}`)
try {
  const outcomes = await demonstrate(opened)
  tell(outcomes)
} catch (error) {
  await picture(opened.page, 'failed').catch(() => {})
  console.error(opened.errors().split('\n').filter((line) => !/dbus|gpu|vaapi|viz_main/i.test(line)).slice(-20).join('\n'))
  throw error
} finally {
  await endpoint.kill()
  if (wordpress && 'stop' in wordpress) await wordpress.stop()
  await opened.quit()
}

async function demonstrate(app: OpenedApp): Promise<Outcome[]> {
  const { page } = app
  await step('Make a desk with two members', () => makeDesk(app, places.desk))
  const leftOut = await step('Import a saved news page of ten entries', () => importPage(app))
  for (const line of leftOut) console.log(`    ${line}`)
  await picture(page, 'imported')
  await draftReviewAndApprove(page, steps)
  await step('Preview what was approved, as article and as listing', () => previewBothSurfaces(page, steps))
  await step('Export all approved stories as Markdown for Hugo', () => exportForHugo(app, places.markdown))
  await publishThroughACrash(page, endpoint, token, approvedHeadlines, steps)
  if (wordpress && 'unavailable' in wordpress) console.log(`    WordPress can’t be set up here: ${wordpress.unavailable}`)
  const [site] = wordpress && 'sites' in wordpress ? wordpress.sites : []
  if (site) await publishToWordPress(page, site, approvedHeadlines, steps)
  const outcomes = await step('Look at what left the desk: nothing that was not approved', async () => {
    const all = await readOutcome(page, places)
    refuseLeaks(all)
    return all
  })
  const hugo = hugoVersion()
  if (hugo !== null) await step(`Build the exported folder with Hugo ${hugo}`, async () => void buildWithHugo(places.markdown, places.site, outcomes.flatMap(({ files }) => files.filter((file) => file.endsWith('.md')))))
  return outcomes
}

function tell(outcomes: readonly Outcome[]): void {
  const rows = outcomes.map(({ headline, state, revision, files, remoteIds }) => [shortened(headline), state, revision.slice(0, 8) || '–', files.length === 0 ? '–' : String(files.length), remoteIds.map((id) => id.slice(0, 8)).join(', ') || '–'])
  console.log(`\n${textTable(['story', 'state', 'revision', 'files', 'remote id'], rows)}`)
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  console.log(`\nDone in ${seconds().toFixed(0)} s with Copydesk ${version} in Electron ${opened.electron}. Screenshots, Markdown and receipts are in ${path.relative(root, out)}.`)
}

function shortened(text: string): string {
  return text.length > 56 ? `${text.slice(0, 55)}…` : text
}
