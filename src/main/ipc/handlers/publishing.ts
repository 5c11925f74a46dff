import { DeskError } from '../../../shared/result'
import { serverOf, type Target } from '../../../shared/publishing'
import type { TargetId } from '../../../shared/story/ids'
import { targetOpener } from '../../publish/open-target'
import type { DeskSession } from '../../session/desk-session'
import { listTargets, removeTarget, saveTarget, targetWith } from '../../store/targets'
import type { Workstation } from '../../workstation'
import type { ChosenPaths } from '../chosen-paths'
import type { Handlers } from '../router'

type PublishingCalls = Pick<Handlers, 'target.list' | 'target.save' | 'target.remove' | 'target.test' | 'delivery.enqueue' | 'delivery.retry' | 'delivery.cancel'>

/** Calls about where the desk publishes, and what is on its way there. */
export function publishingHandlers(station: Workstation, chosen: ChosenPaths): PublishingCalls {
  const withSecret = (target: Target): Target => ({ ...target, hasSecret: station.secrets.has(target.id) })
  return {
    'target.list': () => listTargets(station.need().desk.db).map(withSecret),
    'target.save'({ id, settings, secret, remember }) {
      const { db } = publisher(station).desk
      const before = id === null ? undefined : targetWith(db, id)?.settings
      if (settings.type === 'folder' && !(before?.type === 'folder' && before.folder === settings.folder)) chosen.require(settings.folder)
      // Both or neither: a target whose password could not be kept would be added again by the next try.
      const save = db.transaction(() => {
        const target = saveTarget(db, { id, settings })
        if (secret !== null) station.secrets.set(target.id, secret, remember)
        else if (before !== undefined && serverOf(before) !== serverOf(settings)) station.secrets.remove(target.id)
        return target
      })
      return withSecret(save.immediate())
    },
    'target.remove'({ id }) {
      removeTarget(publisher(station).desk.db, id)
      station.secrets.remove(id)
    },
    'target.test'({ id }) {
      const session = station.need()
      const target = named(session, id)
      return targetOpener(session.desk, station.secrets)(target).check(AbortSignal.timeout(20_000))
    },
    'delivery.enqueue'({ story, target }) {
      publisher(station)
      return station.outbox().enqueue(story, target)
    },
    'delivery.retry'({ id, overwrite }) {
      publisher(station)
      return station.outbox().retry(id, { overwrite })
    },
    'delivery.cancel': ({ id }) => station.outbox().cancel(id),
  }
}

function named({ desk }: DeskSession, id: TargetId): Target {
  const target = targetWith(desk.db, id)
  if (target === undefined) throw new DeskError('no-target', 'This target is no longer on the desk.')
  return target
}

/** @throws DeskError when the acting member may not publish. */
function publisher(station: Workstation): DeskSession {
  const session = station.need()
  const { name, roles } = session.member()
  if (!roles.includes('publisher') && !roles.includes('admin')) throw new DeskError('not-publisher', `${name} may not publish: the role of publisher is needed. An admin can give it in the settings of the desk.`)
  return session
}
