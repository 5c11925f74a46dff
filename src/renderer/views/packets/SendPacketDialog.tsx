import './packets.css'
import { isBlocker } from '@shared/checks/preflight'
import type { StoryStatus } from '@shared/ipc'
import { inMegabytes } from '@shared/packet/packet-limits'
import { activeMembers, Role, type Member } from '@shared/workflow/member'
import { Package } from 'lucide-react'
import { useState } from 'react'
import { actingMember, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { useWordsFor } from '../../story/words-for'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Checkbox, Select, TextArea, TextField } from '../../ui/Field'
import { ProblemList } from '../../ui/ProblemList'
import { Progress } from '../../ui/Progress'
import { roleWords } from '../identity/roles'
import { Findings } from '../inspector/Findings'
import { whyNot } from '../workflow/allowed-now'
import { closePacketDialog } from './packet-store'
import { PacketIsWritten } from './PacketIsWritten'
import { useFilesThere } from './use-files-there'
import { usePacketWriting } from './use-packet-writing'

const somebodyNew = 'new'

/** Sends the story to somebody on another computer, who needs no server: one file for them to read, comment and decide. */
export function SendPacketDialog({ status }: { readonly status: StoryStatus }) {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  const { progress, failure, written, write, cancel } = usePacketWriting(status.id)
  const others = activeMembers(desk?.members ?? []).filter(({ id }) => id !== me?.id)
  const [to, setTo] = useState<string>(others.find(({ id }) => desk?.signable.includes(id) === false)?.id ?? somebodyNew)
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>(['reviewer'])
  const [note, setNote] = useWordsFor('packet')
  const [due, setDue] = useState('')
  const [anew, setAnew] = useState(true)
  const [asked, setAsked] = useState(false)
  const [allFiles, setAllFiles] = useState(false)
  const there = useFilesThere(status.id, others.find(({ id }) => id === to)?.id)
  if (desk === null || me === undefined) return null

  const member = others.find(({ id }) => id === to)
  const person = member?.name ?? name.trim()
  if (written !== null) {
    return (
      <PacketIsWritten title={`Sent to ${person}`} packet={written} to={person} me={me.id}>
        <p>{person} reads it in Copydesk, or just looks at ‘review.html’ in it, which any browser shows. When the answer comes, open it here.</p>
      </PacketIsWritten>
    )
  }
  const { state, submitted } = status.workflow
  const underReview = state === 'inReview' && submitted !== null
  const edited = underReview && submitted.revision !== status.currentRevision
  const submit = !underReview || (edited && anew)
  const blockers = submit ? status.findings.filter((finding) => isBlocker(finding, status.policy)) : []
  const unavailable = progress !== null ? 'The packet is being written.' : submit ? whyNot(status, 'submit') || (blockers.length > 0 ? 'Preflight found something that must be put right first.' : '') : ''
  const send = (): void => {
    setAsked(true)
    if (unavailable !== '' || (member === undefined && (name.trim() === '' || roles.length === 0))) return
    const addressee = member === undefined ? { name: name.trim(), roles: Role.options.filter((role) => roles.includes(role)) } : { member: member.id }
    void write((file, job) => ask('packet.send', { story: status.id, file, to: addressee, note, due: due === '' ? null : due, submit, allFiles, job }), () => setNote(''))
  }
  return (
    <Dialog
      title="Send for review as packet"
      about="One file with the story, its pictures and what was decided so far, signed by you. It goes by any way that files go; no server is needed."
      width={540}
      onClose={progress === null ? closePacketDialog : cancel}
      onSubmit={send}
      foot={
        <>
          <Button onClick={progress === null ? closePacketDialog : cancel}>Cancel</Button>
          <Button look="primary" type="submit" icon={Package} unavailable={unavailable}>
            {submit ? 'Submit and write packet…' : 'Write packet…'}
          </Button>
        </>
      }
    >
      {blockers.length > 0 && (
        <section className="decision__blocked" aria-label="What must be put right first">
          <h3>{blockers.length === 1 ? 'One thing must be put right first' : `${blockers.length} things must be put right first`}</h3>
          <Findings findings={blockers} onReveal={closePacketDialog} />
        </section>
      )}
      {others.length > 0 && <Select label="To" value={to} options={[...others.map(optionOf), { value: somebodyNew, label: 'Somebody new…' }]} onChange={(event) => setTo(event.target.value)} />}
      {member === undefined && (
        <>
          <TextField label={others.length > 0 ? 'Their name' : 'To'} required value={name} maxLength={120} dir="auto" onChange={(event) => setName(event.target.value)} error={asked && name.trim() === '' ? 'Say who it goes to.' : undefined} help="They become a member of this desk when their first answer comes and you have compared their key." />
          <Roles roles={roles} onRoles={setRoles} asked={asked} />
        </>
      )}
      <TextArea label="Note" help="What they should look at, if anything in particular." dir="auto" value={note} onChange={(event) => setNote(event.target.value)} rows={3} maxLength={10_000} />
      <TextField label="Due date" type="date" value={due} onChange={(event) => setDue(event.target.value)} className="decision__date" />
      <p className="packet-quiet">{whatGoes(underReview, edited, submit)}</p>
      {edited && <Checkbox label="Submit the story as it is now first" checked={anew} onChange={(event) => setAnew(event.target.checked)} />}
      {there.files > 0 && (
        <Checkbox
          label={
            <span>
              Send all files again <small>{leftOutOtherwise(there, person)}</small>
            </span>
          }
          checked={allFiles}
          onChange={(event) => setAllFiles(event.target.checked)}
        />
      )}
      {failure && <ProblemList problems={[failure]} />}
      {progress && <Progress {...progress} />}
    </Dialog>
  )
}

const optionOf = ({ id, name }: Member): { value: string; label: string } => ({ value: id, label: name })

function leftOutOtherwise({ files, size }: { readonly files: number; readonly size: number }, person: string): string {
  const [which, are] = files === 1 ? ['one file', 'is'] : [`${files} files`, 'are']
  return `Otherwise ${which} of it (${inMegabytes(size)}), which ${are} on the desk of ${person} already, ${are} left out.`
}

function whatGoes(underReview: boolean, edited: boolean, submit: boolean): string {
  if (!underReview) return 'The story as it is on the screen is submitted for review, and sent.'
  if (!edited) return 'The version that is in review is sent.'
  return submit ? 'The story was edited since it was submitted. It is submitted anew, and sent.' : 'The version that is in review stays the one to decide about. Later edits are sent along, for reading.'
}

function Roles({ roles, onRoles, asked }: { readonly roles: readonly Role[]; readonly onRoles: (roles: readonly Role[]) => void; readonly asked: boolean }) {
  return (
    <fieldset className="packet-roles">
      <legend>Invited as</legend>
      {roleWords.map(({ role, label, about }) => (
        <Checkbox key={role} label={<span>{label} <small>{about}</small></span>} checked={roles.includes(role)} onChange={(event) => onRoles(event.target.checked ? [...roles, role] : roles.filter((other) => other !== role))} />
      ))}
      {asked && roles.length === 0 && (
        <span className="field__error" role="alert">
          Choose at least one role.
        </span>
      )}
    </fieldset>
  )
}
