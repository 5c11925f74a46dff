import type { PublishTarget } from '../../../src/main/publish/target'

/** A step of a delivery, and on which side of it the power goes off. */
export interface CrashPoint {
  readonly step: 'find' | 'placeFile' | 'prepare' | 'write' | 'readBack'
  /** Of several calls of this step, the how many-th; from 1. */
  readonly call: number
  readonly side: 'before' | 'after'
}

/** All points at which a delivery of a story with two files can be cut off. */
export const crashPoints: readonly CrashPoint[] = (['find', 'placeFile', 'prepare', 'write', 'readBack'] as const).flatMap((step) =>
  (step === 'placeFile' ? [1, 2] : [1]).flatMap((call) => (['before', 'after'] as const).map((side) => ({ step, call, side }))),
)

/** A target at which something happens at one point of a delivery, on its way there or back. */
export function happening(target: PublishTarget, point: CrashPoint, happens: (signal: AbortSignal) => Promise<void>): PublishTarget {
  let calls = 0

  async function guard<T>(step: CrashPoint['step'], signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (step === point.step) calls += 1
    const now = step === point.step && calls === point.call
    if (now && point.side === 'before') await happens(signal)
    const answer = await work()
    if (now && point.side === 'after') await happens(signal)
    return answer
  }

  return {
    ...target,
    find: (story, known, signal) => guard('find', signal, () => target.find(story, known, signal)),
    placeFile: (story, file, known, signal) => guard('placeFile', signal, () => target.placeFile(story, file, known, signal)),
    prepare: (story, files, existing, signal) =>
      guard('prepare', signal, async () => {
        const prepared = await target.prepare(story, files, existing, signal)
        return { ...prepared, write: (copy, stop) => guard('write', stop, () => prepared.write(copy, stop)) }
      }),
    readBack: (remoteId, signal) => guard('readBack', signal, () => target.readBack(remoteId, signal)),
  }
}

/**
 * A target that goes dark at one point, as a process does that is killed there: the call before it is never made, or
 * its answer never comes back. `dark` settles at that moment.
 */
export function crashing(target: PublishTarget, point: CrashPoint): { readonly target: PublishTarget; readonly dark: Promise<void> } {
  let goDark = (): void => {}
  const dark = new Promise<void>((resolve) => (goDark = resolve))
  const never = (signal: AbortSignal): Promise<void> => {
    goDark()
    // Only so that the test can clean up: to the delivery it stays dark.
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('The test is over'))))
  }
  return { dark, target: happening(target, point, never) }
}
