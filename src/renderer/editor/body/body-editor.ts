import { documentExtensions } from '@shared/document/extensions'
import { Editor, Extension, type Extensions } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions'
import { TextSelection } from '@tiptap/pm/state'
import type { StorySession } from '../../story/story-session'
import { cardKeys } from './card-keys'
import { footnoteKeys } from './footnote-keys'
import { heldPlaces } from '../files/held-places'
import { embedOffer } from '../paste/embed-offer'
import { markdownOffer } from '../paste/markdown-offer'
import { storyClipboard } from './clipboard/story-clipboard'
import { followHeadings } from './links/follow-headings'
import { linkPaste } from './links/link-paste'
import { ownLinks } from './links/own-links'
import { markdownShortcuts } from './markdown-shortcuts'
import { paste } from '../paste/paste'
import { appShortcuts } from './app-shortcuts'
import { slashMenu } from './slash-menu'
import { blockEscape, blockKeys } from '../blocks/block-keys'
import { smartTyping } from '../typography/smart-typing'
import { focusDim } from '../view/focus-dim'
import { proofMarks } from '../proofing/proof-marks'
import { clearanceMarks } from '../clearances/clearance-marks'
import { authorMarks } from '../authorship/author-marks'
import { commentMarks } from '../comments/comment-marks'
import { invisibles } from '../view/invisibles'
import { caretInSight } from '../view/caret-in-sight'
import { typewriter } from '../view/typewriter'
import { cursorAtKeys } from './cursor-at-keys'
import { createCards, type Cards } from './node-cards'
import { placeIn, type Cursor } from '../place-memory'
import { farBlocks } from './far-blocks'
import { codeBlockView } from './node-views'
import { suggestedBlocks } from '../suggestions/suggested-blocks'
import { suggesting } from '../suggestions/suggesting'
import { lateSync } from './late-sync'
import { galleryKeys } from './gallery'
import { keptSelection } from './kept-selection'
import { listStart } from './list-start'
import { undonePlace } from './undone-place'
import { smallMerges } from './small-merges'
import { withViews } from './with-views'

/** The editor of a story's text. It lives as long as the session: showing it again is putting it back on the page. */
export interface BodyEditor {
  readonly editor: Editor
  readonly cards: Cards
}

const editors = new WeakMap<StorySession, BodyEditor>()

export function bodyEditorOf(session: StorySession): BodyEditor {
  const known = editors.get(session)
  if (known) return known
  const made = createBodyEditor(session)
  editors.set(session, made)
  session.onEnd(() => made.editor.destroy())
  return made
}

function createBodyEditor(session: StorySession): BodyEditor {
  const cards = createCards(session.startStep)
  const editor = new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    // It would tell of what was deleted, after each key; nobody asks.
    enableCoreExtensions: { delete: false },
    extensions: [...withViews(documentExtensions, cards), codeBlockView(cards), ...editing(session)],
    editorProps: { attributes: { 'aria-label': 'Story body', role: 'textbox', 'aria-multiline': 'true', class: 'story-text' } },
  })
  restoreSelection(editor, placeIn(session.id).cursor)
  return { editor, cards }
}

function editing(session: StorySession): Extensions {
  return [
    ...lateSync(session),
    smallMerges(session),
    keptSelection(session),
    undonePlace(session),
    cursorAtKeys,
    Placeholder.configure({ placeholder: 'Write the story. Type / for blocks.', showOnlyCurrent: true }),
    Dropcursor.configure({ color: false, class: 'drop-cursor' }),
    Gapcursor,
    appShortcuts,
    footnoteKeys,
    cardKeys,
    galleryKeys(session.startStep),
    listStart,
    slashMenu,
    heldPlaces,
    farBlocks,
    paste(session),
    markdownOffer(session),
    embedOffer(session),
    linkPaste,
    ownLinks,
    followHeadings(session.id),
    markdownShortcuts,
    storyClipboard,
    steps(session),
    smartTyping(session),
    blockKeys(session),
    blockEscape,
    typewriter,
    caretInSight,
    focusDim,
    invisibles,
    proofMarks,
    commentMarks,
    authorMarks,
    suggestedBlocks,
    suggesting(session),
    clearanceMarks,
  ]
}

/** A new paragraph starts a new step of the history, so that undo takes back a paragraph at most. */
const steps = (session: StorySession): Extension =>
  Extension.create({
    name: 'steps',
    priority: 1100,
    addKeyboardShortcuts: () => ({
      Enter() {
        session.startStep()
        return false
      },
    }),
  })

function restoreSelection(editor: Editor, selection: Cursor | undefined): void {
  if (selection === undefined) return
  const end = editor.state.doc.content.size
  const at = (position: number) => editor.state.doc.resolve(Math.min(position, end))
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between(at(selection.anchor), at(selection.head))))
}
