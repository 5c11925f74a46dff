import type { Page } from '@playwright/test'
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { documentSchema } from '../../src/shared/document/schema'
import { calls } from '../../src/shared/ipc'
import type { DocumentNode } from '../../src/shared/story/revision'
import { storyBody } from '../../src/shared/story/story-doc'

/** Gives a story another body, as another window of the desk would. */
export async function rewriteStory(page: Page, id: string, body: DocumentNode): Promise<void> {
  const answer: unknown = await page.evaluate(async (id) => ((await window.copydesk.call('story.open', { id })) as { readonly value: unknown }).value, id)
  const { update } = calls['story.open'].output.parse(answer)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const before = Y.encodeStateVector(doc)
  prosemirrorToYXmlFragment(documentSchema.nodeFromJSON(body), storyBody(doc))
  const added = [...Y.encodeStateAsUpdate(doc, before)]
  await page.evaluate(async ({ id, added }) => void (await window.copydesk.call('story.append', { id, update: Uint8Array.from(added) })), { id, added })
}
