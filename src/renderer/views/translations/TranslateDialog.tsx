import type { StoryRow } from '@shared/ipc'
import { useState } from 'react'
import { showStory } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { nativeName, offeredLanguages } from '../../editor/language'
import { useSuggestionView } from '../../editor/suggestions/suggest-mode'
import { putField } from '../../editor/suggestions/fields/shown-field'
import { languageField } from '../../story/field-values'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { failureOf } from '../../ui/failure'
import { Select } from '../../ui/Field'
import { complain } from '../../ui/notices'
import { lookAtStart } from '../story-list/story-rows'
import { closeContentDialog } from './translation-store'

/** Makes a draft in another language out of the story that is open. */
export function TranslateDialog({ row }: { readonly row: StoryRow }) {
  const session = useStorySession()
  // Nothing of a story is changed while it is only shown for reading.
  const reading = useSuggestionView(session.id) !== 'all' && row.language === ''
  const [own, setOwn] = useState(row.language)
  const [language, setLanguage] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const taken = [own, ...row.translations.map((one) => one.language)]
  const offered = offeredLanguages.filter((tag) => !taken.includes(tag))
  const options = (tags: readonly string[]) => [{ value: '', label: 'Choose…' }, ...tags.map((tag) => ({ value: tag, label: nativeName(tag) }))]

  const translate = async (): Promise<void> => {
    setAsked(true)
    if (busy || reading || own === '' || language === '') return
    setBusy(true)
    try {
      if (row.language === '') putField(session, languageField, own)
      await session.flush()
      const answer = await ask('story.translate', { id: session.id, language })
      if (!answer.ok) return complain(answer.error)
      closeContentDialog()
      lookAtStart()
      showStory(answer.value.id)
    } catch (error) {
      complain(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="Translate into…"
      about="Makes a draft with the same kind, fields and text, to be written over in the other language. The two stay linked; each is reviewed and published by itself."
      width={440}
      onClose={closeContentDialog}
      onSubmit={() => void translate()}
      foot={
        <>
          <Button onClick={closeContentDialog}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={reading ? 'The story is only shown for reading now. Go back to the suggestions to say its language.' : busy && 'The draft is being made.'}>
            Make the draft
          </Button>
        </>
      }
    >
      {row.language === '' && <Select label="This story is in" value={own} options={options(offeredLanguages)} error={asked && own === '' ? 'Say which language this story is in.' : undefined} onChange={(event) => setOwn(event.target.value)} />}
      <Select label="Translate into" value={language} options={options(offered)} error={asked && language === '' ? 'Choose a language.' : undefined} onChange={(event) => setLanguage(event.target.value)} />
    </Dialog>
  )
}
