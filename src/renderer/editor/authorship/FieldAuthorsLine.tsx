import './authorship.css'
import { isTextField, storyAuthors, storyFields, storyText } from '@shared/story/story-doc'
import { useEffect, useState } from 'react'
import { afterPause } from '../../app/after-pause'
import { useApp } from '../../app/app-store'
import { useStorySession } from '../../story/StoryProvider'
import { useAuthorship } from './authorship-store'
import { fieldAuthors, fieldLine, fieldNamed } from './field-facts'

/** Under a field, while the story shows who wrote what: who wrote this one. */
export function FieldAuthorsLine({ field }: { readonly field: string }) {
  const { id } = useStorySession()
  return useAuthorship(({ whole }) => whole === id) ? <Line field={field} /> : null
}

function Line({ field }: { readonly field: string }) {
  const session = useStorySession()
  const desk = useApp((state) => state.desk)
  const [authors, setAuthors] = useState(() => fieldAuthors(session, field))
  useEffect(() => {
    const soon = afterPause(() => setAuthors(fieldAuthors(session, field)), 350)
    const values = isTextField(fieldNamed(session, field).type) ? storyText(session.doc, field) : storyFields(session.doc)
    const parts = [values, storyAuthors(session.doc)]
    for (const part of parts) part.observe(soon)
    return () => {
      soon.cancel()
      for (const part of parts) part.unobserve(soon)
    }
  }, [session, field])
  const line = desk === null ? '' : fieldLine(authors, desk)
  return line === '' ? null : (
    <p className="field-authors" dir="auto">
      {line}
    </p>
  )
}
