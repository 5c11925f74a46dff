#!/usr/bin/env node
// `npm run test:packaged`: packs the app and uses it as somebody who has just installed it.
import { onSomeDisplay } from './electron-run.mjs'
import { inProject, projectNode, toolPath } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { packageApp } from './package.mjs'
import { setup } from './setup.mjs'

await setup()
process.exitCode = (await packageApp()) || (await run(...onSomeDisplay(projectNode(), [toolPath('@playwright/test', 'playwright'), 'test', '-c', inProject('tests', 'packaged', 'playwright.config.ts')])))
