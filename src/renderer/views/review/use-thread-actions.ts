import type { Mention } from '@shared/comments/mentions'
import type { ThreadEntry } from '@shared/ipc'
import { useMemo } from 'react'
import { call } from '../../app/bridge'
import { useStorySession } from '../../story/StoryProvider'
import { failureOf } from '../../ui/failure'
import { complain, inform } from '../../ui/notices'
import { leaveThread } from './comment-view'
import { refreshThreads } from './threads-store'

type Comment = ThreadEntry['comments'][number]

/** What can be done with a thread; each answers whether it was kept, and says why not. */
export interface ThreadActions {
  readonly resolve: (resolved: boolean) => void
  readonly answer: (text: string, mentions: readonly Mention[]) => Promise<boolean>
  readonly rewrite: (comment: string, text: string, mentions: readonly Mention[]) => Promise<boolean>
  readonly remove: (comment: Comment) => void
  readonly markSeen: (comments: readonly string[], seen: boolean) => void
}

export function useThreadActions({ id: thread }: ThreadEntry): ThreadActions {
  const { id } = useStorySession()
  return useMemo(() => {
    const change = async (work: () => Promise<unknown>): Promise<boolean> => {
      try {
        await work()
        await refreshThreads(id)
        return true
      } catch (error) {
        complain(failureOf(error))
        return false
      }
    }
    const settle = (resolved: boolean): Promise<boolean> => change(() => call('story.resolveThread', { id, thread, resolved }))
    const rewrite = (comment: string, text: string, mentions: readonly Mention[]): Promise<boolean> => change(() => call('comment.edit', { id, thread, comment, text, mentions: [...mentions] }))
    return {
      resolve: (resolved) =>
        void settle(resolved).then((kept) => {
          if (!kept || !resolved) return
          leaveThread(thread)
          inform('Resolved.', { label: 'Undo', run: () => void settle(false) })
        }),
      answer: (text, mentions) => change(() => call('story.reply', { id, thread, text, mentions: [...mentions] })),
      rewrite,
      remove: ({ id: comment, text, mentions }) =>
        void change(() => call('comment.remove', { id, thread, comment })).then((kept) => kept && inform('Your comment was removed.', { label: 'Undo', run: () => void rewrite(comment, text, mentions) })),
      markSeen: (comments, seen) => void change(() => call('comment.markSeen', { id, comments: [...comments], seen })),
    }
  }, [id, thread])
}
