import { z } from 'zod'
import { DeskFindQuery, DeskFindSummary } from '../find/desk-find'
import { call } from './call'

/** Finding across the desk. */
export const findCalls = {
  /** Looks through all stories of the desk; matches arrive as `find.matches` while it runs. */
  'desk.find': call(DeskFindQuery.extend({ job: z.string() }), DeskFindSummary),
}
