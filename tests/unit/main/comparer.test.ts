import { describe, expect, test, vi } from 'vitest'
import type { ToCompare } from '../../../src/main/redline/compare-contract'
import { createComparer, type CompareChild } from '../../../src/main/redline/comparer'
import { nothingKnown } from '../../../src/shared/redline/known'
import { nameWords } from '../../../src/shared/redline/names'
import { redline } from '../../../src/shared/redline/redline'
import { Kind } from '../../../src/shared/story/kind'
import { doc, p, revision } from '../redline/stories'

const kind = Kind.parse({ id: 'statement', label: 'Statement', plural: 'Statements', fields: [] })
const known = { ...nothingKnown, kind, names: nameWords(['Port Merrow']) }
const short = { before: revision(doc(p('Nine ports.'))), after: revision(doc(p('Ten ports.'))), known }
const long = { ...short, before: revision(doc(p('Nine ports agree. '.repeat(3000)))), after: revision(doc(p('Ten ports agree. '.repeat(3000)))) }

/** A process that answers when it is told to, or ends. */
function processes() {
  const started: { readonly told: ToCompare[]; readonly say: (message: unknown) => void; readonly end: () => void; readonly kill: () => void }[] = []
  const start = (): CompareChild => {
    let [hear, ended]: [(message: unknown) => void, () => void] = [() => undefined, () => undefined]
    const child = { told: [] as ToCompare[], say: (message: unknown) => hear(message), end: () => ended(), kill: vi.fn() }
    started.push(child)
    return { postMessage: (message) => void child.told.push(message), onMessage: (heard) => void (hear = heard), onExit: (done) => void (ended = done), kill: child.kill }
  }
  return { started, start }
}

describe('two texts are compared', () => {
  test('at once when they are short, and no process is started', async () => {
    const { started, start } = processes()
    expect(await createComparer(start).compare(short)).toEqual(redline(short.before, short.after, known))
    expect(started).toEqual([])
  })

  test('in a process when they are long, each answer to its question', async () => {
    const { started, start } = processes()
    const comparer = createComparer(start)
    const [one, other] = [comparer.compare(long), comparer.compare({ ...long, before: null })]
    const [child] = started
    const [first, second] = child?.told ?? []
    const [told, toldOther] = [redline(long.before, long.after, { kind }), redline(null, long.after, { kind })]
    child?.say({ id: second?.id, redline: toldOther, failed: '' })
    child?.say({ id: first?.id, redline: told, failed: '' })
    expect(await one).toBe(told)
    expect(await other).toBe(toldOther)
    expect(started).toHaveLength(1)
  })

  test('here, when the process ends before it has answered; the next one is started anew', async () => {
    const { started, start } = processes()
    const comparer = createComparer(start)
    const answer = comparer.compare(long)
    started[0]?.end()
    expect((await answer).total).toBeGreaterThan(0)
    void comparer.compare(long)
    expect(started).toHaveLength(2)
  })

  test('and what can’t be compared is said', async () => {
    const { started, start } = processes()
    const answer = createComparer(start).compare(long)
    started[0]?.say({ id: started[0].told[0]?.id, redline: null, failed: 'Out of memory' })
    await expect(answer).rejects.toThrow('Out of memory')
  })

  test('and a process that is not needed any more is ended', async () => {
    const { started, start } = processes()
    const comparer = createComparer(start)
    const answer = comparer.compare(long)
    comparer.rest()
    expect(started[0]?.kill).toHaveBeenCalledOnce()
    expect((await answer).total).toBeGreaterThan(0)
  })
})
