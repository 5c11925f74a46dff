import { canonicalBytes, sha256Hex } from '../../shared/story/canonical'
import type { Parts, PublishTarget } from './target'

/** SHA-256 over all parts: one name for what a target holds. */
export function hashOfParts(parts: Parts): string {
  return sha256Hex(canonicalBytes(parts))
}

/** SHA-256 of each part. */
export function partHashes(parts: Parts): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, sha256Hex(canonicalBytes(text))]))
}

/** The parts that the target holds otherwise than they were sent. */
export function differingParts(sent: Parts, held: Parts): string[] {
  return Object.keys(sent).filter((part) => sent[part] !== held[part])
}

/** What the target did to the parts that came out otherwise, in sentences. */
export function differenceRemarks(target: Pick<PublishTarget, 'describeDifference'>, sent: Parts, held: Parts): string[] {
  return differingParts(sent, held).map((part) => target.describeDifference(part, sent[part] ?? '', held[part] ?? ''))
}

/** The parts whose hash is not the one that was noted, apart from those that nothing was noted of. */
export function changedParts(noted: Readonly<Record<string, string>>, held: Parts): string[] {
  const hashes = partHashes(held)
  return Object.keys(noted).filter((part) => noted[part] !== hashes[part])
}

/** ‘the title’, ‘the title and the text’, ‘the title, the text and the slug’. */
export function inWords(names: readonly string[]): string {
  const [last = '', ...rest] = [...names].reverse()
  return rest.length === 0 ? last : `${rest.reverse().join(', ')} and ${last}`
}
