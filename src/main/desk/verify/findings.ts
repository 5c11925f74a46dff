import type { VerifyReport } from '../../../shared/ipc'

/** What verification looks at, in the order of the report. */
const subjects = [
  'Database file',
  'Members',
  'Revoked keys',
  'Changes of roles',
  'Versions of the rules of sign-off',
  'Story updates',
  'Workflow events and their signatures',
  'Workflow events that changed nothing (not allowed, or too late)',
  'Versions and their hashes',
  'Stretches of work and what was seen',
  'Files and their hashes',
  'Lists and search',
] as const
export type Subject = (typeof subjects)[number]

/** Collects how much was checked and what was wrong. */
export class Findings {
  private readonly counts = new Map<Subject, number>()
  private readonly faults = new Map<Subject, string[]>()

  checked(subject: Subject, count = 1): void {
    this.counts.set(subject, (this.counts.get(subject) ?? 0) + count)
  }

  /** @param sentence What is wrong, and with which part. */
  fault(subject: Subject, sentence: string): void {
    this.faults.set(subject, [...(this.faults.get(subject) ?? []), sentence])
  }

  report(): VerifyReport {
    const lines = subjects
      .filter((subject) => this.counts.has(subject) || this.faults.has(subject))
      .map((what) => ({ what, checked: this.counts.get(what) ?? 0, faults: this.faults.get(what) ?? [] }))
    return { lines, ok: lines.every(({ faults }) => faults.length === 0) }
  }
}
