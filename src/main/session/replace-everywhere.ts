import { setImmediate } from 'node:timers/promises'
import type { AssetInfo } from '../../shared/assets/asset-info'
import type { ReplaceReport } from '../../shared/assets/library'
import { DeskError, type Failure } from '../../shared/result'
import type { AssetHash, StoryId } from '../../shared/story/ids'
import { replaceAsset } from '../../shared/story/replace-asset'
import { storiesNowUsing } from '../store/asset-uses'
import { describeAsset } from '../store/assets'
import type { DeskSession } from './desk-session'

/**
 * Puts another file in the place of one, in every story that has it: an ordinary edit of each story, whole or not at all. What was
 * approved or published keeps the old file. Archived stories are left alone, and told; so is a story that can't be changed. Stopped, it leaves
 * the rest as they are and says how many.
 * @throws DeskError when one of the files is not on the desk, or a picture would take the place of a document.
 */
export async function replaceEverywhere(session: DeskSession, { from, to }: { readonly from: AssetHash; readonly to: AssetHash }, report: (progress: { done: number; total: number; label: string }) => void, signal?: AbortSignal): Promise<ReplaceReport> {
  const next = fitting(session, from, to)
  session.index.flush()
  const stories = storiesNowUsing(session.desk.db, from)
  const changed: StoryId[] = []
  const skipped: Failure[] = []
  for (const [index, id] of stories.entries()) {
    if (signal?.aborted) return { changed, skipped, left: stories.length - index }
    report({ done: index, total: stories.length, label: 'Changing the stories' })
    const failure = replaceIn(session, id, from, next)
    if (failure === null) changed.push(id)
    else skipped.push(failure)
    // The window has its turn.
    await setImmediate()
  }
  report({ done: stories.length, total: stories.length, label: 'Changing the stories' })
  return { changed, skipped, left: 0 }
}

function fitting({ desk }: DeskSession, from: AssetHash, to: AssetHash): AssetInfo {
  const [before, next] = [describeAsset(desk.db, from), describeAsset(desk.db, to)]
  if (before === undefined || next === undefined) throw new DeskError('no-asset', 'This file is not on the desk.')
  if (isPicture(before) !== isPicture(next)) throw new DeskError('asset-kind', isPicture(before) ? `‘${next.name}’ is no picture, so it can’t take the place of one.` : `‘${next.name}’ is a picture, and can’t take the place of a file to download.`, { place: next.name })
  return next
}

const isPicture = ({ mime }: AssetInfo): boolean => mime.startsWith('image/')

function replaceIn(session: DeskSession, id: StoryId, from: AssetHash, next: AssetInfo): Failure | null {
  const headline = (): string => session.row(id).headline || 'Untitled'
  try {
    if (session.row(id).state === 'archived') return { code: 'archived', message: `‘${headline()}’ is archived, so it was left as it is.`, place: id }
    session.changeStory(id, (doc) => void replaceAsset(doc, from, next))
    return null
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    return { code: error.failure.code, message: `A story was left as it is. ${error.message}`, place: id }
  }
}
