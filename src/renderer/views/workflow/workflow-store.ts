import { create } from 'zustand'

/** Which decision is being made in a dialog, if any. */
export type DecisionDialog = 'none' | 'submit' | 'reassign' | 'approve' | 'requestChanges' | 'schedule' | 'waive' | 'withdrawApproval'

interface Deciding {
  readonly dialog: DecisionDialog
  /** The check whose findings are being set aside. */
  readonly check: string
}

export const useDecision = create<Deciding>(() => ({ dialog: 'none', check: '' }))

export const decideIn = (dialog: Exclude<DecisionDialog, 'waive'>): void => useDecision.setState({ dialog, check: '' })
export const waiveIn = (check: string): void => useDecision.setState({ dialog: 'waive', check })
export const closeDecision = (): void => useDecision.setState({ dialog: 'none', check: '' })
