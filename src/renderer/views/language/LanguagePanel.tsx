import './language.css'
import { bodyEditorOf } from '../../editor/body/body-editor'
import { proofreaderOf } from '../../editor/proofing/proofreader'
import { useStorySession } from '../../story/StoryProvider'
import { useStore } from 'zustand'
import { Dismissed } from './Dismissed'
import { Mistakes } from './Mistakes'
import { Notes } from './Notes'
import { Reading } from './Reading'

/** What there is to say about the language of a story: spelling, house style, notes, and how easy it is to read. */
export function LanguagePanel() {
  const session = useStorySession()
  const { editor } = bodyEditorOf(session)
  const proof = useStore(proofreaderOf(session, editor).state)
  return (
    <>
      <Mistakes proof={proof} editor={editor} session={session} />
      <Notes proof={proof} editor={editor} session={session} />
      <Reading proof={proof} />
      <Dismissed proof={proof} session={session} />
    </>
  )
}
