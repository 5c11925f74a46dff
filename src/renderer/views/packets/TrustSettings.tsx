import './packets.css'
import type { TrustedKey } from '@shared/packet/trusted-key'
import type { Failure } from '@shared/result'
import { KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { fullDate } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { complain } from '../../ui/notices'
import { ProblemList } from '../../ui/ProblemList'
import { Avatar } from '../identity/Avatar'
import { Fingerprint } from './Fingerprint'

/** The keys of people elsewhere whose packets are opened here without a question. */
export function TrustSettings() {
  const [keys, setKeys] = useState<readonly TrustedKey[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    void ask('trust.list').then((answer) => (answer.ok ? setKeys(answer.value) : setFailure(answer.error)))
  }, [])
  const end = async ({ member, desk }: TrustedKey): Promise<void> => {
    const answer = await ask('trust.end', { member, desk })
    if (answer.ok) setKeys(answer.value)
    else complain(answer.error)
  }
  if (failure !== null) return <ProblemList problems={[failure]} />
  if (keys === null) return null
  if (keys.length === 0) {
    return (
      <Empty icon={KeyRound} title="No keys yet">
        When you open the first packet of somebody, you are asked whether you trust their key. It is then listed here.
      </Empty>
    )
  }
  return (
    <div className="settings__form">
      <ul className="members">
        {keys.map((key) => (
          <OneKey key={`${key.member} ${key.desk}`} trusted={key} onEnd={() => void end(key)} />
        ))}
      </ul>
      <p className="settings__note">When you no longer trust a key, its next packet is asked about again. What it brought before stays. A member of this desk keeps their roles until their key is revoked under Members.</p>
    </div>
  )
}

function OneKey({ trusted, onEnd }: { readonly trusted: TrustedKey; readonly onEnd: () => void }) {
  const { member, name, deskName, trustedAt, endedAt } = trusted
  return (
    <li className="member">
      <Avatar name={name} size={32} />
      <div className="member__who">
        <span className="member__name" dir="auto">
          {name}
        </span>
        <span className="member__roles" dir="auto">
          {deskName}
        </span>
        <span className="member__roles">{endedAt === null ? `Trusted since ${fullDate(trustedAt)}` : `Not trusted since ${fullDate(endedAt)}`}</span>
      </div>
      <Fingerprint member={member} />
      {endedAt === null && (
        <Button size="small" onClick={onEnd} aria-label={`No longer trust the key of ${name}`}>
          No longer trust
        </Button>
      )}
    </li>
  )
}
