import { useState } from 'react'
import { nativeName, offeredLanguages } from '../../editor/language'
import { useSuggestionView } from '../../editor/suggestions/suggest-mode'
import { putField, useShownValue } from '../../editor/suggestions/fields/shown-field'
import { languageField } from '../../story/field-values'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Select } from '../../ui/Field'
import { inform } from '../../ui/notices'
import { closeContentDialog } from './translation-store'

/** For whoever suggests: a story that does not say its language can't be translated yet, and which it is waits for an answer like any other suggestion. */
export function SuggestLanguageDialog() {
  const session = useStorySession()
  const reading = useSuggestionView(session.id) !== 'all'
  const shown = useShownValue(session, languageField)
  const already = typeof shown === 'string' ? shown : ''
  const [own, setOwn] = useState(already)
  const [asked, setAsked] = useState(false)

  const suggest = (): void => {
    setAsked(true)
    if (own === '') return
    if (own !== already) {
      session.startStep()
      putField(session, languageField, own)
    }
    closeContentDialog()
    inform(`${nativeName(own)} is suggested as the language of this story. It can be translated once that is accepted.`)
  }
  return (
    <Dialog
      title="Translate into…"
      about="A story can be translated when it says which language it is in. You are suggesting, so what you choose here waits for an answer first."
      width={440}
      onClose={closeContentDialog}
      onSubmit={() => !reading && suggest()}
      foot={
        <>
          <Button onClick={closeContentDialog}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={reading && 'The story is only shown for reading now.'}>
            Suggest the language
          </Button>
        </>
      }
    >
      <Select
        label="This story is in"
        value={own}
        options={[{ value: '', label: 'Choose…' }, ...[...new Set([...offeredLanguages, ...(own === '' ? [] : [own])])].map((tag) => ({ value: tag, label: nativeName(tag) }))]}
        error={asked && own === '' ? 'Say which language this story is in.' : undefined}
        onChange={(event) => setOwn(event.target.value)}
      />
    </Dialog>
  )
}
