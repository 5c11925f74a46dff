import { preferredOf, preferredText, StyleTerm } from '@shared/style/term'
import { useState } from 'react'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Checkbox, Select, TextArea, TextField } from '../../../ui/Field'
import { optionsWith } from './languages'

interface TermDialogProps {
  /** The term that is changed; without one, a new one is made. */
  readonly term?: StyleTerm
  readonly onSave: (term: StyleTerm) => Promise<void>
  readonly onClose: () => void
}

/** One term of the house style. */
export function TermDialog({ term, onSave, onClose }: TermDialogProps) {
  const [avoid, setAvoid] = useState(term?.avoid ?? '')
  const [prefer, setPrefer] = useState(term?.prefer.map(preferredText).join('\n') ?? '')
  const [why, setWhy] = useState(term?.why ?? '')
  const [language, setLanguage] = useState(term?.language ?? '')
  const [forms, setForms] = useState(term?.forms ?? true)
  const [matchCase, setMatchCase] = useState(term?.matchCase ?? false)
  const [error, setError] = useState<string>()
  const save = async (): Promise<void> => {
    const parsed = StyleTerm.safeParse({ id: term?.id ?? crypto.randomUUID(), avoid, prefer: prefer.split('\n').flatMap((line) => preferredOf(line) ?? []), why, language, forms, matchCase })
    setError(parsed.success ? undefined : `${parsed.error.issues[0]?.message ?? 'This is not understood'}.`)
    if (parsed.success) await onSave(parsed.data)
  }
  return (
    <Dialog
      title={term === undefined ? 'New term' : 'Change the term'}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            {term === undefined ? 'Add term' : 'Save'}
          </Button>
        </>
      }
    >
      <TextField label="Avoid" required dir="auto" value={avoid} maxLength={200} error={error} data-autofocus onChange={(event) => setAvoid(event.target.value)} />
      <TextArea label="Write instead" dir="auto" rows={3} value={prefer} help="One a line. For a form for several, write it after a slash: undocumented migrant / undocumented migrants" onChange={(event) => setPrefer(event.target.value)} />
      <TextArea label="Why" dir="auto" rows={2} value={why} maxLength={1000} help="Shown with the mark in the text." onChange={(event) => setWhy(event.target.value)} />
      <Select label="Language" value={language} options={optionsWith(language)} onChange={(event) => setLanguage(event.target.value)} />
      <Checkbox label="Also with the usual endings, such as plurals" checked={forms} onChange={(event) => setForms(event.target.checked)} />
      <Checkbox label="Only with these capitals and small letters" checked={matchCase} onChange={(event) => setMatchCase(event.target.checked)} />
    </Dialog>
  )
}
