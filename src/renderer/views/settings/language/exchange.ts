import { call } from '../../../app/bridge'
import { failureOf } from '../../../ui/failure'
import { complain, inform } from '../../../ui/notices'

const named = { words: ['word', 'words'], terms: ['term', 'terms'] } as const

/** Reads a list from a file that the person chooses, and says what came of it; each line that was left out by its number. */
export async function importList(what: 'words' | 'terms', language = ''): Promise<void> {
  try {
    const report = await call('language.importFile', { what, language })
    if (report === null) return
    inform(`${report.added} new ${report.added === 1 ? named[what][0] : named[what][1]}.`)
    const [first] = report.problems
    if (first !== undefined) complain({ message: report.problems.length === 1 ? first.message : `${first.message} ${report.problems.length - 1} more were left out.`, ...(first.place !== undefined && { place: first.place }) })
  } catch (error) {
    complain(failureOf(error))
  }
}

/** Writes a list to a file that the person chooses. */
export async function exportList(what: 'words' | 'terms'): Promise<void> {
  try {
    const file = await call('language.exportFile', { what })
    if (file !== null) inform(`Saved as ‘${file.split(/[\\/]/).at(-1) ?? file}’.`)
  } catch (error) {
    complain(failureOf(error))
  }
}
