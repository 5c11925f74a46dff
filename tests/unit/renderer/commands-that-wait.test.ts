import { beforeEach, describe, expect, test, vi } from 'vitest'
import { enterModal } from '../../../src/renderer/ui/layer'
import { offerCommands, runCommand } from '../../../src/renderer/app/command-registry'

/** A decision about a story of which nothing is known yet, and what makes it known. */
function decision() {
  let isKnown = false
  let mayDo = false
  let tell = (): void => {}
  const told = new Promise<void>((resolve) => (tell = resolve))
  const run = vi.fn()
  const handler = { run, enabled: () => isKnown && mayDo, known: () => (isKnown ? null : told) }
  const answer = async (may: boolean): Promise<void> => {
    isKnown = true
    mayDo = may
    tell()
    await told
  }
  return { run, handler, answer }
}

describe('A command of which it isn’t known yet whether it may be done', () => {
  let withdraw = (): void => {}
  beforeEach(() => withdraw())

  test('is done as soon as it is known that it may', async () => {
    const { run, handler, answer } = decision()
    withdraw = offerCommands({ 'story.submit': handler })
    expect(runCommand('story.submit')).toBe(true)
    expect(run).not.toHaveBeenCalled()
    await answer(true)
    expect(run).toHaveBeenCalledOnce()
  })

  test('is not done when it may not', async () => {
    const { run, handler, answer } = decision()
    withdraw = offerCommands({ 'story.submit': handler })
    runCommand('story.submit')
    await answer(false)
    expect(run).not.toHaveBeenCalled()
  })

  test('is not done for another story that was opened meanwhile', async () => {
    const [first, second] = [decision(), decision()]
    const leave = offerCommands({ 'story.submit': first.handler })
    runCommand('story.submit')
    leave()
    withdraw = offerCommands({ 'story.submit': second.handler })
    await first.answer(true)
    await second.answer(true)
    expect(first.run).not.toHaveBeenCalled()
    expect(second.run).not.toHaveBeenCalled()
  })

  test('is not done behind a dialog that came in between', async () => {
    const { run, handler, answer } = decision()
    withdraw = offerCommands({ 'story.submit': handler })
    runCommand('story.submit')
    const leave = enterModal({} as HTMLElement)
    await answer(true)
    leave()
    expect(run).not.toHaveBeenCalled()
  })
})
