import type { SignatureState } from './audit-report'

/** What a signature's state says, for page and window alike. */
export const signatureWords: Readonly<Record<SignatureState, string>> = {
  right: 'The signature is right.',
  wrong: 'The signature is not theirs.',
  stranger: 'Signed by nobody of this desk.',
  unreadable: 'There is no signature to check.',
}
