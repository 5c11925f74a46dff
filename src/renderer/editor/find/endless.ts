import type { Pattern } from '@shared/find/pattern'

/** A question to the worker: does an expression come to an end on some texts? */
export interface Probe {
  readonly probe: number
  readonly source: string
  readonly matchCase: boolean
  readonly texts: readonly string[]
}
export interface ProbeAnswer {
  readonly probe: number
  readonly now: 'begun' | 'done'
}

/** An expression that goes through a story for longer than this is not run in the window; milliseconds. */
const limitMs = 500

/** What became of a try: the expression came to an end, or takes too long; or something else was asked meanwhile. */
export type Verdict = 'ends' | 'endless' | 'dropped'

let idle: Worker | null = null
let trial: { readonly drop: () => void } | null = null
let probes = 0

/**
 * Whether an expression goes through some texts in a time that nobody notices. Some (‘(a+)+$’) try more ways than there are seconds,
 * and a page can't stop them; so a worker tries first, and is ended when it takes too long. Only what was asked last is tried.
 */
export function tryExpression({ source, matchCase }: Extract<Pattern, { kind: 'pattern' }>, texts: readonly string[]): Promise<Verdict> {
  trial?.drop()
  const worker = idle ?? new Worker(new URL('./endless.worker.ts', import.meta.url), { type: 'module' })
  idle = null
  const probe = (probes += 1)
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = (verdict: Verdict): void => {
      clearTimeout(timer)
      worker.removeEventListener('message', hear)
      worker.removeEventListener('error', fail)
      if (verdict === 'ends') idle = worker
      else worker.terminate()
      trial = null
      resolve(verdict)
    }
    const fail = (): void => settle('endless')
    const hear = ({ data }: MessageEvent<ProbeAnswer>): void => {
      if (data.probe !== probe) return
      // The time counts from when it begins: a worker that starts on a busy computer is not slow yet.
      if (data.now === 'begun') timer = setTimeout(fail, limitMs)
      else settle('ends')
    }
    trial = { drop: () => settle('dropped') }
    worker.addEventListener('message', hear)
    worker.addEventListener('error', fail)
    worker.postMessage({ probe, source, matchCase, texts } satisfies Probe)
  })
}
