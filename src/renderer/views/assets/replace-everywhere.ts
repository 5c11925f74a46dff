import type { ReplaceReport } from '@shared/assets/library'
import type { AssetInfo } from '@shared/ipc'
import { fail, type Result } from '@shared/result'
import type { AssetHash, StoryId } from '@shared/story/ids'
import { replaceAsset } from '@shared/story/replace-asset'
import { ask } from '../../app/bridge'
import { openStory } from '../../story/open-stories'

/**
 * Puts another file in the place of one in all stories. Those that are open in the window are changed here, so that undo takes the
 * change back there as any other; main changes the rest.
 */
export async function replaceEverywhere({ from, to, stories, job }: { readonly from: AssetHash; readonly to: AssetInfo; readonly stories: readonly StoryId[]; readonly job: string }): Promise<Result<ReplaceReport>> {
  const changed: StoryId[] = []
  for (const id of stories) {
    const session = openStory(id)
    if (session === null) continue
    session.change((doc) => void (replaceAsset(doc, from, to) > 0 && changed.push(id)))
    try {
      await session.flush()
    } catch {
      return fail('not-saved', 'An open story could not be saved, so the others were left as they are. Copydesk goes on trying.')
    }
  }
  const answer = await ask('asset.replace', { from, to: to.hash, job })
  return answer.ok ? { ok: true, value: { ...answer.value, changed: [...new Set([...changed, ...answer.value.changed])] } } : answer
}
