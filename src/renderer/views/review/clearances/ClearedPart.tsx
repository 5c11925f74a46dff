import type { Clearance } from '@shared/clearance/clearance'
import { partNames } from '@shared/clearance/in-words'
import { ShieldAlert, ShieldCheck, ShieldQuestionMark, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp } from '../../../app/app-store'
import { whoCleared, type PlacedStanding } from '../../../editor/clearances/clearances-of-text'
import { Button } from '../../../ui/Button'
import { nameOf } from '../people'
import { When } from '../When'
import { clearInDialog, takeBackInDialog } from './clearing'
import { EvidenceFile } from './EvidenceFile'
import { PartLink, PartWords } from './PartLink'

/** A part that is cleared, with who vouches for it and by what. */
export function ClearedPart({ standing, may }: { readonly standing: PlacedStanding; readonly may: boolean }) {
  return (
    <Card state="cleared" icon={ShieldCheck}>
      <PartLink standing={standing} />
      {standing.cleared.map((clearance) => (
        <Vouched key={clearance.event} clearance={clearance} may={may} />
      ))}
    </Card>
  )
}

/** A part that says something else than what was cleared. */
export function ChangedPart({ standing, may }: { readonly standing: PlacedStanding; readonly may: boolean }) {
  const { part, before } = standing
  if (before === null) return null
  return (
    <Card state="changed" icon={ShieldAlert}>
      <PartLink standing={standing} />
      <p className="clearance__news">Changed after it was cleared. Cleared was:</p>
      <PartWords kind={part.kind} className="clearance__was" words={before.part.excerpt} />
      <Vouched clearance={before} may={may} again={() => clearInDialog(part)} />
    </Card>
  )
}

/** A cleared part that is no longer in the text. */
export function GonePart({ clearance, may }: { readonly clearance: Clearance; readonly may: boolean }) {
  return (
    <Card state="gone" icon={ShieldQuestionMark}>
      <p className="clearance__part">
        <span className="clearance__kind">{`Was a ${partNames[clearance.part.kind]}, no longer in the text`}</span>
        {clearance.part.excerpt !== '' && (
          <PartWords kind={clearance.part.kind} className="clearance__was" words={clearance.part.excerpt} />
        )}
      </p>
      <Vouched clearance={clearance} may={may} />
    </Card>
  )
}

function Card({ state, icon: Icon, children }: { readonly state: 'cleared' | 'changed' | 'gone'; readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <li className={`clearance clearance--${state}`}>
      <Icon size={16} aria-hidden />
      <div className="clearance__said">{children}</div>
    </li>
  )
}

/** Who vouches for it, who recorded that and when, and by what. */
function Vouched({ clearance, may, again }: { readonly clearance: Clearance; readonly may: boolean; readonly again?: () => void }) {
  const desk = useApp((state) => state.desk)
  const { clearedBy, by, at, evidence } = clearance
  return (
    <div className="clearance__vouched">
      <p className="clearance__who">
        <strong>{whoCleared(clearance)}</strong>
        {clearedBy !== undefined && desk !== null && `, recorded by ${nameOf(desk, by)}`} <When at={at} />
      </p>
      <p className="clearance__evidence" dir="auto">
        {evidence.text}
      </p>
      <div className="clearance__tools">
        {evidence.file && <EvidenceFile file={evidence.file} />}
        {may && again && (
          <Button size="small" onClick={again}>
            Clear it again…
          </Button>
        )}
        {may && (
          <Button size="small" look="quiet" onClick={() => takeBackInDialog(clearance)}>
            Take back…
          </Button>
        )}
      </div>
    </div>
  )
}
