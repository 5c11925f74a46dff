import path from 'node:path'

/** What the app was asked to open when it was started. */
export interface StartOptions {
  /** Folder of a desk. */
  readonly desk: string | undefined
  /** Open the sample desk. */
  readonly sample: boolean
}

/** Reads `--desk=FOLDER` and `--sample` from a command line; relative folders are relative to `directory`. */
export function startOptions(args: readonly string[], directory: string): StartOptions {
  const desk = args.find((arg) => arg.startsWith('--desk='))?.slice('--desk='.length)
  return { desk: desk ? path.resolve(directory, desk) : undefined, sample: args.includes('--sample') }
}
