import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { exportStories, type ExportOptions } from '../../../src/main/export/export-stories'
import type { ExportSummary } from '../../../src/shared/ipc'
import { temporaryFolder } from '../desk/people'
import { planFile, quayPicture, readerOf } from './approved'

export { temporaryFolder as newFolder }

/** Exports for Hugo, with the sample files at hand, unless told otherwise. */
export function exportTo(folder: string, options: Partial<ExportOptions> & Pick<ExportOptions, 'stories'>): Promise<ExportSummary> {
  return exportStories({ folder, preset: 'hugo', all: false, readAsset: readerOf(quayPicture, planFile), now: new Date('2026-11-24T12:00:00Z'), ...options })
}

/** Every file under a folder by its path, as text. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }).map(String).filter((name) => statSync(path.join(folder, name)).isFile())
  return Object.fromEntries(names.sort().map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'latin1')]))
}

export function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8')
}
