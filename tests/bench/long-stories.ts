import { createDesk } from '../../src/main/desk/desk'
import { createIdentity } from '../../src/main/desk/identity'
import { refreshStory } from '../../src/main/store/story-index'
import { createStory, loadStory } from '../../src/main/store/stories'
import { longStory } from './sample-text'

/** Makes a desk with a story for each headline, so many words long. */
export function deskOfLongStories(folder: string, stories: Readonly<Record<string, number>>): void {
  const { member } = createIdentity('Amina Okafor', ['writer', 'reviewer', 'publisher', 'admin'])
  const desk = createDesk(folder, { name: 'Harbour Cities Council', member })
  try {
    const [kind] = desk.kinds
    if (kind === undefined) throw new Error('The desk has no kinds')
    for (const [headline, words] of Object.entries(stories)) {
      const id = createStory(desk.db, { kind, by: member.id, headline, fields: { summary: 'What mayors of nine port cities agreed about housing for newcomers.' }, body: longStory(words) })
      refreshStory(desk, id, loadStory(desk.db, id))
    }
  } finally {
    desk.close()
  }
}
