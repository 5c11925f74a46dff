import type { Target } from '../../shared/publishing'
import { DeskError } from '../../shared/result'
import type { StoryId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { linkedFrom } from '../desk/approved-stories'
import { readAsset } from '../store/assets'
import { lastDelivered } from '../store/deliveries'
import { folderTarget } from './folder/folder-target'
import { restTarget } from './rest/rest-target'
import type { Secrets } from './secrets'
import type { PublishTarget } from './target'
import { wordpressTarget } from './wordpress/wordpress-target'

/** Opens the desk's targets, each with its own secret. Nothing is sent by opening. */
export function targetOpener(desk: Desk, secrets: Pick<Secrets, 'get'>): (target: Target) => PublishTarget {
  const bytesOf: Parameters<typeof restTarget>[0]['bytesOf'] = async (hash) => readAsset(desk, hash)
  return ({ id, settings }) => {
    const secret = (): string => {
      const known = secrets.get(id)
      if (known === undefined) throw new DeskError('no-secret', `The password or token of ‘${settings.name}’ is not known here. Type it in the settings of the target.`)
      return known
    }
    const storyAddress = (story: StoryId, place: string): string | null => {
      const row = lastDelivered(desk.db, story, id)
      return row === undefined || row.steps.place !== place ? null : (row.delivery.receipt?.url ?? null)
    }
    switch (settings.type) {
      case 'wordpress':
        return wordpressTarget({ settings, secret, bytesOf, storyAddress })
      case 'rest':
        return restTarget({ settings, secret, bytesOf, storyAddress })
      case 'folder':
        return folderTarget({ settings, bytesOf, linkedFrom: (story) => linkedFrom(desk, [story]) })
    }
  }
}
