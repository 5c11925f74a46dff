import Database from 'better-sqlite3'
import { diffArrays } from 'diff'
import path from 'node:path'
import * as Y from 'yjs'
import { createDesk, type Desk } from '../../src/main/desk/desk'
import { createIdentity } from '../../src/main/desk/identity'
import { keepStoryDocs } from '../../src/main/session/story-docs'
import { createStory, loadStory } from '../../src/main/store/stories'
import { redline } from '../../src/shared/redline/redline'
import { wordsOf } from '../../src/shared/redline/tokens'
import { StoryId, KindId } from '../../src/shared/story/ids'
import type { DocumentNode, Revision } from '../../src/shared/story/revision'
import { storyBody } from '../../src/shared/story/story-doc'
import { plainText } from '../../src/shared/story/text'
import { median, rangeOf, timed, type Measured } from './measure'
import { longStory } from './sample-text'

const sizes = [500, 5000, 20_000]
const runs = 7
/** One word in so many is another one, and two blocks stand elsewhere. */
const everySo = 40

/** How long two versions of a text take to be told apart, and two copies of a story to become one again. */
export async function measureRedline(folder: string): Promise<Measured[]> {
  const compared: Measured[] = []
  for (const words of sizes) compared.push(await comparing(words))
  const { member } = createIdentity('Amina Okafor', ['writer', 'reviewer', 'publisher', 'admin'])
  const desk = createDesk(path.join(folder, 'desk'), { name: 'Harbour Cities Council', member })
  try {
    for (const words of sizes) compared.push(merging(desk, bareTable(folder), words))
  } finally {
    desk.close()
  }
  return compared
}

async function comparing(words: number): Promise<Measured> {
  const [before, after] = [revisionWith(longStory(words)), revisionWith(edited(longStory(words)))]
  const plain = [before, after].map(({ body }) => wordsOf(plainText(body)))
  const [ours, floor]: [number[], number[]] = [[], []]
  // In turns, so that both meet the same machine.
  for (let run = 0; run < runs; run++) {
    ours.push(...(await timed(1, () => redline(before, after))))
    floor.push(...(await timed(1, () => diffArrays(plain[0] ?? [], plain[1] ?? []))))
  }
  return measured(`Redline of ${words.toLocaleString('en')} words, one in ${everySo} changed`, ours, floor, 'jsdiff over the bare words, without blocks, marks and moves')
}

/** What stores bytes durably in a bare database. */
function bareTable(folder: string): (bytes: Uint8Array) => unknown {
  const bare = new Database(path.join(folder, 'bare.sqlite'))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) bare.pragma(pragma)
  bare.exec('CREATE TABLE IF NOT EXISTS updates (sequence INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT')
  const insert = bare.prepare('INSERT INTO updates (bytes) VALUES (?)')
  return (bytes) => insert.run(bytes)
}

function merging(desk: Desk, store: (bytes: Uint8Array) => unknown, words: number): Measured {
  const [kind] = desk.kinds
  const [member] = desk.members
  if (kind === undefined || member === undefined) throw new Error('The desk is empty')
  const [ours, floor]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    const id = createStory(desk.db, { kind, by: member.id, headline: 'Written by two', body: longStory(words) })
    const docs = keepStoryDocs(desk, () => member.id)
    const theirs = loadStory(desk.db, id)
    writeIn(theirs, 1, 'Elsewhere, ')
    docs.change(id, (doc) => writeIn(doc, 0, 'Here, '))
    const update = Y.encodeStateAsUpdate(theirs)
    const bare = new Y.Doc()
    Y.applyUpdate(bare, Y.encodeStateAsUpdate(docs.get(id)))
    floor.push(
      timeOf(() => {
        Y.applyUpdate(bare, update)
        store(update)
      }),
    )
    ours.push(timeOf(() => docs.change(id, (doc) => Y.applyUpdate(doc, update))))
  }
  return measured(`Merging two copies of a story of ${words.toLocaleString('en')} words, each edited in every third block, until it is on the disk`, ours, floor, 'Y.applyUpdate and one INSERT of the same bytes, WAL and synchronous=FULL')
}

function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function measured(what: string, ours: readonly number[], floor: readonly number[], floorIs: string): Measured {
  return { what, unit: 'ms', ours: median(ours), floor: median(floor), spread: { ours: rangeOf(ours), floor: rangeOf(floor) }, floorIs }
}

/** Writes at the start of every third block that has words. */
function writeIn(doc: Y.Doc, offset: number, words: string): void {
  const texts = [...storyBody(doc).createTreeWalker((node) => node instanceof Y.XmlText)]
  texts.forEach((text, index) => {
    if (text instanceof Y.XmlText && index % 3 === offset) text.insert(0, words)
  })
}

/** The body with another word here and there, and two blocks at another place. */
export function edited(body: DocumentNode): DocumentNode {
  let words = 0
  const other = (node: DocumentNode): DocumentNode => (node.text === undefined ? { ...node, ...(node.content && { content: node.content.map(other) }) } : { ...node, text: node.text.split(' ').map((word) => (words++ % everySo === 7 ? 'lighthouse' : word)).join(' ') })
  const content = [...(other(body).content ?? [])]
  const moved = content.splice(2, 2)
  content.splice(-2, 0, ...moved)
  return { ...body, content }
}

function revisionWith(body: DocumentNode): Revision {
  return { format: 'copydesk.revision/1', story: StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01'), kind: KindId.parse('statement'), fields: { language: 'en' }, body, assets: [] }
}
