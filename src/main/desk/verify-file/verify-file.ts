import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AuditRecord } from '../../../shared/audit/audit-record'
import { beyondThePage, checkPage } from '../../../shared/audit/check-page'
import { checkRecord } from '../../../shared/audit/check-record'
import { isSound, Statement } from '../../../shared/audit/statement'
import { DeskError } from '../../../shared/result'
import type { Desk } from '../desk'
import { verifySignature } from '../identity'
import { evidenceStatements } from './evidence-on-desk'
import { checkOnDesk } from './page-on-desk'

/** What was found of one file that left a desk. */
export const FileReport = z.object({ file: z.string(), what: z.enum(['page', 'audit']), statements: z.array(Statement), ok: z.boolean() })
export type FileReport = z.infer<typeof FileReport>

/** More than any page or record has. */
const largest = 256 * 1024 * 1024

/**
 * Checks a file that left a desk: an exported Markdown page, or the audit of a story as JSON.
 * @param desk The desk that it should come from; without one, only what the file itself proves is proved, and the rest is said.
 * @throws DeskError `read-failed`, or `not-ours` for a file that Copydesk did not write.
 */
export async function verifyFile(file: string, desk: Desk | null): Promise<FileReport> {
  const text = await textOf(file)
  const json = jsonIn(text)
  const record = checkRecord(json, verifySignature)
  if (record !== null) return report(file, 'audit', [...record, ...(await evidenceStatements(AuditRecord.parse(json), desk))])
  const page = checkPage(text, verifySignature)
  if (page === null) throw new DeskError('not-ours', 'This is neither a page that Copydesk exported nor the audit of a story: its front matter says nothing of a version and its approval.', { place: file })
  const more = desk === null ? beyondThePage : await checkOnDesk(desk, file, text, page.proof)
  // With the desk, remarks are no obstacle: the approvals are found in the log.
  return report(file, 'page', [...page.statements.filter(({ holds }) => desk === null || holds !== 'unknown'), ...more])
}

function report(file: string, what: FileReport['what'], statements: readonly Statement[]): FileReport {
  return { file, what, statements: [...statements], ok: isSound(statements) }
}

async function textOf(file: string): Promise<string> {
  try {
    const bytes = await readFile(file)
    if (bytes.byteLength > largest) throw new DeskError('read-failed', 'This file is too large to be one of Copydesk.', { place: file })
    // A byte order mark would be lost in decoding, and with it that somebody put it there.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof DeskError) throw error
    throw new DeskError('read-failed', 'This file can’t be read as text. Is the name right?', { place: file, detail: String(error) })
  }
}

function jsonIn(text: string): unknown {
  if (!text.startsWith('{')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
