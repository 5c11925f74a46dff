import './language-settings.css'
import { DeskWord } from '@shared/language/desk-word'
import { Download, Plus, SpellCheck, Upload, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { prefer, useApp } from '../../../app/app-store'
import { ask } from '../../../app/bridge'
import { followDeskLanguage, useDeskLanguage } from '../../../editor/proofing/desk-language'
import { Button, IconButton } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Checkbox, Select, TextField } from '../../../ui/Field'
import { complain } from '../../../ui/notices'
import { exportList, importList } from './exchange'
import { languageLabel, languageOptions } from './languages'
import { inFigures } from '@shared/figures'

/** As many as anyone reads; the rest is found by its first letters. */
const mostShown = 300

/** The desk's dictionary: names and words that are right here. Every member may change it. */
export function DictionarySettings() {
  useEffect(followDeskLanguage, [])
  const words = useDeskLanguage((state) => state.words)
  const [filter, setFilter] = useState('')
  const [language, setLanguage] = useState('')
  const wanted = filter.trim().toLowerCase()
  const found = wanted === '' ? words : words.filter(({ word }) => word.toLowerCase().startsWith(wanted))
  return (
    <div className="settings__form">
      <Ways />
      <AddWord language={language} onLanguage={setLanguage} />
      <div className="desk-words__head">
        <input type="search" className="control" aria-label="Find a word" placeholder="Find a word" value={filter} onChange={(event) => setFilter(event.target.value)} />
        <Button icon={Upload} onClick={() => void importList('words', language)}>
          Import…
        </Button>
        <Button icon={Download} unavailable={words.length === 0 && 'There are no words yet.'} onClick={() => void exportList('words')}>
          Export…
        </Button>
      </div>
      {words.length === 0 ? (
        <Empty icon={SpellCheck} title="No words yet">
          Add the names of your cities, people and projects here, or from the text: right click on a marked word.
        </Empty>
      ) : (
        <ul className="desk-words" aria-label="Words of the desk">
          {found.slice(0, mostShown).map((word) => (
            <li key={`${word.word} ${word.language}`} className="desk-word">
              <bdi className="desk-word__word">{word.word}</bdi>
              <span className="desk-word__language">{languageLabel(word.language)}</span>
              <IconButton icon={X} size="small" label={`Remove ‘${word.word}’`} onClick={() => void change([], [word])} />
            </li>
          ))}
        </ul>
      )}
      {found.length > mostShown && <p className="settings__note">{inFigures(found.length - mostShown)} more. Type the first letters above to find one.</p>}
    </div>
  )
}

async function change(add: readonly DeskWord[], remove: readonly DeskWord[]): Promise<boolean> {
  const answer = await ask('language.changeWords', { add: [...add], remove: [...remove] })
  if (!answer.ok) complain(answer.error)
  return answer.ok
}

function Ways() {
  const spelling = useApp(({ preferences }) => preferences?.spelling !== false)
  const style = useApp(({ preferences }) => preferences?.styleMarks !== false)
  return (
    <div className="desk-words__ways">
      <Checkbox label="Check spelling while typing" checked={spelling} onChange={() => prefer({ spelling: !spelling })} />
      <Checkbox label="Mark house style and notes in the text" checked={style} onChange={() => prefer({ styleMarks: !style })} />
    </div>
  )
}

function AddWord({ language, onLanguage }: { readonly language: string; readonly onLanguage: (language: string) => void }) {
  const [word, setWord] = useState('')
  const [error, setError] = useState<string>()
  const add = async (): Promise<void> => {
    const parsed = DeskWord.safeParse({ word, language })
    setError(parsed.success ? undefined : `${parsed.error.issues[0]?.message ?? 'This is no word'}.`)
    if (parsed.success && (await change([parsed.data], []))) setWord('')
  }
  return (
    <form
      className="desk-words__add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField label="Word or name" dir="auto" value={word} maxLength={80} error={error} onChange={(event) => setWord(event.target.value)} />
      <Select label="Right in" value={language} options={languageOptions()} onChange={(event) => onLanguage(event.target.value)} />
      <Button type="submit" icon={Plus}>
        Add
      </Button>
    </form>
  )
}
