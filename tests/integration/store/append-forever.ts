// Appends numbered words to a story as fast as the disk allows, and prints each number once it is acknowledged.
import { z } from 'zod'
import { openDesk } from '../../../src/main/desk/desk'
import { appendUpdate, loadStory } from '../../../src/main/store/stories'
import { StoryId } from '../../../src/shared/story/ids'
import { storyText } from '../../../src/shared/story/story-doc'

const [folder, story, first] = z.tuple([z.string(), StoryId, z.coerce.number()]).parse(process.argv.slice(2))
const desk = openDesk(folder)
const doc = loadStory(desk.db, story)
let number = first
doc.on('update', (update: Uint8Array) => {
  appendUpdate(desk.db, story, update)
  process.stdout.write(`${number}\n`)
})
for (;;) {
  storyText(doc, 'contents').insert(storyText(doc, 'contents').length, `w${number} `)
  number += 1
  // Lets the lines out; a program that never rests prints nothing.
  if (number % 8 === 0) await new Promise((resolve) => setImmediate(resolve))
}
