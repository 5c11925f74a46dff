import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fault, proved, unproved, type Statement } from '../../../shared/audit/statement'
import type { Page } from '../../../shared/markdown/presets/write-page'

/**
 * Whether the pictures and files that a page uses are those of its version. They are looked for where the site has them; a page that was
 * moved away from its site is told to be alone.
 * @param page As it is written from the approved version.
 */
export async function filesBeside(file: string, page: Pick<Page, 'path' | 'files'>): Promise<Statement[]> {
  if (page.files.length === 0) return []
  const site = siteOf(file, page.path)
  if (site === null) return [unproved('The page is not where its site has it, so its pictures and files could not be looked at.')]
  const wrong = await Promise.all(page.files.map(async ({ hash, path: relative }) => ((await hashOf(path.join(site, relative))) === hash ? [] : [fault(`‘${relative}’ is missing, or is not the file that was approved with the story.`)])))
  return wrong.flat().length > 0 ? wrong.flat() : [proved(page.files.length === 1 ? 'The file that the page uses is the approved one.' : `The ${page.files.length} files that the page uses are the approved ones.`)]
}

/** The folder of the site, by where the page stands in it. */
function siteOf(file: string, relative: string): string | null {
  const full = path.resolve(file)
  const end = relative.split('/').join(path.sep)
  return full.endsWith(path.sep + end) ? full.slice(0, -end.length - 1) : null
}

async function hashOf(file: string): Promise<string | null> {
  try {
    return createHash('sha256').update(await readFile(file)).digest('hex')
  } catch {
    return null
  }
}
