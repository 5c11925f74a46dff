import type { Editor } from '@tiptap/core'
import type { MemberId } from '@shared/story/ids'
import { notedAuthors } from '@shared/history/authorship'
import { storyAuthors } from '@shared/story/story-doc'
import { afterPause } from '../../app/after-pause'
import { useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { authoredBlockAt, authoredBlocks, type AuthoredBlock } from './authored-text'
import { coloursOf, sharesIn, sharesLine, wordsTitle } from './author-words'
import { drawAuthors, hasAuthorMarks, type AuthorLabel, type AuthorMark } from './author-marks'
import { askedBlock, useAuthorship } from './authorship-store'

/** Keeps what the text shows of its authors up to date while it is shown; answers how to stop. */
export function followAuthors(session: StorySession, editor: Editor): () => void {
  const look = (): void => {
    if (!editor.isDestroyed) draw(session, editor)
  }
  const soon = afterPause(look, 350)
  const changed = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
    if (transaction.docChanged && hasAuthorMarks(editor.state)) soon()
  }
  const noted = (): void => {
    if (hasAuthorMarks(editor.state)) soon()
  }
  const stops = [useAuthorship.subscribe(look), useApp.subscribe((app, before) => app.desk !== before.desk && look())]
  editor.on('transaction', changed)
  storyAuthors(session.doc).observe(noted)
  look()
  return () => {
    soon.cancel()
    stops.forEach((stop) => stop())
    editor.off('transaction', changed)
    storyAuthors(session.doc).unobserve(noted)
  }
}

function draw(session: StorySession, editor: Editor): void {
  const view = useAuthorship.getState()
  const all = view.whole === session.id
  const block = askedBlock(view, session.id)
  if (!all && block === null) {
    if (hasAuthorMarks(editor.state)) editor.view.dispatch(drawAuthors(editor.state, [], []))
    return
  }
  const asked = all || block === null ? null : authoredBlockAt(session, editor, block)
  const blocks = all ? authoredBlocks(session, editor) : asked === null ? [] : [asked]
  editor.view.dispatch(drawAuthors(editor.state, marksOf(session, editor, blocks), all ? labelsOf(blocks) : []))
}

const people = () => useApp.getState().desk ?? { members: [] }

/** The colours are those of everybody who wrote in the story, so that a person keeps theirs from block to block and from field to field. */
export function coloursIn({ doc }: StorySession): ReadonlyMap<MemberId, number> {
  return coloursOf(notedAuthors(doc).flatMap(({ who: { by, whose } }) => [by, ...(whose == null ? [] : [whose.by])]))
}

function marksOf(session: StorySession, editor: Editor, blocks: readonly AuthoredBlock[]): AuthorMark[] {
  const colours = coloursIn(session)
  const here = people()
  return blocks.flatMap(({ words }) => words.map(({ from, to, who }) => ({ from, to, colour: who === null || who.imported === true ? null : (colours.get(who.by) ?? 0), title: wordsTitle(who, here) })))
}

/** A block says who wrote it unless the one before it says the same. */
function labelsOf(blocks: readonly AuthoredBlock[]): AuthorLabel[] {
  const here = people()
  let before = ''
  return blocks.flatMap(({ from, runs }) => {
    const text = sharesLine(sharesIn(runs), here)
    const same = text === before
    before = text
    return same ? [] : [{ at: from, text }]
  })
}
