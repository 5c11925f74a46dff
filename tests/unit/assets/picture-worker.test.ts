import { expect, test, vi } from 'vitest'
import { pictureWorker, type PictureChild } from '../../../src/main/assets/picture-worker'
import type { PictureTask } from '../../../src/main/assets/picture-contract'

/** A process that does what the test says. */
interface Actor extends PictureChild {
  readonly asked: PictureTask[]
  answer(output: unknown): void
  fail(message: string): void
  die(): void
}

function actor(): Actor {
  const asked: PictureTask[] = []
  let heard: (message: unknown) => void = () => undefined
  let ended: () => void = () => undefined
  return {
    asked,
    post: (task) => void asked.push(task),
    onMessage: (listener) => void (heard = listener),
    onExit: (listener) => void (ended = listener),
    kill: () => ended(),
    answer: (output) => heard({ type: 'done', output }),
    fail: (message) => heard({ type: 'failed', error: { code: 'asset-damaged', message } }),
    die: () => ended(),
  }
}

function stage() {
  const actors: Actor[] = []
  const start = vi.fn(() => {
    const next = actor()
    actors.push(next)
    return next
  })
  return { worker: pictureWorker(start), start, actors }
}

const file = (name: string) => ({ name, mime: 'image/jpeg', bytes: new Uint8Array([1, 2]) })
const folder = { mime: 'image/jpeg', file: '/desk/a', folder: '/desk/derived/a' }
const nothing = { variants: [], pages: null }

test('the process starts with the first picture, and stays', async () => {
  const { worker, start, actors } = stage()
  expect(start).not.toHaveBeenCalled()
  const first = worker.clean(file('a.jpg'))
  actors[0]?.answer(null)
  const second = worker.clean(file('b.jpg'))
  actors[0]?.answer(new Uint8Array([7]))
  expect(await first).toBeNull()
  expect(await second).toEqual(new Uint8Array([7]))
  expect(start).toHaveBeenCalledOnce()
})

test('one piece of work is under way at a time; what a person waits for goes first', async () => {
  const { worker, actors } = stage()
  const done = [worker.derive(folder), worker.derive(folder), worker.clean(file('a.jpg'))]
  expect(actors[0]?.asked.map(({ type }) => type)).toEqual(['derive'])
  actors[0]?.answer(nothing)
  expect(actors[0]?.asked.map(({ type }) => type)).toEqual(['derive', 'clean'])
  actors[0]?.answer(null)
  actors[0]?.answer(nothing)
  await Promise.all(done)
})

test('a picture that ends the process is refused by its name, and the rest goes on in a new one', async () => {
  const { worker, actors } = stage()
  const bad = worker.clean(file('bad.jpg'))
  const good = worker.clean(file('good.jpg'))
  actors[0]?.die()
  await expect(bad).rejects.toThrow('‘bad.jpg’ could not be opened')
  expect(actors[1]?.asked).toMatchObject([{ name: 'good.jpg' }])
  actors[1]?.answer(null)
  expect(await good).toBeNull()
})

test('what the process says of a picture is said on, and nonsense is no answer', async () => {
  const { worker, actors } = stage()
  const refused = worker.clean(file('a.jpg'))
  actors[0]?.fail('‘a.jpg’ is damaged.')
  await expect(refused).rejects.toThrow('‘a.jpg’ is damaged.')
  const odd = worker.derive(folder)
  actors[0]?.answer({ variants: 'many' })
  await expect(odd).rejects.toThrow('ended unexpectedly')
})

test('pictures that nobody waits for any more are not begun, and what is under way ends with its process', async () => {
  const { worker, actors } = stage()
  const [first, second] = [new AbortController(), new AbortController()]
  const running = worker.derive(folder, first.signal)
  const waiting = worker.derive(folder, second.signal)
  const wanted = worker.clean(file('a.jpg'))
  second.abort()
  await expect(waiting).rejects.toThrow()
  first.abort()
  await expect(running).rejects.toThrow()
  expect(actors[1]?.asked).toMatchObject([{ type: 'clean' }])
  actors[1]?.answer(null)
  expect(await wanted).toBeNull()
})
