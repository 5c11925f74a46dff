import type { RevisionAsset } from '../../../shared/story/revision'
import type { RemoteFile } from '../target'
import { unexpected, type Endpoint } from './endpoint'

const uploadTimeout = 10 * 60_000

/** Puts a file there under its hash unless the endpoint has it. */
export async function putMedia(endpoint: Endpoint, { hash, mime }: RevisionAsset, bytes: () => Promise<Uint8Array>, signal: AbortSignal): Promise<RemoteFile> {
  const path = `media/${hash}`
  const there = await endpoint.call({ method: 'HEAD', path, signal })
  if (there.status !== 200) {
    const answer = await endpoint.call({ method: 'PUT', path, headers: { 'content-type': mime }, body: await bytes(), signal, timeout: uploadTimeout })
    if (answer.status !== 201 && answer.status !== 200 && answer.status !== 204) throw unexpected('take the file', answer)
  }
  return { remoteId: hash, url: new URL(path, endpoint.base).href }
}
