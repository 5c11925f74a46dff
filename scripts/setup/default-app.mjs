// The app that Electron runs when it is called as `electron [-r module] path`.
// Electron's own download carries one inside; an Electron that comes out of
// another product's package does not, so setup packs this file into it.
import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)

/** Reads `[-r module]... [switches] path`; whatever follows the path belongs to the app. */
function readArguments(args) {
  const modules = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === '-r' || arg === '--require') modules.push(path.resolve(args[++i]))
    else if (arg === '-v' || arg === '--version') return { modules, version: true }
    else if (!arg.startsWith('-')) return { modules, target: path.resolve(arg) }
  }
  return { modules }
}

/** Gives the app the name, version and path of the package that it was started from. */
function adoptPackage(folder) {
  const manifest = path.join(folder, 'package.json')
  if (!existsSync(manifest)) return folder
  const { name, productName, version, desktopName, main } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (productName ?? name) app.setName(productName ?? name)
  if (version) app.setVersion(version)
  app.setDesktopName?.(desktopName ?? `${app.getName()}.desktop`)
  app.setAppPath(folder)
  return path.join(folder, main ?? 'index.js')
}

const { modules, target, version } = readArguments(process.argv.slice(1))
if (version) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
if (!target) {
  console.error('usage: electron [-r module] path-to-app')
  process.exit(1)
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
for (const module of modules) require(module)

// Awaited, so that Electron is not `ready` before the app has had a chance to say what it wants.
await import(pathToFileURL(adoptPackage(target)).href)
