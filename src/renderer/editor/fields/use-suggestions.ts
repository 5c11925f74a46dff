import type { CallOutput } from '@shared/ipc'
import type { FieldDefinition } from '@shared/story/kind'
import { useEffect, useState } from 'react'
import { ask } from '../../app/bridge'
import { useSettled } from '../../views/story-list/list-filter'

export type Suggestion = CallOutput<'desk.suggestions'>[number]

const none: readonly Suggestion[] = []

/** What the desk's stories have in fields like this one, for what was typed; nothing while `wanted` is false. */
export function useSuggestions({ id, type }: Pick<FieldDefinition, 'id' | 'type'>, typed: string, wanted: boolean): readonly Suggestion[] {
  const [found, setFound] = useState<readonly Suggestion[]>(none)
  const prefix = useSettled(typed.trim(), 60)
  useEffect(() => {
    if (!wanted) return
    let current = true
    void ask('desk.suggestions', { field: { id, type }, prefix: prefix.slice(0, 200), limit: 30 }).then((answer) => current && setFound(answer.ok ? answer.value : none))
    return () => {
      current = false
    }
  }, [id, type, prefix, wanted])
  return wanted ? found : none
}
