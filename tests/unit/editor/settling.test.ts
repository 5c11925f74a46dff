import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ok } from '../../../src/shared/result'
import { createSettling } from '../../../src/renderer/story/settling'
import { createUpdateQueue } from '../../../src/renderer/story/update-queue'
import { afterPause } from '../../../src/renderer/app/after-pause'

/** A text that is ahead of its document until the document is told. */
function writing() {
  const sent: string[] = []
  let [ahead, told] = ['', '']
  const queue = createUpdateQueue(
    (update) => {
      sent.push(new TextDecoder().decode(update))
      return Promise.resolve(ok(null))
    },
    () => settling.settle(),
  )
  const settling = createSettling(queue)
  settling.onSettle(() => {
    told += ahead
    queue.add(new TextEncoder().encode(ahead))
    ahead = ''
  })
  return {
    sent,
    queue,
    settling,
    document: () => told,
    type(letter: string) {
      ahead += letter
      settling.settleSoon()
    },
  }
}

describe('the document of a story, told a moment after the frame', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('a letter is told and leaves for the disk when its frame has had time to be drawn', async () => {
    const { type, document, sent, queue } = writing()
    type('a')
    expect(document()).toBe('')
    await vi.advanceTimersByTimeAsync(12)
    expect(document()).toBe('a')
    expect(sent).toEqual(['a'])
    queue.close()
  })

  test('who reads or changes the document first has it told, once', async () => {
    const { type, document, settling, sent, queue } = writing()
    type('a')
    type('b')
    settling.settle()
    settling.settle()
    expect(document()).toBe('ab')
    await vi.advanceTimersByTimeAsync(50)
    expect(sent).toEqual(['ab'])
    queue.close()
  })

  test('what was typed a moment before is part of what is to be stored now', async () => {
    const { type, sent, queue } = writing()
    type('z')
    await queue.flush()
    expect(sent).toEqual(['z'])
    queue.close()
  })

  test('and it leaves with a page that goes away', () => {
    const { type, sent, queue } = writing()
    type('q')
    queue.sendAtOnce()
    expect(sent).toContain('q')
    queue.close()
  })
})

describe('work that waits for a pause', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('is done once, as long after the last time that it was asked for', async () => {
    const work = vi.fn()
    const soon = afterPause(work, 100)
    for (let key = 0; key < 5; key++) {
      soon()
      await vi.advanceTimersByTimeAsync(60)
    }
    expect(work).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(45)
    expect(work).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1000)
    expect(work).toHaveBeenCalledTimes(1)
  })

  test('is forgotten when it is cancelled, and can be asked for again', async () => {
    const work = vi.fn()
    const soon = afterPause(work, 100)
    soon()
    soon.cancel()
    await vi.advanceTimersByTimeAsync(500)
    expect(work).not.toHaveBeenCalled()
    soon()
    await vi.advanceTimersByTimeAsync(101)
    expect(work).toHaveBeenCalledTimes(1)
  })
})
