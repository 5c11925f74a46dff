#!/usr/bin/env node
// Brings a fresh checkout to the point where it builds, runs and tests. Every step looks first
// whether it is needed, and a stamp remembers that all of them were: then this takes milliseconds.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { inModules, inProject, platform, readJson } from './lib/project.mjs'
import { say, withProgress } from './lib/progress.mjs'
import { chromiumSandbox } from './setup/chromium-sandbox.mjs'
import { electronBinary, installedElectron } from './setup/electron-binary.mjs'
import { npmPackages } from './setup/npm-packages.mjs'
import { SetupError } from './setup/setup-error.mjs'
import { sqliteBinary } from './setup/sqlite-binary.mjs'
import { systemLibraries } from './setup/system-libraries.mjs'

// Raise this when a step changes in a way that must run again where it ran before.
const SETUP_VERSION = 1
const STEPS = [npmPackages, systemLibraries, electronBinary, chromiumSandbox, sqliteBinary]
const stampFile = inModules('.copydesk-setup.json')

/** Does what is missing. Ends the process, saying what a person can do, when it cannot. */
export async function setup() {
  if (!isNewEnough(process.versions.node)) stop(new SetupError(`Copydesk needs Node.js 20.17 or newer; this is ${process.versions.node}.`, 'the installer of Node.js 24 from nodejs.org, or your version manager'))
  if (isStamped()) return
  try {
    for (const [index, step] of STEPS.entries()) await perform(step, `[${index + 1}/${STEPS.length}] ${step.title}`)
  } catch (error) {
    stop(error)
  }
  writeFileSync(stampFile, JSON.stringify({ key: stampKey() }))
}

async function perform(step, label) {
  if (await step.isDone()) return say(`${label} · in place`)
  await withProgress(label, (report) => step.run(report))
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 17)
}

/** The lock file decides what is installed; the machine decides which builds of it. */
const stampKey = () =>
  createHash('sha256')
    .update(JSON.stringify([SETUP_VERSION, platform, readFileSync(inProject('package-lock.json'), 'utf8')]))
    .digest('hex')

function isStamped() {
  return existsSync(stampFile) && readJson(stampFile).key === stampKey() && installedElectron() !== undefined
}

function stop(error) {
  if (!(error instanceof SetupError)) throw error
  say(`\n${error.message}`)
  if (error.remedy) say(`\nWhat to run:\n  ${error.remedy}`)
  process.exit(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await setup()
  say('Copydesk is set up.')
}
