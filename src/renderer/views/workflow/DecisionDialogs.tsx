import type { StoryStatus } from '@shared/ipc'
import { useEffect } from 'react'
import { ApproveDialog } from './ApproveDialog'
import { ReassignDialog } from './ReassignDialog'
import { RequestChangesDialog } from './RequestChangesDialog'
import { ScheduleDialog } from './ScheduleDialog'
import { SubmitDialog } from './SubmitDialog'
import { WaiveDialog } from './WaiveDialog'
import { WithdrawApprovalDialog } from './WithdrawApprovalDialog'
import { closeDecision, useDecision } from './workflow-store'

/** The decision that is being made about the open story. */
export function DecisionDialogs({ status }: { readonly status: StoryStatus }) {
  const { dialog, check } = useDecision()
  // Leaving the story leaves its dialog too.
  useEffect(() => closeDecision, [])
  switch (dialog) {
    case 'none':
      return null
    case 'submit':
      return <SubmitDialog status={status} />
    case 'reassign':
      return <ReassignDialog status={status} />
    case 'waive':
      return <WaiveDialog key={check} status={status} check={check} />
    case 'approve':
      return <ApproveDialog status={status} />
    case 'requestChanges':
      return <RequestChangesDialog status={status} />
    case 'withdrawApproval':
      return <WithdrawApprovalDialog status={status} />
    case 'schedule':
      return <ScheduleDialog />
  }
}
