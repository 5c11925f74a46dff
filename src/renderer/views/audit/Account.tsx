import '../identity/keys.css'
import '../settings/settings.css'
import type { AuditApproval, AuditEntry, AuditMember, AuditReport } from '@shared/audit/audit-report'
import { short } from '@shared/audit/describe-event'
import { whereFileIs } from '@shared/audit/file-words'
import { signatureWords } from '@shared/audit/signature-words'
import { BadgeCheck, CircleX, Paperclip, ShieldCheck, ShieldX } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { fullDate } from '../../ui/dates'
import { Avatar } from '../identity/Avatar'
import { rolesLine } from '../identity/roles'
import { Fingerprint } from '../packets/Fingerprint'
import { RevisionName } from '../workflow/RevisionName'

/** What the log of a story says, as one reads it: sign-offs first, then event by event, then the keys. */
export function Account({ report }: { readonly report: AuditReport }) {
  return (
    <div className="account">
      <Part title="Sign-offs">
        {report.approvals.length === 0 ? (
          <p className="account__quiet">No version was ever approved.</p>
        ) : (
          <ul className="account__signoffs">
            {report.approvals.map((approval, place) => (
              <SignOff key={`${approval.revision} ${place}`} approval={approval} />
            ))}
          </ul>
        )}
      </Part>
      <Part title="What happened">
        {report.entries.length === 0 ? (
          <p className="account__quiet">Nothing yet. Each decision will stand here with its signature.</p>
        ) : (
          <ol className="account__log">
            {report.entries.map((entry, place) => (
              <Entry key={`${entry.id} ${place}`} entry={entry} />
            ))}
          </ol>
        )}
      </Part>
      <Part title="Members and their keys">
        <ul className="members">
          {report.members.map((member) => (
            <Signer key={member.id} member={member} />
          ))}
        </ul>
      </Part>
      {report.journeys.length > 0 && (
        <Part title="What left the desk and came back">
          <p className="account__quiet">Notes of this desk; they are not signed.</p>
          <ul className="account__rules">
            {report.journeys.map((one) => (
              <li key={one} dir="auto">
                {one}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Rules of sign-off now">
        <ul className="account__rules">
          {report.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Part>
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

function SignOff({ approval: { revision, hash, by, rule, takenBack, current } }: { readonly approval: AuditApproval }) {
  const sound = hash === 'right' && !takenBack
  return (
    <li className={`boxed with-sign ${sound ? 'with-sign--good' : 'with-sign--bad'} account__signoff`}>
      {sound ? <BadgeCheck size={17} aria-hidden /> : <CircleX size={17} aria-hidden />}
      <div>
        <p className="account__version">
          Version <RevisionName id={revision} /> {takenBack ? 'was approved, and taken back' : current ? 'may leave the desk' : 'was approved, until a newer one was'}
        </p>
        {by.map((one) => (
          <p key={one} dir="auto">
            {one}
          </p>
        ))}
        <p>{rule}</p>
        <p className={hash === 'right' ? 'account__quiet' : 'account__bad'}>{hash === 'right' ? 'Its content hashes to its name.' : hash === 'wrong' ? 'Its content was changed on the desk: it no longer hashes to its name.' : 'Its content is missing from the desk.'}</p>
      </div>
    </li>
  )
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { at, byName, text, note, file, effect, counted, revision, signature, unseen, id } = entry
  const signed = signature === 'right'
  return (
    <li className={`account__event ${counted ? '' : 'account__event--void'}`}>
      <p className="account__deed">
        <strong dir="auto">{byName}</strong> <span dir="auto">{text}</span> {revision && <RevisionName id={revision} />}
      </p>
      {note !== '' && <blockquote className="said" dir="auto">{note}</blockquote>}
      {file && (
        <p className="account__file">
          <Paperclip size={14} aria-hidden />
          <span>
            <bdi>{file.name}</bdi>, SHA-256 <code dir="ltr">{file.hash}</code>, {whereFileIs(file)}
          </span>
        </p>
      )}
      <p>{effect}</p>
      {unseen.length > 0 && (
        <div className="account__unseen">
          <p>Its author had not seen:</p>
          <ul>
            {unseen.map((one) => (
              <li key={one} dir="auto">
                {one}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="account__proof">
        {at !== '' && <time dateTime={at}>{fullDate(at)}</time>}
        <span className={signed ? 'account__good' : 'account__bad'}>
          {signed ? <ShieldCheck size={13} aria-hidden /> : <ShieldX size={13} aria-hidden />} {signatureWords[signature]}
        </span>
        {id !== '' && <code dir="ltr">{short(id)}</code>}
      </p>
    </li>
  )
}

function Signer({ member: { id, name, roles, earlier, revoked, addedAt } }: { readonly member: AuditMember }) {
  return (
    <li className={`member ${revoked === '' ? '' : 'member--gone'}`}>
      <Avatar name={name} size={30} />
      <div className="member__who">
        <span className="member__name">
          <bdi>{name}</bdi>
        </span>
        <span className="member__roles">
          {rolesLine(roles)} · since {fullDate(addedAt)}
        </span>
        {earlier.map((sentence) => (
          <span className="member__roles" key={sentence}>
            {sentence}
          </span>
        ))}
        {revoked !== '' && <span className="member__gone">{revoked}</span>}
      </div>
      <Fingerprint member={id} />
    </li>
  )
}
