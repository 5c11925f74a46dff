// Turns an archive of a product built on Electron into a plain Electron `dist`.
// Run by setup under Node 24 (the asar and fuses tools need Node >= 22):
//   node repack-electron.mjs ARCHIVE.zip NEW_DIST_FOLDER
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { extract } from '@electron-internal/extract-zip'
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { BUNDLED_ELECTRON } from './bundled-electron.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))

/** Unpacks the archive, stepping over a single folder that holds everything. */
async function unpack(archive, folder) {
  await mkdir(folder, { recursive: true })
  await extract(archive, { dir: folder })
  const names = await readdir(folder)
  return names.length === 1 ? path.join(folder, names[0]) : folder
}

/** Removes what makes the product the product; what is left is Electron. */
async function removeProduct(dist) {
  const { executable, productFiles } = BUNDLED_ELECTRON
  await Promise.all(productFiles.map((file) => rm(path.join(dist, file), { recursive: true, force: true })))
  await rename(path.join(dist, executable), path.join(dist, 'electron'))
  await chmod(path.join(dist, 'electron'), 0o755)
}

/** Sets the switches baked into the executable back to what Electron ships with. */
async function restoreFuses(dist) {
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

async function addDefaultApp(dist, scratch) {
  const source = path.join(scratch, 'default-app')
  await mkdir(source)
  await cp(path.join(here, 'default-app.mjs'), path.join(source, 'main.mjs'))
  await writeFile(path.join(source, 'package.json'), '{"name":"electron","productName":"Electron","main":"main.mjs"}')
  await createPackage(source, path.join(dist, 'resources', 'default_app.asar'))
}

async function main([archive, target]) {
  const parent = path.dirname(target)
  await mkdir(parent, { recursive: true })
  const scratch = await mkdtemp(path.join(parent, '.electron-'))
  try {
    const dist = await unpack(archive, path.join(scratch, 'unpacked'))
    await removeProduct(dist)
    await restoreFuses(dist)
    await addDefaultApp(dist, scratch)
    await writeFile(path.join(dist, 'version'), BUNDLED_ELECTRON.version)
    await rm(target, { recursive: true, force: true })
    // Last, and in one move: a `dist` that exists is a `dist` that is whole.
    await rename(dist, target)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

await main(process.argv.slice(2))
