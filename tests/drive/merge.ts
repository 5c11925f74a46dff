import * as Y from 'yjs'
import type { OpenedApp } from './open-app.ts'

/**
 * Somebody else's edit of a story arrives, as one that was made on another computer does: main stores it, and tells the window.
 * @param headline Names the story.
 */
export async function mergeFromElsewhere({ app, page }: OpenedApp, headline: string, edit: (doc: Y.Doc) => void): Promise<void> {
  const { id, whole } = await page.evaluate(async (search) => {
    const valueOf = (answer: unknown): unknown => Reflect.get(Object(answer), 'value')
    const found = valueOf(await window.copydesk.call('story.list', { view: 'all', search, kind: null, offset: 0, limit: 1 }))
    const id: string = Reflect.get(Object(found), 'rows')[0].id
    const opened = valueOf(await window.copydesk.call('story.open', { id }))
    return { id, whole: Array.from<number>(Reflect.get(Object(opened), 'update')) }
  }, headline)
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Uint8Array.from(whole))
  const before = Y.encodeStateVector(theirs)
  theirs.transact(() => edit(theirs))
  const update = [...Y.encodeStateAsUpdate(theirs, before)]
  const answer = await page.evaluate(({ id, update }) => window.copydesk.call('story.append', { id, update: Uint8Array.from(update) }), { id, update })
  if (Reflect.get(Object(answer), 'ok') !== true) throw new Error(`The edit was not stored: ${JSON.stringify(answer)}`)
  await app.evaluate(({ BrowserWindow }, { id, update }) => BrowserWindow.getAllWindows()[0]?.webContents.send('event:story.updated', { id, update: Uint8Array.from(update) }), { id, update })
}

/** Writes words at the start of a block of the story, as somebody else. */
export function writeInBlock(doc: Y.Doc, block: number, words: string): void {
  const element = doc.getXmlFragment('body').get(block)
  const text: unknown = element instanceof Y.XmlElement ? element.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('There is no text in this block')
  text.insert(0, words)
}
