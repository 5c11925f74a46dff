import { dialog } from 'electron'
import type { Workstation } from '../../workstation'
import type { ChosenPaths } from '../chosen-paths'
import type { Handlers } from '../router'

/** Calls that bring stories in and take approved ones out as files. */
export function transferHandlers(station: Workstation, chosen: ChosenPaths): Pick<Handlers, 'import.choose' | 'import.run' | 'export.choose' | 'export.run'> {
  return {
    async 'import.choose'() {
      const answer = await dialog.showOpenDialog({
        title: 'Import stories',
        properties: ['openFile'],
        filters: [{ name: 'Saved pages, Markdown and text', extensions: ['html', 'htm', 'md', 'markdown', 'txt'] }],
      })
      return chosen.grant(answer.filePaths[0])
    },
    async 'import.run'({ file, job }) {
      const session = station.need()
      const report = await station.jobs.run(job, { kind: 'import', desk: session.desk.path, file: chosen.require(file), by: session.member().id })
      if (station.session() === session) station.preparing().start()
      session.events.storiesChanged(report.created.map(({ story }) => story))
      return report
    },
    async 'export.choose'() {
      const answer = await dialog.showOpenDialog({ title: 'Export to folder', buttonLabel: 'Export here', properties: ['openDirectory', 'createDirectory'] })
      return chosen.grant(answer.filePaths[0])
    },
    'export.run'({ folder, preset, stories, job }) {
      const session = station.need()
      session.index.flush()
      return station.jobs.run(job, { kind: 'export', desk: session.desk.path, folder: chosen.require(folder), preset, stories })
    },
  }
}
