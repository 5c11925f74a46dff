import type { ReadRequest } from './read-packet'

const megabyte = 1024 * 1024

/**
 * Hears of bytes as they are read or written, and says how far it is in whole megabytes. Each call looks whether the person has
 * cancelled, so that a large file is left in its middle.
 * @throws what `cancelled` answers.
 */
export function byteProgress(total: number, label: string, { signal, report }: ReadRequest, cancelled: () => Error): (bytes: number) => void {
  const all = Math.ceil(total / megabyte)
  let [done, said] = [0, -1]
  return (bytes) => {
    if (signal?.aborted) throw cancelled()
    done += bytes
    const now = Math.min(all, Math.floor(done / megabyte))
    if (now === said) return
    said = now
    report?.({ done: now, total: all, label: `${label} (MB)` })
  }
}
