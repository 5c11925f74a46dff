import path from 'node:path'

/** What the app was asked to open when it was started. */
export interface StartOptions {
  /** Folder of a desk. */
  readonly desk: string | undefined
  /** Open the sample desk. */
  readonly sample: boolean
  /** A packet's file, as the system names it when one is double-clicked. */
  readonly packet: string | undefined
}

/** Whether a file has the name of a packet; whether it is one is seen when it is opened. */
export const isPacketFile = (file: string): boolean => file.toLowerCase().endsWith('.copydesk')

/** Reads `--desk=FOLDER`, `--sample` and the name of a packet's file from a command line; relative folders are relative to `directory`. */
export function startOptions(args: readonly string[], directory: string): StartOptions {
  const desk = args.find((arg) => arg.startsWith('--desk='))?.slice('--desk='.length)
  const packet = args.find((arg) => !arg.startsWith('-') && isPacketFile(arg))
  return { packet: packet === undefined ? undefined : path.resolve(directory, packet), desk: desk ? path.resolve(directory, desk) : undefined, sample: args.includes('--sample') }
}
