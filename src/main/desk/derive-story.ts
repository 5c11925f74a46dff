import type * as Y from 'yjs'
import type { StoryRow } from '../../shared/ipc'
import { Instant, KindId, type MemberId, type RevisionId, type StoryId } from '../../shared/story/ids'
import { allFields, holdsWords, wordsOf } from '../../shared/story/kind'
import { revisionId, type Revision } from '../../shared/story/revision'
import { folded } from '../../shared/story/completion'
import { fieldWords } from '../../shared/story/field-words'
import { fieldSuggestions } from '../../shared/suggestions/fields/field-suggestions'
import { suggestedAssets } from '../../shared/suggestions/suggested-assets'
import { threadsIn } from '../../shared/story/thread'
import { readKeptFields, storyBody, storyMeta } from '../../shared/story/story-doc'
import { wordsBeside } from '../../shared/story/words-beside'
import { plainText, wordCount } from '../../shared/story/text'
import { displayState } from '../../shared/workflow/display-state'
import { stagesOf, type Policy } from '../../shared/workflow/policy'
import { policyOfSubmission, stageAt } from '../../shared/workflow/standing'
import type { WorkflowState } from '../../shared/workflow/state'
import { waitingFor } from '../../shared/workflow/waiting'
import { filesOfRevisions } from '../store/asset-uses'
import { hashesIn, snapshot } from '../store/snapshot'
import { lastAppend } from '../store/stories'
import type { Desk } from './desk'
import { kindNamed } from './kinds'
import { rulesOf } from './rules-of'
import { askedGuests, deskFor } from './story-desk'
import { workflowOf } from './story-workflow'

/** All that a story's updates imply at this moment. Nothing of it is ever set by hand. */
export interface DerivedStory {
  readonly current: Revision
  readonly currentRevision: RevisionId
  readonly workflow: WorkflowState
  /** Without its translations, which are other stories' rows. */
  readonly row: Omit<StoryRow, 'translations'>
  /** What only the index needs. */
  readonly slug: string
  /** The words of the text, of its pictures and cards, and of the fields, for search. */
  readonly text: string
  readonly createdBy: string
  readonly submittedBy: string
  /** Who is waited for. */
  readonly reviewers: readonly MemberId[]
  readonly live: boolean
  readonly importedFrom: string
  /** What it shares with its translations; empty when it has none. */
  readonly translationGroup: string
  /** Its files, each with where it is: n as the story stands, a as it was approved, p as it was published, e what shows that a part of it was cleared. */
  readonly files: Readonly<Record<string, string>>
  /** The fields that hold something, by id: their words, when they are lists of words, each with the form in which it is compared. */
  readonly held: Readonly<Record<string, readonly (readonly [word: string, folded: string])[]>>
  /** What is said of it, each comment with who said it, who is mentioned, and when. */
  readonly comments: readonly (readonly [comment: string, by: MemberId, mentioned: readonly MemberId[], at: Instant])[]
}

export function deriveStory(whole: Desk, id: StoryId, doc: Y.Doc): DerivedStory {
  const desk = deskFor(whole, id)
  const current = snapshot(desk, id, doc)
  const currentRevision = revisionId(current)
  const workflow = workflowOf(desk, id, doc)
  const { shown, changedSinceApproval } = displayState(workflow, currentRevision)
  const text = plainText(current.body)
  const meta = storyMeta(doc)
  const createdBy = textOf(meta.get('createdBy'))
  const createdAt = Instant.catch(epoch).parse(meta.get('createdAt'))
  const inReview = shown === 'inReview' ? workflow.submitted : null
  const policy = policyOfSubmission(workflow, rulesOf(desk))
  return {
    current,
    currentRevision,
    workflow,
    row: {
      id,
      kind: KindId.parse(current.kind),
      headline: textOf(current.fields['headline']),
      summary: textOf(current.fields['summary']),
      state: shown,
      changedSinceApproval,
      author: desk.members.find((member) => member.id === createdBy)?.name ?? '',
      language: textOf(current.fields['language']),
      wordCount: wordCount(text),
      due: inReview?.due ?? null,
      ...(inReview && { review: askedIn(workflow, policy, desk) }),
      updatedAt: Instant.catch(createdAt).parse(lastAppend(desk.db, id)),
      createdAt,
    },
    slug: textOf(current.fields['slug']),
    text: [text, wordsBeside(current.body), fieldWords(allFields(kindNamed(desk, current.kind)), current.fields)].filter((part) => part !== '').join('\n'),
    createdBy,
    submittedBy: inReview?.by ?? '',
    reviewers: [...new Set(inReview && [...waitingFor(workflow, policy, desk.members).members, ...askedGuests(whole, id)])].sort(),
    live: workflow.published.length > 0,
    importedFrom: textOf(meta.get('importedFrom')),
    translationGroup: textOf(meta.get('translationGroup')),
    files: filesIn(desk, doc, current, workflow),
    held: heldIn(desk, current),
    comments: commentsIn(doc),
  }
}

const shownOfNote = 160

/** What a list says of a review that is under way. */
function askedIn(workflow: WorkflowState, policy: Policy, { members }: Desk): NonNullable<StoryRow['review']> {
  const { by = '', note = '', stage = 0 } = workflow.submitted ?? {}
  return { stage: stageAt(workflow, policy).name, place: stage + 1, stages: stagesOf(policy).length, by: members.find(({ id }) => id === by)?.name ?? '', note: note.slice(0, shownOfNote) }
}

/** Also what a field holds that the story's kind no longer has: it comes back with the field; and what is only suggested for a field or the text, which must be there when it is accepted. */
function filesIn(desk: Desk, doc: Y.Doc, { kind, fields, body }: Revision, { approvedRevision, published, clearances = [] }: WorkflowState): Record<string, string> {
  const kept = Object.fromEntries(readKeptFields(doc, allFields(kindNamed(desk, kind))).map(({ id, value }) => [id, value]))
  const suggested = Object.fromEntries(fieldSuggestions(doc).flatMap(({ field, by, value }) => (value === null ? [] : [[`${field}/${by}`, value] as const])))
  const live = published.map(({ revision }) => revision)
  const held: readonly (readonly [string, readonly string[]])[] = [
    ['n', [...new Set([...hashesIn({ ...kept, ...fields, ...suggested }, body), ...suggestedAssets(storyBody(doc))])]],
    ['a', filesOfRevisions(desk.db, approvedRevision === null ? [] : [approvedRevision])],
    ['p', filesOfRevisions(desk.db, live)],
    ['e', clearances.flatMap(({ evidence }) => evidence.file?.hash ?? [])],
  ]
  const files: Record<string, string> = {}
  for (const [letter, hashes] of held) for (const hash of hashes) files[hash] = (files[hash] ?? '') + letter
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function heldIn(desk: Desk, { kind, fields }: Revision): DerivedStory['held'] {
  const held = allFields(kindNamed(desk, kind)).flatMap(({ id, type }) => {
    const value = fields[id]
    return value === undefined ? [] : [[id, holdsWords(type) ? wordsOf(value).map((word) => word.trim()).filter((word) => word !== '').map((word) => [word, folded(word)] as const) : []] as const]
  })
  return Object.fromEntries(held)
}

function commentsIn(doc: Y.Doc): DerivedStory['comments'] {
  const said = threadsIn(doc).flatMap(({ comments }) => comments.filter(({ removed }) => !removed))
  return said.map(({ id, by, mentions, at }) => [id, by, [...new Set(mentions.map(({ member }) => member))], at])
}

const epoch = Instant.parse('1970-01-01T00:00:00.000Z')

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
