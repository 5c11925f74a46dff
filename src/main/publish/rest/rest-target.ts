import { z } from 'zod'
import { StoryId, type AssetHash } from '../../../shared/story/ids'
import { warnOfPlainAddress } from '../plain-address'
import { PublishError } from '../publish-error'
import type { PublishTarget, RemoteFiles } from '../target'
import { jsonOf, openEndpoint, unexpected, type RestSettings } from './endpoint'
import { getStory, partsOf } from './get-story'
import { putMedia } from './put-media'
import { putStory } from './put-story'
import { storyDocument } from './story-document'

export interface RestParts {
  readonly settings: RestSettings
  /** The bearer token. */
  readonly secret: () => string
  readonly bytesOf: (hash: AssetHash) => Promise<Uint8Array>
  /** Where another story is live at this target, by its last receipt. */
  readonly storyAddress: (story: StoryId, place: string) => string | null
}

const Service = z.object({ format: z.literal('copydesk.story/1'), name: z.string() })

/** An endpoint that takes stories by PUT under our own ids: docs/publishing/openapi.yaml. */
export function restTarget({ settings, secret, bytesOf, storyAddress }: RestParts): PublishTarget {
  const endpoint = openEndpoint(settings, secret)
  return {
    place: endpoint.base.href,
    async check(signal) {
      const answer = await endpoint.call({ method: 'GET', path: '', headers: { accept: 'application/json' }, signal })
      if (answer.status !== 200) throw unexpected('say what it is', answer)
      const service = Service.safeParse(jsonOf(answer.text))
      if (!service.success) throw PublishError.lasting('not-an-endpoint', `${endpoint.base.href} answers, but it is no endpoint for stories of Copydesk. Check the address.`)
      return `‘${service.data.name}’ accepts the token and takes stories.${warnOfPlainAddress(endpoint.base)}`
    },
    find: (story, _known, signal) => getStory(endpoint, story.revision.story, signal),
    files: ({ revision }) => revision.assets,
    placeFile: (_story, file, _known, signal) => putMedia(endpoint, file, () => bytesOf(file.hash), signal),
    prepare(story, files) {
      const document = storyDocument(story, (hash) => addressOf(files, hash), (id) => storyAddress(id, endpoint.base.href))
      return Promise.resolve({
        parts: partsOf(document),
        remarks: [],
        async write(existing, signal) {
          await putStory(endpoint, document.id, document, existing, signal)
          return { remoteId: document.id }
        },
      })
    },
    async readBack(remoteId, signal) {
      const held = await getStory(endpoint, StoryId.parse(remoteId), signal)
      if (held === null) throw PublishError.passing('gone', 'The story was no longer there a moment after it was written.')
      return held
    },
    partName: (part) => part,
    describeDifference: (part) => `The endpoint holds another ‘${part}’ than it was sent.`,
    now: () => endpoint.clock.now(),
  }
}

function addressOf(files: RemoteFiles, hash: AssetHash): string {
  const file = files.get(hash)
  if (file === undefined) throw PublishError.lasting('file-missing', 'The story uses a file that is not on the desk. Put it in again, and have the story approved.')
  return file.url
}
