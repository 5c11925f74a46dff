import type { Dismissal } from '@shared/story/dismissal'
import { useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import type { Proof } from '../../editor/proofing/proof'
import type { StorySession } from '../../story/story-session'
import { Button } from '../../ui/Button'
import { complain } from '../../ui/notices'
import { mediumDate } from '@shared/dates'

/** What was set aside in this story: by whom, when and why. */
export function Dismissed({ proof: { dismissed }, session }: { readonly proof: Proof; readonly session: StorySession }) {
  if (dismissed.size === 0) return null
  const sorted = [...dismissed].sort(([, a], [, b]) => (a.at < b.at ? 1 : -1))
  return (
    <section className="inspector__section" aria-labelledby="dismissed-title">
      <h3 className="inspector__heading" id="dismissed-title">
        Dismissed
        <span className="inspector__count">{dismissed.size}</span>
      </h3>
      <ul className="language-notes">
        {sorted.map(([key, dismissal]) => (
          <One key={key} name={key} dismissal={dismissal} session={session} />
        ))}
      </ul>
    </section>
  )
}

function One({ name, dismissal: { words, reason, by, at }, session }: { readonly name: string; readonly dismissal: Dismissal; readonly session: StorySession }) {
  const who = useApp(({ desk }) => desk?.members.find(({ id }) => id === by)?.name) ?? 'Someone who is not on this desk'
  const restore = async (): Promise<void> => {
    const answer = await ask('story.restoreNote', { id: session.id, key: name })
    if (!answer.ok) complain(answer.error)
  }
  const short = words.length > 80 ? `${words.slice(0, 78)}…` : words
  return (
    <li className="language-note">
      <p className="language-note__set-aside">
        <bdi className="language-note__kind">‘{short}’</bdi>
        <span dir="auto">{reason}</span>
        <span className="language-note__why">
          {who}, <time dateTime={at}>{mediumDate(new Date(at))}</time>
        </span>
      </p>
      <div className="language-note__do">
        <Button size="small" look="quiet" aria-label={`Take back the note on ‘${short}’`} onClick={() => void restore()}>
          Take back
        </Button>
      </div>
    </li>
  )
}
