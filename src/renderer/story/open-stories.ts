import { KindId, type StoryId } from '@shared/story/ids'
import { Kind } from '@shared/story/kind'
import { storyMeta } from '@shared/story/story-doc'
import { useApp } from '../app/app-store'
import { call, on } from '../app/bridge'
import { createStorySession, type StorySession } from './story-session'
import { sendAllAtOnce } from './update-queue'

/** Stories that stay open after one looked at another: coming back is immediate, with the cursor and the history as they were. */
const keptOpen = 6

interface OpenStory {
  readonly opening: Promise<StorySession>
  session: StorySession | null
  users: number
}

/** The least recently used first. */
const open = new Map<StoryId, OpenStory>()

on('story.updated', ({ id, update }) => open.get(id)?.session?.takeIn(update))
window.addEventListener('beforeunload', sendAllAtOnce)
useApp.subscribe(({ desk, story }, before) => {
  if (story !== null && story !== before.story) openSoon(story)
  if (desk?.path !== before.desk?.path) for (const id of open.keys()) void close(id)
  else if (desk !== null && (desk.kinds !== before.desk?.kinds || desk.guests !== before.desk?.guests)) for (const { session } of open.values()) if (session) adoptKind(session)
})

/** Starts to open a story that is about to be shown: main reads it while the page around it is drawn. */
export function openSoon(id: StoryId): void {
  if (!open.has(id)) open.set(id, startOpening(id))
}

/** Opens a story, or joins whoever has it open. Each call needs one `leaveStory`. @throws DeskError */
export function joinStory(id: StoryId): Promise<StorySession> {
  const story = open.get(id) ?? startOpening(id)
  story.users += 1
  open.delete(id)
  open.set(id, story)
  return story.opening
}

export function leaveStory(id: StoryId): void {
  const story = open.get(id)
  if (story === undefined) return
  story.users -= 1
  const idle = [...open].filter(([, { users }]) => users <= 0)
  for (const [other] of idle.slice(0, Math.max(0, idle.length - keptOpen))) void close(other)
}

/** The session of a story that is open already. */
export const openStory = (id: StoryId): StorySession | null => open.get(id)?.session ?? null

function startOpening(id: StoryId): OpenStory {
  const opening = call('story.open', { id }).then(({ update, row }) => {
    const session = createStorySession(id, update, row, kindOf(id, row.kind))
    storyMeta(session.doc).observe(() => adoptKind(session))
    return session
  })
  const story: OpenStory = { opening, session: null, users: 0 }
  opening.then(
    (session) => (story.session = session),
    () => open.get(id) === story && open.delete(id),
  )
  return story
}

/** Ends a session that nobody uses, once all of it is stored. What can't be stored stays open, and is tried again. */
async function close(id: StoryId): Promise<void> {
  const story = open.get(id)
  if (story === undefined) return
  try {
    await story.session?.flush()
  } catch {
    return
  }
  if (story.users > 0 && open.get(id) === story) return
  open.delete(id)
  story.session?.end()
}

/** The story has another kind now, or the desk has changed the kind that it has. */
function adoptKind(session: StorySession): void {
  const id = KindId.safeParse(storyMeta(session.doc).get('kind'))
  if (id.success) session.adoptKind(kindOf(session.id, id.data))
}

/** The kind as the desk has it, or the desk that the story belongs to; what every story has, where the desk no longer knows it. */
function kindOf(story: StoryId, id: Kind['id']): Kind {
  const { desk } = useApp.getState()
  const known = desk?.guests?.find((guest) => guest.story === story)?.kind ?? desk?.kinds.find((kind) => kind.id === id)
  const field = (name: string, label: string, type: string) => ({ id: name, label, type })
  return known ?? Kind.parse({ id, label: id, plural: id, fields: [field('headline', 'Headline', 'text'), field('slug', 'Slug', 'slug'), field('summary', 'Summary', 'longText')] })
}
