import { filesMissing, giveName, historyPage, keepVersion, versionToRestore } from '../../session/versions'
import type { Workstation } from '../../workstation'
import type { Handlers } from '../router'

type HistoryCalls = Pick<Handlers, 'history.list' | 'history.keep' | 'history.name' | 'history.restore' | 'history.show'>

/** Calls about the versions of a story. */
export function historyHandlers(station: Workstation): HistoryCalls {
  return {
    'history.list': ({ id, limit }) => historyPage(station.need(), id, limit),
    'history.keep': ({ id, name }) => ({ revision: keepVersion(station.need(), id, name) }),
    'history.name': ({ id, revision, name }) => giveName(station.need(), id, revision, name),
    'history.restore': ({ id, revision }) => {
      const session = station.need()
      const found = versionToRestore(session, id, revision)
      return { revision: found, missing: filesMissing(session, found) }
    },
    // A desk may have been closed meanwhile: then nothing is looked at any more.
    'history.show': ({ story }) => station.session()?.looking.show(story),
  }
}
