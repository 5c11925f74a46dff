import { create } from 'zustand'

/** Which decision is being made in a dialog, if any. */
export type DecisionDialog = 'none' | 'submit' | 'approve' | 'requestChanges' | 'schedule'

export const useDecision = create<{ readonly dialog: DecisionDialog }>(() => ({ dialog: 'none' }))

export const decideIn = (dialog: DecisionDialog): void => useDecision.setState({ dialog })
export const closeDecision = (): void => useDecision.setState({ dialog: 'none' })
