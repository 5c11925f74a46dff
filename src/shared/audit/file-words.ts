import type { AuditEntry } from './audit-report'

/** Where the file is that shows something, to go on after its name; for page and window alike. */
export const whereFileIs = ({ here }: NonNullable<AuditEntry['file']>): string => (here ? 'kept on this desk' : 'which is not on this desk')
