import { z } from 'zod'
import { previewDocument } from '../../shared/html/preview-document'
import { PreviewSubject, PreviewSurface } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import type { PictureSources } from '../../shared/html/render/picture'
import { StoryId, type AssetHash } from '../../shared/story/ids'
import type { Revision } from '../../shared/story/revision'
import { workflowOf } from '../desk/story-workflow'
import type { DeskSession } from '../session/desk-session'
import { variantsOf } from '../store/asset-variants'
import { describeAsset } from '../store/assets'
import { deliveriesOf } from '../store/deliveries'
import { getRevision } from '../store/revisions'
import { snapshot } from '../store/snapshot'
import { standingOf } from '../store/story-standing'
import { assetScheme } from '../windows/addresses'

const PreviewRequest = z.object({
  id: StoryId,
  which: PreviewSubject,
  surface: PreviewSurface,
  theme: z.enum(['light', 'dark']),
})
type PreviewRequest = z.infer<typeof PreviewRequest>

/**
 * The whole page that readers would get of one revision, made by the same renderer as what is exported and published.
 * @throws DeskError when there is no such story or revision of it, or nothing of it was approved.
 */
export function previewPage(session: DeskSession, request: PreviewRequest): string {
  const revision = subject(session, request)
  return previewDocument({
    surface: request.surface,
    theme: request.theme,
    revision,
    kind: session.kindOf(request.id),
    assetAddress,
    pictureSources: (hash) => sourcesOf(session, hash),
    storyAddress: (story) => addressOf(session, story),
  })
}

/** Where another story was published last; which of its targets this page will go to, nobody knows yet. */
function addressOf({ desk: { db } }: DeskSession, story: StoryId): string | null {
  if (standingOf(db, story) !== 'published') return null
  return deliveriesOf(db, story).find(({ receipt }) => receipt !== null && receipt.url !== '')?.receipt?.url ?? null
}

const assetAddress = (hash: AssetHash): string => `${assetScheme}://asset/${hash}`

/** The smaller pictures that were made of a picture; the window serves them by their width. */
function sourcesOf({ desk: { db } }: DeskSession, hash: AssetHash): PictureSources | null {
  const info = describeAsset(db, hash)
  if (info === undefined || info.width === null || info.height === null) return null
  const smaller = variantsOf(db, hash).filter(({ format }) => format === 'webp')
  return { width: info.width, height: info.height, smaller: smaller.map(({ width }) => ({ address: `${assetAddress(hash)}?size=${width}`, width })) }
}

function subject(session: DeskSession, { id, which }: PreviewRequest): Revision {
  if (which === 'current') return snapshot(session.desk, id, session.docs.get(id))
  if (which === 'approved') return approved(session, id)
  const revision = getRevision(session.desk.db, which)
  if (revision === undefined || revision.story !== id) throw new DeskError('no-revision', 'This story has no such revision.')
  return revision
}

function approved(session: DeskSession, id: StoryId): Revision {
  const { approvedRevision } = workflowOf(session.desk, id, session.docs.get(id))
  const revision = approvedRevision === null ? undefined : getRevision(session.desk.db, approvedRevision)
  if (revision === undefined) throw new DeskError('not-approved', 'Nothing of this story has been approved yet.')
  return revision
}

/** Reads a preview's address: `copydesk-preview://page/?story=…&which=…&surface=…&theme=…`. */
export function previewRequestOf(address: URL): PreviewRequest | undefined {
  const ask = (name: string): string | null => address.searchParams.get(name)
  const parsed = PreviewRequest.safeParse({ id: ask('story'), which: ask('which'), surface: ask('surface'), theme: ask('theme') })
  return parsed.success ? parsed.data : undefined
}
