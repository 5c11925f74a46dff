import type { StoryId } from '../../../shared/story/ids'
import { CopyChanged } from '../publish-error'
import type { RemoteCopy } from '../target'
import { unexpected, type Endpoint } from './endpoint'
import type { StoryDocument } from './story-document'

/**
 * Puts a story over exactly the copy that was looked at, or where none was.
 * @throws CopyChanged when the endpoint holds another one by now.
 */
export async function putStory(endpoint: Endpoint, id: StoryId, document: StoryDocument, existing: RemoteCopy | null, signal: AbortSignal): Promise<void> {
  const condition: Record<string, string> = existing === null ? { 'if-none-match': '*' } : { 'if-match': existing.version }
  const answer = await endpoint.call({ method: 'PUT', path: `stories/${id}`, headers: { ...condition, 'content-type': 'application/json' }, body: JSON.stringify(document), signal })
  if (answer.status === 412) throw new CopyChanged()
  if (answer.status !== 200 && answer.status !== 201 && answer.status !== 204) throw unexpected('take the story', answer)
}
