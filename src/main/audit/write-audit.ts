import writeFileAtomic from 'write-file-atomic'
import { auditHtml } from '../../shared/audit/audit-html'
import type { AuditForm } from '../../shared/audit/audit-report'
import { DeskError } from '../../shared/result'
import type { StoryId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { auditRecord } from './audit-record'
import { storyAudit, wordingFor } from './story-audit'

/**
 * Writes the audit of a story to a file, whole or not at all.
 * @param toPdf Prints a page.
 * @throws DeskError `write-failed`, or when the story can't be read.
 */
export async function writeAudit(desk: Desk, story: StoryId, form: AuditForm, file: string, toPdf: (html: string) => Promise<Uint8Array>): Promise<void> {
  const content = await contentOf(desk, story, form, toPdf)
  try {
    await writeFileAtomic(file, typeof content === 'string' ? content : Buffer.from(content))
  } catch (error) {
    throw new DeskError('write-failed', 'The audit could not be written there. Choose another folder, or make room on the disk.', { place: file, detail: String(error) })
  }
}

async function contentOf(desk: Desk, story: StoryId, form: AuditForm, toPdf: (html: string) => Promise<Uint8Array>): Promise<string | Uint8Array> {
  if (form === 'json') return `${JSON.stringify(auditRecord(desk, story), null, 2)}\n`
  const html = auditHtml(storyAudit(desk, story), wordingFor(desk, story), new Date().toISOString())
  return form === 'html' ? html : toPdf(html)
}
