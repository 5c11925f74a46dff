import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as Y from 'yjs'
import type { Action } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import { Instant, type StoryId } from '../../shared/story/ids'
import { storyBody } from '../../shared/story/story-doc'
import { picturesHere, type Pictures } from '../assets/pictures'
import { createDesk, openDesk, type Desk } from '../desk/desk'
import { createIdentity, type Identity } from '../desk/identity'
import { keysInMemory } from '../desk/no-keyring'
import { actOn } from '../session/act'
import { addComment } from '../session/comments'
import { openSession, type DeskSession } from '../session/desk-session'
import { putMember } from '../store/members'
import { importFile } from './import-file'
import { samplePeople, sampleStories, type SamplePerson, type SampleStep, type SampleStory } from './sample-stories'

export interface SampleDesk {
  readonly desk: Desk
  /** The members with their keys, who then act on this computer. */
  readonly identities: readonly [Identity, Identity, Identity]
}

type People = Readonly<Record<SamplePerson, Identity>>

/**
 * Makes the desk that newcomers try Copydesk on, in a folder that does not exist yet. Its stories are imported like any
 * others, and their states come from what its members really do, each step decided and signed. The folder gets its name
 * only when all is in it.
 * @param resources The folder of the sample's texts, images and files.
 */
export async function createSampleDesk(folder: string, resources: string, pictures: Pictures = picturesHere): Promise<SampleDesk> {
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  const people: People = { amina: personOf('amina'), tomas: personOf('tomas'), leila: personOf('leila') }
  const identities: SampleDesk['identities'] = [people.amina, people.tomas, people.leila]
  const desk = createDesk(part, { name: 'Harbour Cities Council', member: people.amina.member })
  for (const { member } of identities) putMember(desk.db, member)
  desk.reload()
  // The keys of the sample's members, while the desk is made.
  const keys = keysInMemory(new Map(identities.map(({ member, privateKey }) => [member.id, privateKey])))
  const session = openSession(desk, keys, undefined, { storiesChanged() {}, storyUpdated() {} })
  try {
    for (const story of sampleStories) await tell(session, people, story, { resources, pictures })
  } finally {
    session.close()
  }
  renameSync(part, folder)
  return { desk: openDesk(folder), identities }
}

function personOf(person: SamplePerson): Identity {
  const { name, roles } = samplePeople[person]
  return createIdentity(name, roles)
}

async function tell(session: DeskSession, people: People, { file, by, steps }: SampleStory, { resources, pictures }: { readonly resources: string; readonly pictures: Pictures }): Promise<void> {
  const report = await importFile(session.desk, { file: path.join(resources, file), by: people[by].member.id, pictures })
  const story = report.created[0]?.story
  const [problem] = report.problems
  if (story === undefined || problem !== undefined) throw new DeskError('sample', `The sample story ‘${file}’ could not be read. ${problem?.message ?? ''}`.trim(), { place: file })
  for (const step of steps) {
    session.actAs(people[step.who].member.id)
    take(session, people, story, step)
  }
}

function take(session: DeskSession, people: People, story: StoryId, step: SampleStep): void {
  switch (step.does) {
    case 'comment':
      return void addComment(session, story, step.text, step.quote)
    case 'addParagraph':
      return session.changeStory(story, (doc) => addParagraph(doc, step.text))
    default:
      actOn(session, story, actionOf(session, people, story, step))
  }
}

function actionOf(session: DeskSession, people: People, story: StoryId, step: Exclude<SampleStep, { does: 'comment' | 'addParagraph' }>): Action {
  switch (step.does) {
    case 'submit':
      return { type: 'submit', note: step.note, reviewers: (step.reviewers ?? []).map((person) => people[person].member.id), due: step.dueInDays === undefined ? null : daysFromNow(step.dueInDays).slice(0, 10) }
    case 'approve':
      return { type: 'approve', revision: underReview(session, story), note: step.note }
    case 'requestChanges':
      return { type: 'requestChanges', revision: underReview(session, story), reason: step.reason }
    case 'schedule':
      return { type: 'schedule', publishAt: Instant.parse(`${daysFromNow(step.inDays).slice(0, 10)}T09:00:00.000Z`) }
    case 'archive':
      return { type: 'archive' }
  }
}

function underReview(session: DeskSession, story: StoryId): NonNullable<ReturnType<DeskSession['derived']>['workflow']['submitted']>['revision'] {
  const { submitted } = session.derived(story).workflow
  if (submitted === null) throw new DeskError('sample', 'A sample story is judged before it was submitted.')
  return submitted.revision
}

const day = 24 * 60 * 60 * 1000
const daysFromNow = (days: number): string => new Date(Date.now() + days * day).toISOString()

function addParagraph(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  const body = storyBody(doc)
  body.insert(body.length, [paragraph])
}
