import type { KindId } from '@shared/story/ids'
import { useApp } from './app-store'

/** A kind's name as people read it; its id where the desk no longer has it. */
export function useKindLabel(): (id: KindId) => string {
  const kinds = useApp(({ desk }) => desk?.kinds)
  return (id) => kinds?.find((kind) => kind.id === id)?.label ?? id
}
