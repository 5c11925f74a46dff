import { expect, type Page } from '@playwright/test'
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { documentSchema } from '../../src/shared/document/schema'
import { calls } from '../../src/shared/ipc'
import type { DocumentNode } from '../../src/shared/story/revision'
import { storyBody as bodyOf, storyFields } from '../../src/shared/story/story-doc'
import { openStory, showView, storyList } from './stories'

interface Given {
  readonly kind: string
  readonly headline: string
  readonly body: DocumentNode
  readonly language?: string
}

/** A story with this body, as another window of the desk would have written it. Answers its id. */
export async function storyWith(page: Page, { kind, headline, body, language }: Given): Promise<string> {
  const doc = new Y.Doc()
  prosemirrorToYXmlFragment(documentSchema.nodeFromJSON(body), bodyOf(doc))
  if (language !== undefined) storyFields(doc).set('language', language)
  const update = [...Y.encodeStateAsUpdate(doc)]
  const answer: unknown = await page.evaluate(
    async ({ kind, headline, update }) => {
      const made = (await window.copydesk.call('story.create', { kind, headline })) as { readonly value: { readonly id: string } }
      await window.copydesk.call('story.append', { id: made.value.id, update: Uint8Array.from(update) })
      return made.value
    },
    { kind, headline, update },
  )
  const { id } = calls['story.create'].output.parse(answer)
  await showView(page, 'All')
  await expect(storyList(page).getByRole('option').filter({ hasText: headline }).first()).toBeVisible()
  return id
}

/** The same, opened in the editor. */
export async function openStoryWith(page: Page, given: Given): Promise<string> {
  const id = await storyWith(page, given)
  await openStory(page, given.headline)
  return id
}

/** Puts a file into the desk; answers its hash. */
export async function assetIn(page: Page, { name, bytes }: { readonly name: string; readonly bytes: Buffer }): Promise<string> {
  const answer: unknown = await page.evaluate(
    async ({ name, base64 }) => {
      const added = (await window.copydesk.call('asset.add', { name, bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) })) as { readonly value: unknown }
      return added.value
    },
    { name, base64: bytes.toString('base64') },
  )
  return calls['asset.add'].output.parse(answer).hash
}
