import { z } from 'zod'
import { canonicalBytes } from '../../../shared/story/canonical'
import { RevisionId, type StoryId } from '../../../shared/story/ids'
import { PublishError } from '../publish-error'
import type { Parts, RemoteCopy } from '../target'
import { jsonOf, unexpected, type Endpoint } from './endpoint'
import { StoryDocument } from './story-document'

const Held = z.record(z.string(), z.unknown())
const comparedParts = Object.keys(StoryDocument.shape)

/** What the endpoint holds of a story; null when it has none. */
export async function getStory(endpoint: Endpoint, id: StoryId, signal: AbortSignal): Promise<RemoteCopy | null> {
  const answer = await endpoint.call({ method: 'GET', path: `stories/${id}`, headers: { accept: 'application/json' }, signal })
  if (answer.status === 404 || answer.status === 410) return null
  const held = Held.safeParse(jsonOf(answer.text))
  if (answer.status !== 200 || !held.success) throw unexpected('answer with the story', answer)
  const version = answer.headers.get('etag')
  if (version === null || version.startsWith('W/')) throw PublishError.lasting('no-etag', `${endpoint.base.host} answers without a strong ETag, so nobody could tell whether its copy was changed. Whoever runs it should read docs/publishing/openapi.yaml.`)
  return {
    remoteId: id,
    url: z.string().catch(answer.address.href).parse(held.data['url']),
    version,
    changedAt: null,
    revision: RevisionId.safeParse(held.data['revision']).data ?? null,
    untouched: false,
    hidden: null,
    parts: partsOf(held.data),
    remarks: [],
  }
}

/** Each member of the document in its canonical form; what an endpoint adds of its own is not compared. */
export function partsOf(story: Readonly<Record<string, unknown>>): Parts {
  return Object.fromEntries(comparedParts.flatMap((part) => (part in story ? [[part, new TextDecoder().decode(canonicalBytes(story[part]))]] : [])))
}
