import type { ApprovedStory } from '../../../shared/approved-story'
import { renderStory } from '../../../shared/html/render-story'
import type { AssetHash, StoryId } from '../../../shared/story/ids'
import { PublishError } from '../publish-error'
import type { RemoteFiles } from '../target'
import { markOf } from './mark'

/**
 * The story as the content of a post: one block of HTML, so that WordPress shows it as it was approved. Without a
 * block its paragraph filter would rewrite it at each visit. From most accounts it takes fields of forms out of a text, and so
 * tasks have signs.
 */
export function postContent({ id, revision, kind }: ApprovedStory, files: RemoteFiles, storyAddress: (story: StoryId) => string | null): string {
  const html = renderStory(revision, kind, { assetAddress: (hash) => addressOf(files, hash), storyAddress, taskBoxes: 'signs' })
  return `<!-- wp:html -->\n${html.trim()}\n${markOf(revision.story, id)}\n<!-- /wp:html -->`
}

function addressOf(files: RemoteFiles, hash: AssetHash): string {
  const file = files.get(hash)
  if (file === undefined) throw PublishError.lasting('file-missing', 'The story uses a file that is not on the desk. Put it in again, and have the story approved.')
  return file.url
}
