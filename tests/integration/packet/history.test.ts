import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { historyPage, keepVersion } from '../../../src/main/session/versions'
import { authorsIn } from '../../../src/shared/history/authorship'
import { runsOf } from '../../../src/shared/history/blame'
import { textsIn } from '../../../src/shared/history/letters'
import type { StoryId } from '../../../src/shared/story/ids'
import { storyBody } from '../../../src/shared/story/story-doc'
import { answer, harbour, mayorsOffice, open, send, writeStory, type Office } from './two-desks'

/** Writes at the end of the story's text, as a window would. */
function type({ session }: Office, id: StoryId, words: string): void {
  const window = new Y.Doc()
  Y.applyUpdate(window, Y.encodeStateAsUpdate(session.docs.get(id)))
  const before = Y.encodeStateVector(window)
  const text = textsIn(storyBody(window)).at(-1)
  text?.insert(text.length, words)
  session.append(id, Y.encodeStateAsUpdate(window, before))
}

function told(at: Office, id: StoryId, names: Readonly<Record<string, string>>): [string, string][] {
  const doc = at.session.docs.get(id)
  return runsOf(textsIn(storyBody(doc)), authorsIn(doc)).map(({ text, who }) => [text, names[who?.by ?? ''] ?? 'nobody known'])
}

test('words that were moved on another desk come home as whose they were', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const id = writeStory(home)
  await open(away, await send(home, id))
  const window = new Y.Doc()
  Y.applyUpdate(window, Y.encodeStateAsUpdate(away.session.docs.get(id)))
  const before = Y.encodeStateVector(window)
  const [text] = textsIn(storyBody(window))
  window.transact(() => (text?.insert(68, ' A pledge on housing. Mayors of nine port cities'), text?.delete(0, 26)))
  away.session.append(id, Y.encodeStateAsUpdate(window, before))
  await open(home, await answer(away, id))
  expect(told(home, id, { [home.me.member.id]: 'Amina', [away.me.member.id]: 'Tomás' })).toEqual([[' signed a pledge on housing for newcomers.', 'Amina'], [' A pledge on housing. ', 'Tomás'], ['Mayors of nine port cities', 'Amina']])
})

test('who wrote what, and what a version is called, go with the story and come back; what a packet brought is a version of its own', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const names = { [home.me.member.id]: 'Amina', [away.me.member.id]: 'Tomás' }
  const id = writeStory(home)
  const revision = keepVersion(home.session, id, 'As sent to the mayor')
  await open(away, await send(home, id))
  expect(told(away, id, names)).toEqual([['Mayors of nine port cities signed a pledge on housing for newcomers.', 'Amina']])
  type(away, id, ' Ten, in fact.')
  // Meanwhile the writer goes on.
  type(home, id, ' It was signed in Odesa.')
  await open(home, await answer(away, id))

  const now = told(home, id, names)
  expect(now.map(([text]) => text).sort()).toEqual([' It was signed in Odesa.', ' Ten, in fact.', 'Mayors of nine port cities signed a pledge on housing for newcomers.'])
  expect(Object.fromEntries(now)).toMatchObject({ ' Ten, in fact.': 'Tomás', ' It was signed in Odesa.': 'Amina' })
  const { kept, now: writing } = historyPage(home.session, id, 10)
  expect(writing).toBeNull()
  expect(kept.map(({ why, by, added }) => [why, names[by], added])).toEqual([['merge', 'Tomás', 3], ['rest', 'Amina', 5], ['hand', 'Amina', 34]])
  expect(kept.find((one) => one.revision === revision)?.name).toBe('As sent to the mayor')
  expect(historyPage(away.session, id, 10).kept.map(({ name }) => name)).toContain('As sent to the mayor')
})
