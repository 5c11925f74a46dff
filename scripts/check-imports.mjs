#!/usr/bin/env node
// Checks who imports whom (docs/architecture.md): run as part of `npm test`, or by itself.
// Every file is parsed; `import`, `export ... from`, `import()` and `require()` all count, types included.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inProject, root } from './lib/project.mjs'

const src = inProject('src')
const NODE_PACKAGES = ['electron', 'better-sqlite3']

/** For each layer: the layers and platforms that it may import. `shared/ipc` is one file of a layer. */
const RULES = {
  shared: ['shared', 'package'],
  renderer: ['renderer', 'shared', 'package'],
  preload: ['preload', 'shared/ipc', 'shared/ipc-names', 'electron'],
  main: ['main', 'shared', 'package', 'node', 'electron', 'better-sqlite3'],
}

/** `[{ file, line, specifier, rule }]` for every import that goes the wrong way. */
async function findWrongImports() {
  const { parseSync, Visitor } = await import('vite')
  return sourceFiles().flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const { program, errors } = parseSync(file, text)
    if (errors.length > 0) return [{ file, line: 1, specifier: '', rule: `does not parse: ${errors[0].message}` }]
    return specifiersOf(program, Visitor).flatMap(({ specifier, start }) => {
      const rule = brokenRule(file, specifier)
      return rule ? [{ file, line: text.slice(0, start).split('\n').length, specifier, rule }] : []
    })
  })
}

function sourceFiles() {
  return readdirSync(src, { recursive: true })
    .filter((name) => /\.(ts|tsx|mts|cts|js|mjs|cjs)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.join(src, name))
    .sort()
}

function specifiersOf(program, Visitor) {
  const found = []
  const take = (node) => {
    if (typeof node?.value === 'string') found.push({ specifier: node.value, start: node.start })
  }
  new Visitor({
    ImportDeclaration: (node) => take(node.source),
    ExportNamedDeclaration: (node) => take(node.source),
    ExportAllDeclaration: (node) => take(node.source),
    ImportExpression: (node) => take(node.source),
    TSImportType: (node) => take(node.source ?? node.argument?.literal ?? node.argument),
    CallExpression: (node) => node.callee.type === 'Identifier' && node.callee.name === 'require' && take(node.arguments[0]),
  }).visit(program)
  return found
}

function brokenRule(file, specifier) {
  const layer = path.relative(src, file).split(path.sep)[0]
  const allowed = RULES[layer]
  if (!allowed) return undefined
  const target = targetOf(file, specifier)
  return allowed.some((it) => target === it || target.startsWith(`${it}/`))
    ? undefined
    : `${layer} may import ${allowed.join(', ')}; not ${target}`
}

/** What a specifier leads to: `shared/story/kind`, `node`, `electron`, `package`... */
function targetOf(file, specifier) {
  const plain = specifier.replace(/\?.*$/, '')
  if (plain.startsWith('@shared/')) return `shared/${withoutExtension(plain.slice('@shared/'.length))}`
  if (plain.startsWith('.')) return targetOfPath(path.resolve(path.dirname(file), plain))
  if (plain.startsWith('node:') || builtinModules.includes(plain)) return 'node'
  return NODE_PACKAGES.find((name) => plain === name || plain.startsWith(`${name}/`)) ?? 'package'
}

/** A file outside src (a dictionary, a theme) is data, and anyone may bundle data. */
function targetOfPath(target) {
  const fromSrc = path.relative(src, target)
  return fromSrc.startsWith('..') ? 'package' : withoutExtension(fromSrc.split(path.sep).join('/'))
}

const withoutExtension = (name) => name.replace(/\.(ts|tsx|js|mjs)$/, '')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wrong = await findWrongImports()
  for (const { file, line, specifier, rule } of wrong) {
    console.error(`${path.relative(root, file)}:${line}  '${specifier}'  ${rule}`)
  }
  console.log(wrong.length === 0 ? 'Every import goes the right way.' : `${wrong.length} imports go the wrong way.`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
