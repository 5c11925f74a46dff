import type { Finding, Place } from '@shared/checks/finding'
import { excerpt } from '@shared/story/excerpt'
import type { LanguageNote } from '@shared/style/language-notes'
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { bodyEditorOf } from '../../editor/body/body-editor'
import { pathTo, pathToBlock } from '../../editor/path-to'
import type { Found } from '../../editor/proofing/proof'
import { proofreaderOf } from '../../editor/proofing/proofreader'
import { useStorySession } from '../../story/StoryProvider'

/**
 * What may hurt or leave someone out, as notes of preflight: one for each rule and wording, at its first place; what was set aside is not there. They are
 * found where the story is open, since main would have to wait for them.
 */
export function useInclusiveFindings(): readonly Finding[] {
  const session = useStorySession()
  const { editor } = bodyEditorOf(session)
  const notes = useStore(proofreaderOf(session, editor).state, (proof) => proof.notes)
  return useMemo(() => findingsOf(notes, editor), [notes, editor])
}

function findingsOf(notes: readonly Found<LanguageNote>[], editor: Editor): Finding[] {
  const byWords = new Map<string, Found<LanguageNote>[]>()
  for (const found of notes) {
    const key = `${found.mark.rule} ${found.mark.words.toLowerCase()}`
    if (found.mark.kind === 'inclusive') byWords.set(key, [...(byWords.get(key) ?? []), found])
  }
  return [...byWords.values()].flatMap(([first, ...others]): Finding[] => {
    if (first === undefined) return []
    const { message, why } = first.mark
    const more = others.length > 0 ? ` It is there ${others.length + 1} times.` : ''
    return [{ check: 'inclusive-language', severity: 'note', message: `${message}${more}`, place: placeOf(first, editor), ...(why !== '' && { fix: why }) }]
  })
}

function placeOf({ place, mark }: Found<LanguageNote>, editor: Editor): Place {
  if (place.in === 'field') return place
  const { doc } = editor.state
  if (place.in === 'block') return place.at >= doc.content.size ? { in: 'story' } : { in: 'body', path: pathToBlock(doc, place.at), excerpt: excerpt(mark.words, 60) }
  return mark.from > doc.content.size ? { in: 'story' } : { in: 'body', path: pathTo(doc, mark.from), excerpt: excerpt(mark.words, 60) }
}
