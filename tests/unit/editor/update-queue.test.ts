import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { fail, ok, type Result } from '../../../src/shared/result'
import { createUpdateQueue, flushAll, type UpdateQueue } from '../../../src/renderer/story/update-queue'

/** The main process as the queue sees it: it answers when the test says so. */
function desk() {
  const stored = new Y.Doc()
  const waiting: { update: Uint8Array; answer: (result: Result<unknown>) => void }[] = []
  return {
    stored,
    waiting,
    send: (update: Uint8Array) => new Promise<Result<unknown>>((answer) => waiting.push({ update, answer })),
    async store() {
      const next = waiting.shift()
      if (next === undefined) throw new Error('Nothing was sent')
      Y.applyUpdate(stored, next.update)
      next.answer(ok({ sequence: 1 }))
      await vi.advanceTimersByTimeAsync(0)
    },
    async refuse() {
      waiting.shift()?.answer(fail('disk-full', 'The disk is full.'))
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

/** Someone typing: each word is an update of its own. */
function writer(queue: UpdateQueue) {
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => queue.add(update))
  return { type: (word: string) => doc.getText('body').insert(doc.getText('body').length, word), text: () => doc.getText('body').toString() }
}

/** The frame that shows what was typed is drawn, and what follows from it is done. */
const settled = () => vi.advanceTimersByTimeAsync(16)

describe('the way of typed words to the disk', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('the first word is sent as soon as it is on the screen', async () => {
    const main = desk()
    const queue = createUpdateQueue(main.send)
    writer(queue).type('one')
    await settled()
    expect(main.waiting).toHaveLength(1)
    queue.close()
  })

  test('what is typed while one is on its way goes together with the next', async () => {
    const main = desk()
    const queue = createUpdateQueue(main.send)
    const person = writer(queue)
    person.type('one ')
    await settled()
    for (const word of ['two ', 'three ', 'four']) person.type(word)
    await settled()
    expect(main.waiting).toHaveLength(1)
    await main.store()
    expect(main.waiting).toHaveLength(1)
    await main.store()
    expect(main.waiting).toHaveLength(0)
    expect(main.stored.getText('body').toString()).toBe('one two three four')
    queue.close()
  })

  test('it says saved only when everything typed so far is stored', async () => {
    const main = desk()
    const queue = createUpdateQueue(main.send)
    const person = writer(queue)
    expect(queue.state.getState().kind).toBe('saved')
    person.type('one')
    expect(queue.state.getState().kind).toBe('saving')
    await settled()
    person.type('two')
    await main.store()
    expect(queue.state.getState().kind).toBe('saving')
    await main.store()
    expect(queue.state.getState().kind).toBe('saved')
    queue.close()
  })

  test('what could not be stored is kept, said, and sent again with what came later', async () => {
    const main = desk()
    const queue = createUpdateQueue(main.send)
    const person = writer(queue)
    person.type('one ')
    await settled()
    await main.refuse()
    expect(queue.state.getState()).toEqual({ kind: 'failed', words: 'The disk is full.' })
    person.type('two')
    await settled()
    expect(queue.state.getState().kind).toBe('failed')
    await vi.advanceTimersByTimeAsync(1000)
    await main.store()
    expect(main.stored.getText('body').toString()).toBe('one two')
    expect(queue.state.getState().kind).toBe('saved')
    queue.close()
  })

  test('it waits longer after each failure, at most fifteen seconds', async () => {
    const main = desk()
    const queue = createUpdateQueue(main.send)
    writer(queue).type('one')
    await settled()
    const pauses: number[] = []
    for (let attempt = 0; attempt < 7; attempt++) {
      await main.refuse()
      let pause = 0
      for (; main.waiting.length === 0; pause += 500) await vi.advanceTimersByTimeAsync(500)
      pauses.push(pause)
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 15000, 15000, 15000])
    queue.close()
  })

  test('flushing sends at once what waits for a retry, and fails in words when it fails again', async () => {
    const main = desk()
    const queue = createUpdateQueue(main.send)
    writer(queue).type('one')
    await settled()
    await main.refuse()
    const first = queue.flush()
    await settled()
    const refused = expect(first).rejects.toThrow('The disk is full.')
    await main.refuse()
    await refused
    const second = queue.flush()
    await settled()
    await main.store()
    await second
    expect(queue.state.getState().kind).toBe('saved')
    queue.close()
  })

  test('flushing all stores every story’s words even when one of them can’t be', async () => {
    const good = desk()
    const bad = desk()
    const queues = [createUpdateQueue(bad.send), createUpdateQueue(good.send)]
    for (const queue of queues) writer(queue).type('words')
    const all = flushAll()
    const refused = expect(all).rejects.toThrow('The disk is full.')
    await settled()
    await bad.refuse()
    await good.store()
    await refused
    expect(good.stored.getText('body').toString()).toBe('words')
    for (const queue of queues) queue.close()
    await flushAll()
  })

  test('a page that goes away sends what waits without waiting for the answer to what is on its way', async () => {
    const main = desk()
    const queue = createUpdateQueue(main.send)
    const person = writer(queue)
    person.type('one ')
    await settled()
    person.type('two')
    queue.sendAtOnce()
    expect(main.waiting).toHaveLength(2)
    for (const { update } of main.waiting) Y.applyUpdate(main.stored, update)
    expect(main.stored.getText('body').toString()).toBe('one two')
    queue.close()
  })
})
