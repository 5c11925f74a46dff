import type { PartKind } from '@shared/clearance/clearance'
import { excerpt } from '@shared/story/excerpt'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { showMode } from '../../../app/app-store'
import { bodyEditorOf } from '../../../editor/body/body-editor'
import type { PlacedStanding } from '../../../editor/clearances/clearances-of-text'
import { bringIntoView } from '../../../editor/find/show-in-text'
import type { StorySession } from '../../../story/story-session'
import { useStorySession } from '../../../story/StoryProvider'

export const kindNames: Readonly<Record<PartKind, string>> = { quotation: 'Quotation', picture: 'Picture', table: 'Table', file: 'File', number: 'Figure' }

/** A part of the text by its words; leads there. */
export function PartLink({ standing }: { readonly standing: PlacedStanding }) {
  const session = useStorySession()
  const { part } = standing
  return (
    <button type="button" className="clearance__part clearance__part--there" title="Show in the text" onClick={() => showPart(session, standing)}>
      <span className="clearance__kind">{kindNames[part.kind]}</span>
      {part.words.trim() !== '' && (
        <PartWords kind={part.kind} className="clearance__words" words={part.words} />
      )}
    </button>
  )
}

/** The start of a part's words; those of a quotation in quotation marks. */
export function PartWords({ kind, words, className }: { readonly kind: PartKind; readonly words: string; readonly className: string }) {
  const Words = kind === 'quotation' ? 'q' : 'span'
  return (
    <Words className={className} dir="auto">
      {excerpt(words, 160)}
    </Words>
  )
}

/** Selects a part in the text, as one who wants to work on it. */
function showPart(session: StorySession, { part, from, to }: PlacedStanding): void {
  const { editor } = bodyEditorOf(session)
  showMode('write')
  // The editor may come on the screen only in the next moment.
  requestAnimationFrame(() => {
    const { doc, tr } = editor.state
    if (to > doc.content.size) return
    const leaf = part.range === null && doc.nodeAt(from)?.isAtom === true
    editor.view.dispatch(tr.setSelection(leaf ? NodeSelection.create(doc, from) : TextSelection.between(doc.resolve(from), doc.resolve(to))))
    editor.view.focus()
    bringIntoView(editor, from)
  })
}
