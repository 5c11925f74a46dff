import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

/** Which package has the dictionary of which language. */
const packages = { 'en-US': 'dictionary-en', 'en-GB': 'dictionary-en-gb', es: 'dictionary-es', fr: 'dictionary-fr', 'pt-BR': 'dictionary-pt', 'pt-PT': 'dictionary-pt-pt' }

/** As a part of the build's own configuration this file stands beside it, at the root. */
const root = existsSync(path.join(import.meta.dirname, 'node_modules')) ? import.meta.dirname : path.resolve(import.meta.dirname, '..', '..')
const inPackage = (name: string, file: string): string => path.join(root, 'node_modules', name, file)

/** The files that the spelling check reads at run time, by the names that it knows them by, with the licences that travel with them. */
export const dictionaryFiles: readonly (readonly [name: string, file: string])[] = [
  ...Object.entries(packages).flatMap(([id, name]): [string, string][] => [
    [`${id}.aff`, inPackage(name, 'index.aff')],
    [`${id}.dic`, inPackage(name, 'index.dic')],
    [`${id}.licence.txt`, inPackage(name, 'license')],
  ]),
  ['ar.trie.gz', inPackage('@cspell/dict-ar', 'ar.trie.gz')],
  ['ar.licence.txt', inPackage('@cspell/dict-ar', 'LICENSE')],
  ['hunspell.wasm', inPackage('hunspell-wasm', 'wasm/hunspell.wasm')],
  ['hunspell.licence.txt', inPackage('hunspell-wasm', 'COPYING.MPL')],
]

/** Puts dictionaries and the engine that reads them beside the built main process: nothing is fetched later. */
export function dictionaries(): Plugin {
  return {
    name: 'copydesk:dictionaries',
    generateBundle() {
      for (const [name, file] of dictionaryFiles) this.emitFile({ type: 'asset', fileName: `dictionaries/${name}`, source: readFileSync(file) })
    },
  }
}
