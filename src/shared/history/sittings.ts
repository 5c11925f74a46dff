import type { MemberId } from '../story/ids'
import type { KeptVersion } from './kept-version'

/** A sitting ends with a pause of so many minutes. */
export const pauseMinutes = 30
export const pauseMs = pauseMinutes * 60_000

/** An author's stretch of work on a story without a longer pause, with the versions that were kept of it, the latest first. Never empty. */
export interface Sitting {
  readonly by: MemberId
  readonly byName: string
  readonly began: string
  readonly ended: string
  readonly added: number | null
  readonly removed: number | null
  readonly versions: readonly [KeptVersion, ...KeptVersion[]]
}

/**
 * Groups versions by sitting. Each version is in one sitting, in the order given, and what stands beside each other belongs together when
 * one person wrote it with no pause between. More versions at the end never change how the ones before them are grouped.
 * @param kept The latest first.
 */
export function sittingsOf(kept: readonly KeptVersion[]): Sitting[] {
  const sittings: Sitting[] = []
  for (const version of kept) {
    const later = sittings.at(-1)
    if (later !== undefined && goesOn(version, later)) sittings[sittings.length - 1] = joined(later, version)
    else sittings.push({ ...version, versions: [version] })
  }
  return sittings
}

/** Whether a version was written in the same sitting as what came after it. */
function goesOn(earlier: KeptVersion, { by, began, versions: [latest, ...others] }: Sitting): boolean {
  const next = others.at(-1) ?? latest
  if (earlier.by !== by || !isWork(earlier) || !isWork(next)) return false
  return Date.parse(began) - Date.parse(earlier.ended) < pauseMs
}

/** What came in a packet is a step of its own. */
const isWork = ({ why }: KeptVersion): boolean => why !== 'merge'

function joined(later: Sitting, earlier: KeptVersion): Sitting {
  return {
    ...later,
    began: earlier.began < later.began ? earlier.began : later.began,
    ended: earlier.ended > later.ended ? earlier.ended : later.ended,
    added: sum(later.added, earlier.added),
    removed: sum(later.removed, earlier.removed),
    versions: [later.versions[0], ...later.versions.slice(1), earlier],
  }
}

const sum = (one: number | null, other: number | null): number | null => (one === null ? other : other === null ? one : one + other)
