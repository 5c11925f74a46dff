import path from 'node:path'
import { expect, test } from 'vitest'
import { openDesk } from '../../../src/main/desk/desk'
import { loadStory } from '../../../src/main/store/stories'
import { storyText } from '../../../src/shared/story/story-doc'
import { integrityFaults } from '../../../src/main/store/integrity'
import { deskOfTwo, writeStory } from '../desk/people'
import { bundle, start } from '../program'

const rounds = 12
const perRound = 40

test('a process that is killed at any moment has lost no update that was acknowledged', async () => {
  const program = await bundle(path.join(import.meta.dirname, 'append-forever.ts'))
  const made = deskOfTwo()
  const story = writeStory(made)
  made.desk.close()

  let next = 0
  for (let round = 0; round < rounds; round++) {
    const writer = start(program, [made.folder, story, String(next)])
    await writer.printed(new RegExp(`(^|\\n)${next + perRound}\\n`))
    await new Promise((resolve) => setTimeout(resolve, (round * 37) % 50))
    await writer.kill()

    const acknowledged = [...writer.output().matchAll(/(\d+)\n/g)].map(([, number]) => Number(number))
    const desk = openDesk(made.folder)
    const text = ` ${storyText(loadStory(desk.db, story), 'contents').toString()}`
    const faults = integrityFaults(desk.db)
    desk.close()

    expect(acknowledged.filter((number) => !text.includes(` w${number} `)), `lost in round ${round + 1}`).toEqual([])
    expect(faults).toEqual([])
    next = Number(/w(\d+) $/.exec(text)?.[1] ?? next) + 1
  }
  // Enough that rows were also being merged when the process died.
  expect(next).toBeGreaterThan(rounds * perRound)
})
