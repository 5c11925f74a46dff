import { languageName } from '@shared/reader/language-name'
import type { Editor } from '@tiptap/core'
import { CircleCheck } from 'lucide-react'
import { showMode, useApp } from '../../app/app-store'
import type { Mistake } from '../../editor/proofing/marks'
import { boxOf, nameOfWords } from '../../editor/proofing/place'
import { openMenu } from '../../editor/proofing/proof-store'
import type { Found, Proof } from '../../editor/proofing/proof'
import { showFound } from '../../editor/proofing/replace-words'
import type { StorySession } from '../../story/story-session'

interface PanelProps {
  readonly proof: Proof
  readonly editor: Editor
  readonly session: StorySession
}

/** The wrong words, each once, with the first place of it. */
export function Mistakes({ proof, editor, session }: PanelProps) {
  const on = useApp(({ preferences }) => preferences?.spelling !== false)
  const words = new Map<string, Found<Mistake>[]>()
  for (const found of proof.mistakes) words.set(found.mark.words, [...(words.get(found.mark.words) ?? []), found])
  return (
    <section className="inspector__section" aria-labelledby="spelling-title">
      <h3 className="inspector__heading" id="spelling-title">
        Spelling
        {proof.mistakes.length > 0 && <span className="inspector__count">{proof.mistakes.length}</span>}
      </h3>
      {words.size === 0 ? (
        <p className="inspector__fine">
          {on && proof.available === true && proof.whole && <CircleCheck size={15} aria-hidden />} {stateInWords(proof, on)}
        </p>
      ) : (
        <ul className="mistakes">
          {[...words].map(([word, places]) => (
            <MistakeButton key={word} word={word} places={places} editor={editor} session={session} />
          ))}
        </ul>
      )}
    </section>
  )
}

function MistakeButton({ word, places, editor, session }: { readonly word: string; readonly places: readonly Found<Mistake>[]; readonly editor: Editor; readonly session: StorySession }) {
  const [first] = places
  if (first === undefined) return null
  const { place } = first
  const field = place.in === 'field' ? session.kind.fields.find(({ id }) => id === place.field)?.label : place.in === 'block' ? nameOfWords(place.name) : undefined
  return (
    <li>
      <button
        type="button"
        className="mistake"
        onClick={(event) => {
          const button = event.currentTarget
          const { left, bottom } = button.getBoundingClientRect()
          showMode('write')
          // A press by key counts no clicks.
          const by = event.detail === 0 ? 'key' : 'pointer'
          showFound(editor, first, () => {
            // For a field of the form, this list gave way to it.
            const box = button.isConnected ? null : boxOf(editor, place)?.getBoundingClientRect()
            openMenu(box ? { x: box.left + 8, y: box.bottom } : { x: left, y: bottom }, first, null, by)
          })
        }}
      >
        <bdi className="mistake__word proof proof--spelling">{word}</bdi>
        {places.length > 1 && <span className="mistake__count">{places.length} times</span>}
        {field !== undefined && <span className="mistake__count">{field}</span>}
      </button>
    </li>
  )
}

function stateInWords({ available, whole, language }: Proof, on: boolean): string {
  if (!on) return 'The spelling check is off.'
  if (language === '') return 'Give the story a language, and its spelling is checked.'
  if (available === false) return `No dictionary for ${languageName(language)}.`
  return whole ? 'No spelling mistakes.' : 'Being checked…'
}
