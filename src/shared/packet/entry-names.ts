import { AssetHash, RevisionId } from '../story/ids'
import { packetLimits } from './packet-limits'

/** The entries that every packet has, beside its revisions and files. */
export const manifestName = 'manifest.json'
export const signatureName = 'manifest.sig'
export const storyName = 'story.yjs'
export const reviewPageName = 'review.html'
export const revisionName = (id: RevisionId): string => `revisions/${id}.json`
export const assetName = (hash: AssetHash): string => `assets/${hash}`

/** What an entry of a packet is, by its name. */
export type EntryRole =
  | { readonly is: 'manifest' | 'signature' | 'story' | 'reviewPage'; readonly limit: number }
  | { readonly is: 'revision'; readonly id: RevisionId; readonly limit: number }
  | { readonly is: 'asset'; readonly hash: AssetHash; readonly limit: number }

/** What a name says; null for one that no packet has. Only these names are ever looked at, so none can lead anywhere. */
export function roleOf(name: string): EntryRole | null {
  switch (name) {
    case manifestName:
      return { is: 'manifest', limit: packetLimits.manifest }
    case signatureName:
      return { is: 'signature', limit: 1024 }
    case storyName:
      return { is: 'story', limit: packetLimits.story }
    case reviewPageName:
      return { is: 'reviewPage', limit: packetLimits.reviewPage }
  }
  const revision = RevisionId.safeParse(/^revisions\/([0-9a-f]{64})\.json$/.exec(name)?.[1])
  if (revision.success) return { is: 'revision', id: revision.data, limit: packetLimits.revision }
  const asset = AssetHash.safeParse(/^assets\/([0-9a-f]{64})$/.exec(name)?.[1])
  return asset.success ? { is: 'asset', hash: asset.data, limit: packetLimits.asset } : null
}

/** Whether a name would lead out of the folder that somebody unpacks into. */
export function leadsOutside(name: string): boolean {
  return /^[\\/]|^[A-Za-z]:|\0/.test(name) || name.split(/[\\/]/).includes('..')
}
