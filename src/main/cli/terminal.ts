/** What a command is run with: where it prints, where it is, and what tells it to stop. */
export interface Terminal {
  /** Results, for programs to read. */
  out(line: string): void
  /** Progress and errors, for people. */
  err(line: string): void
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Relative paths are relative to this folder. */
  readonly directory: string
  /** Aborted when the person stops the command. */
  readonly signal: AbortSignal
}

/** Says how far something is: each new step at once, and the same one again every two seconds. */
export function progressOn(terminal: Terminal): (progress: { done: number; total: number; label: string }) => void {
  let label = ''
  let said = 0
  return (progress) => {
    if (progress.label === '' || (progress.label === label && Date.now() - said < 2000)) return
    label = progress.label
    said = Date.now()
    terminal.err(progress.total > 0 ? `${label} (${progress.done} of ${progress.total})` : label)
  }
}
