import './clear-dialog.css'
import type { Evidence } from '@shared/clearance/clearance'
import { namedPart, type Part } from '@shared/clearance/parts'
import { partNames } from '@shared/clearance/in-words'
import { excerpt } from '@shared/story/excerpt'
import { Paperclip, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useStorySession } from '../../../story/StoryProvider'
import { useWordsFor } from '../../../story/words-for'
import { Button, IconButton } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { TextArea, TextField } from '../../../ui/Field'
import { inform } from '../../../ui/notices'
import { chooseAsset } from '../../assets/choose-asset'
import { actOnStory } from '../../workflow/act'
import { closeClearing } from './clearing'

/** Records that somebody vouches for one part of the text: who, and by what. Signed; it holds until that part is changed. */
export function ClearDialog({ part }: { readonly part: Part }) {
  const session = useStorySession()
  const which = `clear ${part.kind} ${part.words.slice(0, 200)}`
  const [clearedBy, setClearedBy] = useWordsFor(`${which}, by whom`)
  const [text, setText] = useWordsFor(`${which}, by what`)
  const [file, setFile] = useState<Evidence['file']>(undefined)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  const name = partNames[part.kind]
  const missing = text.trim() === ''

  const clear = async (): Promise<void> => {
    setAsked(true)
    if (missing || underWay.current) return
    underWay.current = true
    setBusy(true)
    const done = await actOnStory(session, { type: 'clear', part: namedPart(part), clearedBy: clearedBy.trim(), evidence: { text: text.trim(), ...(file && { file }) } })
    underWay.current = false
    setBusy(false)
    if (!done) return
    setClearedBy('')
    setText('')
    closeClearing()
    inform(`The ${name} is cleared. Copydesk tells when it is changed.`)
  }
  const choose = async (): Promise<void> => {
    const chosen = await chooseAsset('all')
    if (chosen !== null) setFile({ hash: chosen.hash, name: chosen.name })
  }
  return (
    <Dialog
      title={`Clear this ${name}`}
      about={`It stays cleared wherever it is moved and whatever else is edited, until the ${name} itself says something else.`}
      onClose={closeClearing}
      onSubmit={() => void clear()}
      foot={
        <>
          <Button onClick={closeClearing}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'It is being signed.'}>
            Sign and clear
          </Button>
        </>
      }
    >
      <blockquote className="said clear-dialog__words" dir="auto">
        {excerpt(part.words, 400) || `A ${name} without words`}
      </blockquote>
      <TextField label="Cleared by" help="Whoever answers for it, such as the person quoted. Empty: you yourself." value={clearedBy} maxLength={200} onChange={(event) => setClearedBy(event.target.value)} autoFocus />
      <TextArea
        label="By what"
        required
        help="Such as ‘E-mail of the mayor’s office of 3 May’. Kept with your signature; readers never see it."
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        error={asked && missing ? 'Say by what it was cleared.' : undefined}
        rows={2}
      />
      <div className="clear-dialog__file">
        {file === undefined ? (
          <Button size="small" icon={Paperclip} onClick={() => void choose()}>
            Add a file that shows it…
          </Button>
        ) : (
          <>
            <Paperclip size={15} aria-hidden />
            <bdi>{file.name}</bdi>
            <IconButton icon={X} size="small" label="Leave the file out" onClick={() => setFile(undefined)} />
          </>
        )}
      </div>
      {file !== undefined && <p className="clear-dialog__note">It goes along in review packets, so whoever reviews can read it. It is never published.</p>}
    </Dialog>
  )
}
