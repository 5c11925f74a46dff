import type { DeskInfo } from '@shared/ipc'
import { nameOf } from './people'
import type { Approval } from './stages-shown'
import { When } from './When'

/** Who approved, when, and the remark that they left. */
export function ApprovalLine({ approval, desk }: { readonly approval: Approval; readonly desk: DeskInfo }) {
  return (
    <>
      <p>
        <strong>{nameOf(desk, approval.by)}</strong> {approval.note === '' ? 'approved' : 'approved with a remark'} <When at={approval.at} />
      </p>
      {approval.note !== '' && (
        <blockquote className="said decision-card__remark" dir="auto">
          {approval.note}
        </blockquote>
      )}
    </>
  )
}
