import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import type { z } from 'zod'
import { calls } from '../../src/shared/ipc'
import { storyBody } from '../../src/shared/story/story-doc'
import type { OpenedApp } from './open-app'

/** Sets the app's clock, from before a desk is opened: what it keeps is dated by it. */
export async function setClock({ app }: OpenedApp, at: number): Promise<void> {
  await app.evaluate((_electron, start) => {
    const Real: DateConstructor = Reflect.get(globalThis, 'RealDate') ?? Date
    // Whoever holds on to the clock hears of each change of it.
    Reflect.set(globalThis, 'clockShift', start - Real.now())
    const now = (): number => Real.now() + Number(Reflect.get(globalThis, 'clockShift'))
    Reflect.set(globalThis, 'RealDate', Real)
    Reflect.set(
      globalThis,
      'Date',
      new Proxy(Real, {
        construct: (_date, given, made) => Reflect.construct(Real, given.length === 0 ? [now()] : given, made),
        get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
      }),
    )
  }, at)
}

type Calls = typeof calls

/** What the window's call answers, asked as the window does. */
async function answerTo<Name extends keyof Calls>(page: Page, name: Name, input: z.input<Calls[Name]['input']>): Promise<z.output<Calls[Name]['output']>> {
  const answer: unknown = await page.evaluate(({ name, input }) => window.copydesk.call(name, input), { name, input })
  return calls[name].output.parse(Reflect.get(Object(answer), 'value')) as z.output<Calls[Name]['output']>
}

/** So many sittings are sent to the window in one go; they are most of a day apart from the next ones. */
const together = 10

/**
 * Works on a story in many sittings, of its members in turn, through the calls that the window makes. Each sitting adds a sentence, and
 * every tenth takes one away.
 * @param headline Names the story.
 * @param end When the last sitting is; the clock is left there.
 */
export async function workInSittings(opened: OpenedApp, headline: string, count: number, end: number): Promise<void> {
  const { page } = opened
  const [row] = (await answerTo(page, 'story.list', { view: 'all', search: headline, kind: null, offset: 0, limit: 1 })).rows
  const members = (await answerTo(page, 'app.info', undefined)).desk?.members ?? []
  if (row === undefined || members.length < 2) throw new Error('There is no such story, or nobody to work on it')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await answerTo(page, 'story.open', { id: row.id })).update)
  for (let done = 0; done < count; done += together) {
    await setClock(opened, end - (count - together - done) * 100 * 60_000)
    const sittings = Array.from({ length: Math.min(together, count - done) }, (_, index) => ({ member: members[(done + index) % members.length]?.id ?? '', update: [...write(doc, done + index)] }))
    const failed = await page.evaluate(
      async ({ id, sittings }) => {
        for (const { member, update } of sittings) {
          const answers: unknown[] = [await window.copydesk.call('member.switch', { id: member }), await window.copydesk.call('story.append', { id, update: Uint8Array.from(update) })]
          for (const answer of answers) if (Reflect.get(Object(answer), 'ok') !== true) return JSON.stringify(answer)
        }
        return ''
      },
      { id: row.id, sittings },
    )
    if (failed !== '') throw new Error(`A sitting could not be stored: ${failed}`)
  }
}

function write(doc: Y.Doc, sitting: number): Uint8Array {
  const before = Y.encodeStateVector(doc)
  const first: unknown = storyBody(doc).get(0)
  const text: unknown = first instanceof Y.XmlElement ? first.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('The story has no paragraph')
  doc.transact(() => (sitting % 10 === 9 ? text.delete(text.length - 12, 12) : text.insert(text.length, ` Sitting ${String(sitting + 1).padStart(3, '0')} wrote this.`)))
  return Y.encodeStateAsUpdate(doc, before)
}
