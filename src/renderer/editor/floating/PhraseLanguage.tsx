import { canonicalLanguage } from '@shared/document/nodes/marks'
import { languageName } from '@shared/reader/language-name'
import type { Editor } from '@tiptap/core'
import { useEffect, useId, useMemo, useState, type FocusEvent, type FormEvent, type KeyboardEvent } from 'react'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { isWindowBlur } from '../../ui/window-blur'
import { endPhraseLanguage, setPhraseLanguage, usePhraseLanguage } from '../body/marks/phrase-language'
import { offeredLanguages } from '../language'
import { Floating } from './Floating'
import { useHeldWords } from './held-words'
import { textAnchor } from './text-anchor'

const other = 'other'

/** The box in which the language of some words is chosen. */
export function PhraseLanguage({ editor }: { readonly editor: Editor }) {
  const open = usePhraseLanguage((state) => state.editor === editor)
  useEffect(() => endPhraseLanguage, [])
  return open ? <LanguageBox editor={editor} /> : null
}

function LanguageBox({ editor }: { readonly editor: Editor }) {
  const session = useStorySession()
  const { from, to } = editor.state.selection
  const [before] = useState(() => {
    const lang: unknown = editor.getAttributes('language')['lang']
    return typeof lang === 'string' ? lang : ''
  })
  const languages = useMemo(() => [...offeredLanguages].map((tag) => ({ tag: String(tag), name: languageName(tag) })).sort((a, b) => a.name.localeCompare(b.name)), [])
  const known = languages.some(({ tag }) => tag === before)
  const [choice, setChoice] = useState(before === '' ? '' : known ? before : other)
  const [tag, setTag] = useState(known ? '' : before)
  const [refused, setRefused] = useState(false)
  const anchor = useMemo(() => textAnchor(editor, from, to), [editor, from, to])
  useHeldWords(editor, from, to)
  const id = useId()
  const finish = (): void => {
    endPhraseLanguage()
    editor.view.focus()
  }
  const apply = (event: FormEvent): void => {
    event.preventDefault()
    const lang = choice === other ? canonicalLanguage(tag) : choice === '' ? null : choice
    if (choice === other && lang === null) return setRefused(true)
    session.startStep()
    setPhraseLanguage(editor, lang)
    session.startStep()
    finish()
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish()
  }
  const left = (event: FocusEvent): void => {
    if (!isWindowBlur(event) && (event.relatedTarget === null || !event.currentTarget.contains(event.relatedTarget))) endPhraseLanguage()
  }
  return (
    <Floating anchor={anchor} placement="bottom-start" takesFocus>
      <form className="phrase-language" aria-label="Language of the words" onSubmit={apply} onKeyDown={hear} onBlur={left}>
        <label htmlFor={id}>These words are in</label>
        <div className="phrase-language__row">
          <select id={id} className="control" data-first value={choice} onChange={(event) => setChoice(event.target.value)}>
            <option value="">The language of the story</option>
            {languages.map(({ tag: value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
            <option value={other}>Another one…</option>
          </select>
          {choice === other && (
            <input
              className="control phrase-language__tag"
              aria-label="Tag of the language"
              aria-invalid={refused || undefined}
              aria-describedby={refused ? `${id}-refused` : undefined}
              placeholder="gd, pt-MZ"
              dir="ltr"
              spellCheck={false}
              value={tag}
              onChange={(event) => {
                setTag(event.target.value)
                setRefused(false)
              }}
            />
          )}
          <Button type="submit" look="primary">
            Set
          </Button>
        </div>
        {refused && (
          <p className="link-box__refused" id={`${id}-refused`} role="alert">
            Write the tag of a language, such as ‘gd’ or ‘pt-MZ’.
          </p>
        )}
      </form>
    </Floating>
  )
}
