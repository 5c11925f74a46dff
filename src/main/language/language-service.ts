import { DeskError } from '../../shared/result'
import { FromLanguage, languageAnswers, type LanguageAnswer, type LanguageQuestion, type ToLanguage } from './language-contract'

/** Answers questions about language from a process of its own, so that no dictionary weighs on the window or on the desk. */
export interface LanguageService {
  /** @throws DeskError `no-language` when the process can't answer. */
  ask<K extends LanguageQuestion['kind']>(question: Extract<LanguageQuestion, { kind: K }>): Promise<LanguageAnswer<K>>
  /** Ends the process; the next question starts it again. */
  rest(): void
}

/** A process that was started: how to tell it something, to hear it, and to end it. */
export interface LanguageChild {
  postMessage(message: ToLanguage): void
  onMessage(heard: (message: unknown) => void): void
  onExit(ended: () => void): void
  kill(): void
}

/** After so long without a question the process is let go, with all its dictionaries; milliseconds. */
const restAfter = 5 * 60_000
/** A question that ended the process is asked once more, not for ever. */
const mostTries = 2

interface Waiting {
  readonly question: LanguageQuestion
  readonly answered: (answer: unknown) => void
  readonly failed: (error: DeskError) => void
  tries: number
}

/**
 * @param start Starts the process.
 * @param restarted Hears that it ended by itself and was started again.
 */
export function createLanguageService(start: () => LanguageChild, restarted: () => void): LanguageService {
  const waiting = new Map<number, Waiting>()
  let child: LanguageChild | null = null
  let next = 1
  let timer: NodeJS.Timeout | undefined

  function running(): LanguageChild {
    if (child !== null) return child
    const started = start()
    started.onMessage(hear)
    started.onExit(() => child === started && recover())
    child = started
    return started
  }

  function hear(raw: unknown): void {
    const { id, answer, failed } = FromLanguage.parse(raw)
    const question = waiting.get(id)
    waiting.delete(id)
    if (failed === null) question?.answered(answer)
    else question?.failed(noAnswer(failed))
  }

  /** What the process had not answered is asked again of a new one. */
  function recover(): void {
    child = null
    for (const [id, question] of waiting) {
      if (question.tries < mostTries) continue
      waiting.delete(id)
      question.failed(noAnswer('the process ended twice'))
    }
    restarted()
    for (const [id, question] of waiting) send(id, question)
  }

  function send(id: number, question: Waiting): void {
    question.tries += 1
    running().postMessage({ id, question: question.question })
  }

  function rest(): void {
    const resting = child
    child = null
    clearTimeout(timer)
    resting?.kill()
    for (const { failed } of waiting.values()) failed(noAnswer('the process was ended'))
    waiting.clear()
  }

  return {
    async ask(question) {
      clearTimeout(timer)
      timer = setTimeout(rest, restAfter)
      timer.unref()
      const answer = await new Promise<unknown>((answered, failed) => {
        const id = next++
        const asked: Waiting = { question, answered, failed, tries: 0 }
        waiting.set(id, asked)
        send(id, asked)
      })
      // The schema is the one of this kind of question; TypeScript can't follow an index by a type parameter.
      return languageAnswers[question.kind].parse(answer) as LanguageAnswer<typeof question.kind>
    },
    rest,
  }
}

const noAnswer = (detail: string): DeskError => new DeskError('no-language', 'The spelling could not be checked. The text is as it was.', { detail })
