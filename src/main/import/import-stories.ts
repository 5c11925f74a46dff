import type { ImportReport } from '../../shared/ipc'
import type { Desk } from '../desk/desk'
import { refreshStale } from '../store/story-index'
import { importFile } from './import-file'

/** Imports a file and puts what came of it on the lists, also when the import ends early: what was stored before that stays. */
export async function importStories(desk: Desk, request: Parameters<typeof importFile>[1]): Promise<ImportReport> {
  try {
    return await importFile(desk, request)
  } finally {
    refreshStale(desk)
  }
}
