import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openApp, root } from '../drive/open-app.ts'
import { restEndpoint } from '../drive/rest-endpoint.ts'
import { readOutcome } from './outcome.ts'
import { tellSteps, textTable } from './steps.ts'
import { draftReviewAndApprove } from './review.ts'
import { exportForHugo, previewBothSurfaces } from './outputs.ts'
import { publishThroughACrash, publishToWordPress } from './publishing.ts'
import { makeDesk, importPage } from './desk.ts'

const out = path.join(root, 'out/demo')
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const { step, picture, seconds } = tellSteps(path.join(out, 'screenshots'))
const places = { desk: path.join(out, 'desk'), markdown: path.join(out, 'hugo'), endpoint: path.join(out, 'endpoint'), receipts: path.join(out, 'receipts') }
