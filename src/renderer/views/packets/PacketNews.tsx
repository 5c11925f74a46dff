import type { PacketSummary } from '@shared/packet/packet-report'
import { inMegabytes } from '@shared/packet/packet-limits'
import { fullDate } from '../../ui/dates'
import { dayInFull } from '@shared/dates'

/** What a packet says and would bring: which story, what is asked, and what is new in it. */
export function PacketNews({ summary }: { readonly summary: PacketSummary }) {
  const { story, note, due, desk, at, size, reply, openedBefore, to } = summary
  return (
    <>
      <section className="boxed packet-story" aria-label="Story">
        <p className="packet-story__headline" dir="auto">
          {story.headline || 'Untitled'}
        </p>
        <p className="packet-story__about">
          {story.kind} · {story.words === 1 ? '1 word' : `${story.words} words`}
          {summary.files > 0 && ` · ${filesIn(summary)}`} · {inMegabytes(size)}
        </p>
      </section>
      {note !== '' && (
        <blockquote className="said packet-note" dir="auto">
          {note}
        </blockquote>
      )}
      <dl className="packet-facts">
        <div>
          <dt>From</dt>
          <dd dir="auto">
            {summary.sender.name}, {desk.name}
          </dd>
        </div>
        <div>
          <dt>To</dt>
          <dd dir="auto">{to}</dd>
        </div>
        <div>
          <dt>Made</dt>
          <dd>{fullDate(at)}</dd>
        </div>
        {due !== null && (
          <div>
            <dt>Due</dt>
            <dd>{dayInFull(new Date(`${due}T00:00`))}</dd>
          </div>
        )}
      </dl>
      {(reply || !story.isNew) && <WhatIsNew summary={summary} />}
      {openedBefore && <p className="packet-quiet">This packet was opened here before. Opening it again changes nothing that has come since.</p>}
    </>
  )
}

function filesIn({ files, filesHere }: PacketSummary): string {
  const all = files === 1 ? '1 file' : `${files} files`
  return filesHere === 0 ? all : filesHere === files ? `${all}, already on this desk` : `${all}, ${filesHere} already on this desk`
}

function WhatIsNew({ summary: { news } }: { readonly summary: PacketSummary }) {
  const { decisions, comments, suggestions, changes } = news
  const nothing = decisions.length === 0 && comments === 0 && suggestions === 0 && (changes ?? 0) === 0
  return (
    <section className="packet-news" aria-label="What is new">
      <h3>What is new</h3>
      {nothing && <p className="packet-quiet">Nothing that this desk does not know.</p>}
      <ul>
        {decisions.map(({ id, byName, text, note }) => (
          <li key={id} dir="auto">
            <strong>{byName}</strong> {text}
            {note !== '' && <q>{note}</q>}
          </li>
        ))}
        {comments > 0 && <li>{comments === 1 ? 'One comment' : `${comments} comments`}</li>}
        {suggestions > 0 && <li>{suggestions === 1 ? 'One suggestion' : `${suggestions} suggestions`}</li>}
        {changes !== null && changes > 0 && <li>{changes === 1 ? 'One change of the story' : `${changes} changes of the story`}</li>}
      </ul>
    </section>
  )
}
