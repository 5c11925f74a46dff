import './story-header.css'
import type { CommandId } from '@shared/commands'
import type { StoryStatus } from '@shared/ipc'
import type { Member } from '@shared/workflow/member'
import { MoreHorizontal } from 'lucide-react'
import { actingMember, showMode, useApp } from '../../app/app-store'
import { runCommand } from '../../app/command-registry'
import { InspectorToggle } from '../../app/PaneToggles'
import { FieldAuthorship } from '../../editor/authorship/FieldAuthorship'
import { FieldMenu } from '../../editor/fields/FieldMenu'
import { shortcutLabel } from '../../app/shortcuts'
import { useStatus } from '../../story/status-store'
import { useStorySession } from '../../story/StoryProvider'
import { Button, IconButton } from '../../ui/Button'
import { Menu, type MenuEntry } from '../../ui/Menu'
import { Segments } from '../../ui/Segments'
import { StateChip } from '../../ui/StateChip'
import { mayNow, offersFor, whyNot, whyNotPublish, type Offer } from '../workflow/allowed-now'
import { NameVersion } from '../history/NameVersion'
import { ClearanceDialogs } from '../review/clearances/ClearanceDialogs'
import { DecisionDialogs } from '../workflow/DecisionDialogs'
import { StoryCommands } from '../workflow/StoryCommands'
import { decideIn } from '../workflow/workflow-store'
import { useGuest } from '../packets/guest-story'
import { PacketCommands } from '../packets/PacketCommands'
import { PacketDialogs } from '../packets/PacketDialogs'
import { ContentDialogs } from '../translations/ContentDialogs'
import { LanguageSwitch } from '../translations/LanguageSwitch'
import { ChangedSinceApproval } from './ChangedSinceApproval'
import { Remarks } from './Remarks'

const labels: Readonly<Record<Offer, string>> = {
  submit: 'Submit for review',
  approve: 'Approve',
  requestChanges: 'Request changes',
  withdraw: 'Withdraw',
  publish: 'Publish',
  unarchive: 'Take out of the archive',
}

/** Above the story: what it is, where it stands, and what can be done with it now. */
export function StoryHeader() {
  const { id, kind } = useStorySession()
  const guest = useGuest(id)
  const status = useStatus()
  const mode = useApp((state) => state.mode)
  const member = useApp(actingMember)
  const desk = useApp((state) => state.desk)
  return (
    <>
      <header className="story-header">
        <StoryCommands />
        <PacketCommands />
        <div className="story-header__what">
          {status && <StateChip state={status.shown} />}
          <span className="story-header__kind">{kind.label}</span>
          {guest && <span className="story-header__kind" dir="auto">from {guest.desk.name}</span>}
        </div>
        {status && <LanguageSwitch row={status.row} />}
        <div className="story-header__do">
          <Segments
            label="Show the story as"
            value={mode}
            options={[
              { value: 'write', label: 'Write' },
              { value: 'preview', label: 'Preview', hint: 'As readers will see it', keys: shortcutLabel('story.preview') },
            ]}
            onChange={showMode}
          />
          {status && member && <Decisions status={status} member={member} />}
          <InspectorToggle />
        </div>
        {status && <DecisionDialogs status={status} />}
        <ClearanceDialogs />
        <NameVersion />
        <FieldAuthorship />
        <FieldMenu />
        {status && <PacketDialogs status={status} />}
        <ContentDialogs status={status} />
      </header>
      {status && desk && <Remarks status={status} desk={desk} />}
      {status && <ChangedSinceApproval status={status} />}
    </>
  )
}

function Decisions({ status, member }: { readonly status: StoryStatus; readonly member: Member }) {
  const { primary, beside } = offersFor(status, member)
  const unavailable = primary === null || primary === 'publish' ? '' : whyNot(status, primary)
  // What a guest can do with a story that they have decided about is to send it back.
  const answers = status.guestOf !== undefined && (primary === null || unavailable !== '')
  return (
    <>
      {beside && <Button className={primary === null ? '' : 'story-header__beside'} onClick={() => runCommand(`story.${beside}`)}>{labels[beside]}</Button>}
      {answers && (
        <Button look="primary" onClick={() => runCommand('packet.reply')}>
          Send reply
        </Button>
      )}
      {primary && !answers && (
        <Button look="primary" unavailable={unavailable} onClick={() => runCommand(`story.${primary}`)}>
          {labels[primary]}
        </Button>
      )}
      <Menu align="end" trigger={<IconButton icon={MoreHorizontal} label="More actions" />} groups={[{ entries: decisions(status, member) }, { entries: content(status) }, { entries: elsewhere(status) }]} />
    </>
  )
}

function decisions(status: StoryStatus, member: Member): MenuEntry[] {
  return [
    entry('story.submit', 'Submit for review…', whyNot(status, 'submit')),
    entry('story.approve', 'Approve…', whyNot(status, 'approve')),
    entry('story.requestChanges', 'Request changes…', whyNot(status, 'requestChanges')),
    ...(mayNow(status, 'reapprove') ? [entry('story.reapprove', 'Approve the small change', '')] : []),
    ...(mayNow(status, 'reassign') ? [entry('story.reassign', 'Change the request…', '')] : []),
    entry('story.withdraw', 'Withdraw from review', whyNot(status, 'withdraw')),
    ...(mayNow(status, 'withdrawApproval') ? [entry('story.withdrawApproval', 'Withdraw my approval…', '')] : []),
    status.guestOf === undefined ? entry('packet.send', 'Send for review as packet…', '') : entry('packet.reply', 'Send reply…', ''),
    entry('story.publish', 'Publish…', whyNotPublish(status, member)),
    ...(mayNow(status, 'schedule') ? [{ id: 'schedule', label: status.workflow.scheduledFor === null ? 'Schedule…' : 'Schedule anew…', onSelect: () => decideIn('schedule') }] : []),
  ]
}

function content({ row }: StoryStatus): MenuEntry[] {
  const entryOf = (id: CommandId, label: string): MenuEntry => ({ id, label, keys: shortcutLabel(id), onSelect: () => void runCommand(id) })
  return [
    entryOf('story.translate', 'Translate into…'),
    entryOf('story.linkTranslation', 'Link as a translation of…'),
    ...(row.translations.length > 0 ? [entryOf('story.unlinkTranslation', 'Unlink from its translations')] : []),
    entryOf('story.changeKind', 'Change kind…'),
  ]
}

function elsewhere(status: StoryStatus): MenuEntry[] {
  const archived = status.workflow.state === 'archived'
  return [
    { id: 'comment', label: 'Comment…', keys: shortcutLabel('story.comment'), onSelect: () => void runCommand('story.comment') },
    archived ? entry('story.unarchive', 'Take out of the archive', whyNot(status, 'unarchive')) : entry('story.archive', 'Archive', whyNot(status, 'archive')),
  ]
}

function entry(id: CommandId, label: string, why: string): MenuEntry {
  const said = why === '' ? label : <span className="story-header__entry">{label}<small>{why}</small></span>
  return { id, label: said, keys: why === '' ? shortcutLabel(id) : undefined, disabled: why !== '', onSelect: () => void runCommand(id) }
}
