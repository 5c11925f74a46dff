import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the app was asked to open when it was started. */
export interface StartOptions {
  /** Folder of a desk. */
  readonly desk: string | undefined
  /** Open the sample desk. */
  readonly sample: boolean
  /** Packets' files, as the system names them when they are double-clicked. */
  readonly packets: readonly string[]
}

/** Whether a file has the name of a packet; whether it is one is seen when it is opened. */
export const isPacketFile = (file: string): boolean => file.toLowerCase().endsWith('.copydesk')

/** Reads `--desk=FOLDER`, `--sample` and the names of packets' files from a command line; relative ones are relative to `directory`. */
export function startOptions(args: readonly string[], directory: string): StartOptions {
  const desk = args.find((arg) => arg.startsWith('--desk='))?.slice('--desk='.length)
  const packets = args.flatMap((arg) => (arg.startsWith('-') ? [] : (packetNamed(arg, directory) ?? [])))
  return { packets: [...new Set(packets)], desk: desk ? path.resolve(directory, desk) : undefined, sample: args.includes('--sample') }
}

/** Desktops of Linux name a file by its address rather than its path. */
function packetNamed(arg: string, directory: string): string | undefined {
  if (!/^file:/i.test(arg)) return isPacketFile(arg) ? path.resolve(directory, arg) : undefined
  try {
    const address = new URL(arg)
    // A file of another computer is none that was double-clicked here.
    const file = address.hostname === '' ? fileURLToPath(address) : ''
    return isPacketFile(file) ? file : undefined
  } catch {
    return undefined
  }
}
