import { dialog } from 'electron'
import { DeskError } from '../../../shared/result'
import { createIdentity } from '../../desk/identity'
import { putMember } from '../../store/members'
import { changeRules } from '../../desk/change-rules'
import { suggestionsFor } from '../../desk/suggestions'
import { updateKinds } from '../../session/update-kinds'
import { kindUsage } from '../../store/field-tallies'
import type { Workstation } from '../../workstation'
import type { ChosenPaths } from '../chosen-paths'
import type { Handlers } from '../router'

type DeskCalls = Pick<Handlers, 'desk.create' | 'desk.open' | 'desk.openSample' | 'desk.chooseFolder' | 'desk.close' | 'desk.updatePolicy' | 'desk.updateKinds' | 'desk.kindUsage' | 'desk.suggestions' | 'desk.verify' | 'member.add' | 'member.switch'>

/** Calls about the desk as a whole and its members. */
export function deskHandlers(station: Workstation, chosen: ChosenPaths): DeskCalls {
  return {
    'desk.create': async ({ folder, name, memberName }) => (await station.createDesk(chosen.require(folder), name, memberName)).info(),
    'desk.open': async ({ folder }) => (await station.openDesk(chosen.requireDesk(folder))).info(),
    'desk.openSample': async () => (await station.openSampleDesk()).info(),
    async 'desk.chooseFolder'({ purpose }) {
      const create = purpose === 'create'
      const answer = await dialog.showOpenDialog({
        title: create ? 'Where should the new desk be kept?' : 'Open a desk',
        buttonLabel: create ? 'Use this folder' : 'Open',
        properties: create ? ['openDirectory', 'createDirectory'] : ['openDirectory'],
      })
      return chosen.grant(answer.filePaths[0])
    },
    'desk.close': () => station.closeDesk(),
    'desk.updatePolicy'({ kind, policy }) {
      const session = station.need()
      changeRules(session.desk, session.keyring, { kind, policy, by: session.member().id })
      session.reload()
      return station.announce()
    },
    'desk.updateKinds'({ kinds }) {
      updateKinds(station.need(), kinds)
      return station.announce()
    },
    'desk.kindUsage': () => kindUsage(station.need().desk.db),
    'desk.suggestions': ({ field, prefix, limit }) => suggestionsFor(station.need().desk, field, prefix, limit),
    'desk.verify': () => station.jobs.run('verify', { kind: 'verify', desk: station.need().desk.path, rebuild: false }),
    'member.add'({ name, roles }) {
      const session = station.need()
      if (!session.member().roles.includes('admin')) throw new DeskError('not-admin', 'Only an admin can add members.')
      const { member, privateKey } = createIdentity(name, roles)
      session.keyring.add(member.id, privateKey)
      putMember(session.desk.db, member)
      session.reload()
      return station.announce()
    },
    'member.switch'({ id }) {
      station.actAs(id)
      return station.announce()
    },
  }
}
