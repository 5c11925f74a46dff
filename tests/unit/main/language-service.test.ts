import { expect, test } from 'vitest'
import { createLanguageService, type LanguageChild } from '../../../src/main/language/language-service'
import type { ToLanguage } from '../../../src/main/language/language-contract'
import { DeskError } from '../../../src/shared/result'

/** A process that does what the test says with each question: answers it, or ends. */
function service(react: (message: ToLanguage, child: { answer(answer: unknown): void; fail(why: string): void; end(): void }, nth: number) => void) {
  const log = { started: 0, restarted: 0, killed: 0 }
  const start = (): LanguageChild => {
    log.started += 1
    const nth = log.started
    let heard: (message: unknown) => void = () => undefined
    let ended: () => void = () => undefined
    return {
      postMessage: (message) =>
        queueMicrotask(() =>
          react(message, { answer: (answer) => heard({ id: message.id, answer, failed: null }), fail: (why) => heard({ id: message.id, answer: null, failed: why }), end: () => ended() }, nth),
        ),
      onMessage: (listener) => void (heard = listener),
      onExit: (listener) => void (ended = listener),
      kill: () => {
        log.killed += 1
        ended()
      },
    }
  }
  return { log, ...createLanguageService(start, () => (log.restarted += 1)) }
}

const question = { kind: 'suggest' as const, language: 'en', word: 'recieve' }
const codeOf = (asked: Promise<unknown>): Promise<string> => asked.then(() => 'answered', (error: unknown) => (error instanceof DeskError ? error.failure.code : 'another error'))

test('the process starts with the first question and serves all that follow', async () => {
  const made = service((_, child) => child.answer(['receive']))
  expect(made.log.started).toBe(0)
  expect(await made.ask(question)).toEqual(['receive'])
  expect(await made.ask(question)).toEqual(['receive'])
  expect(made.log).toEqual({ started: 1, restarted: 0, killed: 0 })
})

test('a process that ends is started again, what it had not answered is asked anew, and that is said once', async () => {
  const made = service((_, child, nth) => (nth === 1 ? child.end() : child.answer(['receive'])))
  expect(await Promise.all([made.ask(question), made.ask(question)])).toEqual([['receive'], ['receive']])
  expect(made.log).toMatchObject({ started: 2, restarted: 1 })
})

test('a question that ends every process is given up; others go on', async () => {
  const made = service(({ question }, child) => (question.kind === 'suggest' && question.word === 'bad' ? child.end() : child.answer([])))
  expect(await codeOf(made.ask({ ...question, word: 'bad' }))).toBe('no-language')
  expect(await made.ask(question)).toEqual([])
})

test('an answer that is no answer is refused, and a failure has words for a person', async () => {
  const made = service((_, child) => child.fail('no such file'))
  expect(await codeOf(made.ask(question))).toBe('no-language')
  const odd = service((_, child) => child.answer(42))
  expect(await codeOf(odd.ask(question))).toBe('another error')
})

test('a process at rest is gone, nobody is told, and the next question starts it', async () => {
  const made = service((_, child) => child.answer([]))
  await made.ask(question)
  made.rest()
  await made.ask(question)
  expect(made.log).toEqual({ started: 2, restarted: 0, killed: 1 })
})
