const kilobyte = 1024
const megabyte = 1024 * kilobyte

/**
 * What a packet may be at most. Generous for a report with its pictures, small enough that no file that somebody sends can fill a disk or a
 * memory. Sizes are bytes of what is in the packet, not of the file that carries it.
 */
export const packetLimits = {
  /** The file itself. */
  file: 600 * megabyte,
  entries: 5000,
  /** All that is in it. */
  total: 600 * megabyte,
  manifest: 8 * megabyte,
  /** The story with its whole history of edits. */
  story: 64 * megabyte,
  revision: 16 * megabyte,
  asset: 50 * megabyte,
  reviewPage: 64 * megabyte,
  /** From this size on an entry may be so many times larger than what it takes in the file; text is seldom packed more tightly. */
  ratioFrom: megabyte,
  ratio: 200,
} as const

/** A size for a person: ‘3.4 MB’. */
export function inMegabytes(bytes: number): string {
  return bytes < megabyte ? `${Math.max(1, Math.round(bytes / kilobyte))} KB` : `${(Math.ceil((bytes / megabyte) * 10) / 10).toString()} MB`
}
