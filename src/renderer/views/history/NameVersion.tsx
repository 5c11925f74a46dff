import { longestVersionName } from '@shared/history/version-names'
import { useState } from 'react'
import { call } from '../../app/bridge'
import { useStorySession } from '../../story/StoryProvider'
import { settleStatus } from '../../story/status-store'
import { useWordsFor } from '../../story/words-for'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { failureOf } from '../../ui/failure'
import { TextField } from '../../ui/Field'
import { complain, inform } from '../../ui/notices'
import { nameNothing, useHistoryChoice } from './history-store'

/** Asks for the name of a version, or of the story as it stands, which is then kept. */
export function NameVersion() {
  const session = useStorySession()
  const naming = useHistoryChoice((choice) => choice.naming)
  return naming?.story === session.id ? <Asked key={naming.version?.revision ?? 'now'} version={naming.version} /> : null
}

function Asked({ version }: Pick<NonNullable<ReturnType<typeof useHistoryChoice.getState>['naming']>, 'version'>) {
  const session = useStorySession()
  // What the story as it is now is to be called belongs to nothing yet.
  const [newName, setNewName] = useWordsFor('keep version')
  const [otherName, setOtherName] = useState(version?.name ?? '')
  const [name, setName] = version === null ? ([newName, setNewName] as const) : ([otherName, setOtherName] as const)
  const [asked, setAsked] = useState(false)
  const missing = version === null && name.trim() === ''
  const save = async (): Promise<void> => {
    setAsked(true)
    if (missing) return
    try {
      if (version === null) {
        await session.flush()
        await call('history.keep', { id: session.id, name: name.trim() })
        setNewName('')
        inform(`The story as it is now is kept as ‘${name.trim()}’.`)
      } else await call('history.name', { id: session.id, revision: version.revision, name: name.trim() })
      nameNothing()
      await settleStatus(session)
    } catch (error) {
      complain(failureOf(error))
    }
  }
  const hadName = version !== null && version.name !== ''
  return (
    <Dialog
      title={version === null ? 'Keep this version' : hadName ? 'Rename the version' : 'Name the version'}
      about={version === null ? 'The story as it is now gets a place in its history under this name. It goes on as before.' : 'A name makes a version easy to find. It changes nothing in the version, and goes with the story to other desks.'}
      width={420}
      onClose={nameNothing}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={nameNothing}>Cancel</Button>
          <Button look="primary" type="submit">
            {version === null ? 'Keep' : 'Save'}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        value={name}
        dir="auto"
        maxLength={longestVersionName}
        placeholder="As sent to the mayors"
        data-autofocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        help={hadName ? 'Leave it empty to take the name back.' : undefined}
        error={asked && missing ? 'Give the version a name.' : undefined}
      />
    </Dialog>
  )
}
