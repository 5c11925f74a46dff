import * as Y from 'yjs'
import { evidenceFiles } from '../../../shared/clearance/evidence-files'
import type { StoryId } from '../../../shared/story/ids'
import { storyLog, storyMeta, storyText } from '../../../shared/story/story-doc'
import type { LogEntry } from '../../../shared/workflow/order'
import { verifyEvent } from '../../../shared/workflow/verify-event'
import { describeAsset } from '../../store/assets'
import { hasRevision } from '../../store/revisions'
import { updatesOf } from '../../store/stories'
import { isIndexed, isStale } from '../../store/story-index'
import { deriveStory } from '../derive-story'
import type { Desk } from '../desk'
import { verifySignature } from '../identity'
import { deskFor, isGuest } from '../story-desk'
import type { Findings } from './findings'

/** Everything of one story: its updates, its log, and its rows in the lists. */
export function checkStory(desk: Desk, id: StoryId, findings: Findings): void {
  const doc = readUpdates(desk, id, findings)
  if (doc === undefined) return
  checkMeta(id, doc, findings)
  checkLog(desk, id, doc, findings)
  checkRows(desk, id, doc, findings)
}

/** How the report names a story. */
export function nameOf(id: StoryId, doc: Y.Doc): string {
  const headline = storyText(doc, 'headline').toString().trim()
  return headline === '' ? `story ${id}` : `‘${headline}’ (story ${id})`
}

/** The story's document; undefined when a part of it can't be read. */
function readUpdates({ db }: Desk, id: StoryId, findings: Findings): Y.Doc | undefined {
  const doc = new Y.Doc()
  let whole = true
  for (const { sequence, bytes } of updatesOf(db, id)) {
    findings.checked('Story updates')
    try {
      Y.applyUpdate(doc, bytes)
    } catch (error) {
      whole = false
      findings.fault('Story updates', `Update ${sequence} of story ${id} can’t be read: ${error instanceof Error ? error.message : String(error)}.`)
    }
  }
  return whole ? doc : undefined
}

function checkMeta(id: StoryId, doc: Y.Doc, findings: Findings): void {
  const said = storyMeta(doc).get('story')
  if (said === undefined) findings.fault('Story updates', `The first update of story ${id} is missing.`)
  else if (said !== id) findings.fault('Story updates', `The updates of story ${id} belong to the story ${String(said)}.`)
}

function checkLog(whole: Desk, id: StoryId, doc: Y.Doc, findings: Findings): void {
  const desk = deskFor(whole, id)
  const subject = 'Workflow events and their signatures'
  const members = new Map<string, (typeof desk.members)[number]>(desk.members.map((member) => [member.id, member]))
  const entries = new Map<string, LogEntry>()
  for (const [key, raw] of storyLog(doc).entries()) {
    findings.checked(subject)
    const verified = verifyEvent(raw, id, members, verifySignature)
    if (!verified.ok) findings.fault(subject, `${nameOf(id, doc)}: an event${verified.rejected.type === null ? '' : ` of the type ‘${verified.rejected.type}’`} does not count, because ${verified.rejected.reason} (${key}).`)
    else if (verified.entry.id !== key) findings.fault(subject, `${nameOf(id, doc)}: an event of the type ‘${verified.entry.event.type}’ stands under a name that is not its own (${key}).`)
    else entries.set(key, verified.entry)
  }
  // A story of another desk may have come before files of clearances travelled.
  for (const { hash, name } of isGuest(whole, id) ? [] : evidenceFiles([...entries.values()].map(({ event }) => event))) {
    if (describeAsset(desk.db, hash) === undefined) findings.fault('Files and their hashes', `${nameOf(id, doc)}: the file ‘${name}’, which shows that a part was cleared, is not on the desk (${hash}).`)
  }
  for (const { id: name, event } of entries.values()) {
    if (event.after.some((cause) => !entries.has(cause))) findings.fault(subject, `${nameOf(id, doc)}: what happened before an event of the type ‘${event.type}’ is missing from the log (${name}).`)
    if ('revision' in event && !hasRevision(desk.db, id, event.revision)) findings.fault(subject, `${nameOf(id, doc)}: an event of the type ‘${event.type}’ is about a version that is not on the desk (${event.revision}).`)
  }
}

function checkRows(desk: Desk, id: StoryId, doc: Y.Doc, findings: Findings): void {
  const derived = deriveStory(desk, id, doc)
  const ineffective = derived.workflow.rejected.length
  if (ineffective > 0) findings.checked('Workflow events that changed nothing (not allowed, or too late)', ineffective)
  findings.checked('Lists and search')
  // An open window derives the rows a moment after the last key; the list of those that wait is kept with the updates.
  if (!isIndexed(desk.db, derived) && !isStale(desk.db, id)) findings.fault('Lists and search', `${nameOf(id, doc)}: its entry in lists and search is not what the story says. ‘copydesk verify --rebuild’ makes it anew.`)
}
