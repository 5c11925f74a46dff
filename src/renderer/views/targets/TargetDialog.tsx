import { serverOf, TargetSettings, type Target } from '@shared/publishing'
import { PresetName } from '@shared/presets'
import { useState } from 'react'
import { useApp } from '../../app/app-store'
import { ask, call } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Select, TextField } from '../../ui/Field'
import { FolderChoice } from '../../ui/FolderChoice'
import { failureOf } from '../../ui/failure'
import { complain, inform } from '../../ui/notices'
import { presetNames, typeNames } from './describe-target'
import { refreshTargets } from './targets-store'

interface Draft {
  readonly name: string
  readonly address: string
  readonly user: string
  readonly publishAs: 'publish' | 'draft'
  readonly folder: string
  readonly preset: PresetName
  /** Empty: keep what is stored. */
  readonly secret: string
}

function draftOf(target: Target | undefined): Draft {
  const empty: Draft = { name: '', address: '', user: '', publishAs: 'publish', folder: '', preset: 'hugo', secret: '' }
  return { ...empty, ...target?.settings }
}

/** Adds a target or changes one. Says where a password will be kept before it is stored. */
export function TargetDialog({ type, target, onClose }: { readonly type: TargetSettings['type']; readonly target?: Target; readonly onClose: () => void }) {
  const keychain = useApp(({ info }) => info?.keychain ?? false)
  const [draft, setDraft] = useState(() => draftOf(target))
  const [asked, setAsked] = useState(false)
  const set = <K extends keyof Draft>(key: K) => (value: Draft[K]): void => setDraft((before) => ({ ...before, [key]: value }))
  const errors = asked ? problemsOf(type, draft, target) : {}

  const save = async (): Promise<void> => {
    setAsked(true)
    if (Object.keys(problemsOf(type, draft, target)).length > 0) return
    try {
      const settings = TargetSettings.parse({ type, ...draft, name: draft.name.trim(), address: draft.address.trim(), user: draft.user.trim() })
      await call('target.save', { id: target?.id ?? null, settings, secret: draft.secret === '' ? null : draft.secret, remember: keychain ? 'keychain' : 'session' })
      await refreshTargets()
      inform(`‘${settings.name}’ was saved.`)
      onClose()
    } catch (error) {
      complain(failureOf(error))
    }
  }

  return (
    <Dialog
      title={target ? `Change ‘${target.settings.name}’` : `Add a ${type === 'folder' ? 'folder' : typeNames[type]}${type === 'wordpress' ? ' site' : ''}`}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Save
          </Button>
        </>
      }
    >
      <TextField label="Name" required help="As the desk’s members call it." value={draft.name} onChange={(event) => set('name')(event.target.value)} error={errors.name} autoFocus />
      {type !== 'folder' && (
        <TextField
          label="Address"
          type="url"
          required
          placeholder={type === 'wordpress' ? 'https://news.example.org/' : 'https://example.org/stories/'}
          value={draft.address}
          onChange={(event) => set('address')(event.target.value)}
          error={errors.address}
        />
      )}
      {type === 'wordpress' && (
        <>
          <TextField label="User" required autoComplete="off" value={draft.user} onChange={(event) => set('user')(event.target.value)} error={errors.user} />
          <Secret label="Application password" hint="From the user’s profile in WordPress." draft={draft} target={target} keychain={keychain} error={errors.secret} onChange={set('secret')} />
          <Select
            label="Publish as"
            value={draft.publishAs}
            options={[
              { value: 'publish', label: 'Published at once' },
              { value: 'draft', label: 'Draft, published by hand in WordPress' },
            ]}
            onChange={(event) => set('publishAs')(event.target.value === 'draft' ? 'draft' : 'publish')}
          />
        </>
      )}
      {type === 'rest' && <Secret label="Token" hint="Sent with each request." draft={draft} target={target} keychain={keychain} error={errors.secret} onChange={set('secret')} />}
      {type === 'folder' && (
        <>
          <FolderField folder={draft.folder} error={errors.folder} onChoose={set('folder')} />
          <Select
            label="Made for"
            help="Decides the names of fields and files."
            value={draft.preset}
            options={PresetName.options.map((value) => ({ value, label: presetNames[value] }))}
            onChange={(event) => set('preset')(PresetName.parse(event.target.value))}
          />
        </>
      )}
    </Dialog>
  )
}

interface SecretProps {
  readonly label: string
  readonly hint: string
  readonly draft: Draft
  readonly target: Target | undefined
  readonly keychain: boolean
  readonly error: string | undefined
  readonly onChange: (secret: string) => void
}

function Secret({ label, hint, draft, target, keychain, error, onChange }: SecretProps) {
  const where = keychain ? 'It is kept in this computer’s keychain.' : 'This computer has no keychain: it is kept only until Copydesk quits, and never written to disk.'
  return (
    <TextField
      label={label}
      type="password"
      autoComplete="new-password"
      required={target === undefined || isOtherServer(target, draft.address)}
      placeholder={target?.hasSecret && !isOtherServer(target, draft.address) ? 'Unchanged' : ''}
      help={`${hint} ${where}`}
      value={draft.secret}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  )
}

function FolderField({ folder, error, onChoose }: { readonly folder: string; readonly error: string | undefined; readonly onChoose: (folder: string) => void }) {
  const choose = async (): Promise<void> => {
    const answer = await ask('export.choose')
    if (!answer.ok) complain(answer.error)
    else if (answer.value !== null) onChoose(answer.value)
  }
  return (
    <FolderChoice label="Folder" required help="Files that Copydesk did not write are left alone." folder={folder === '' ? null : folder} none="The root of the site’s sources" error={error} onChoose={() => void choose()} />
  )
}

/** Whether an address leads to a server that the stored password was not typed for: main forgets it then. */
function isOtherServer(target: Target | undefined, address: string): boolean {
  return target !== undefined && URL.canParse(address.trim()) && new URL(address.trim()).origin !== serverOf(target.settings)
}

/** What is missing or wrong, in words, by field. */
function problemsOf(type: TargetSettings['type'], draft: Draft, target: Target | undefined): Partial<Record<keyof Draft, string>> {
  const problems: Partial<Record<keyof Draft, string>> = {}
  if (draft.name.trim() === '') problems.name = 'Give it a name.'
  if (type === 'folder') {
    if (draft.folder === '') problems.folder = 'Choose a folder.'
    return problems
  }
  const address = draft.address.trim()
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) problems.address = 'Enter a whole address that starts with https:// or http://'
  if (type === 'wordpress' && draft.user.trim() === '') problems.user = 'Enter the user’s name.'
  const secretName = type === 'wordpress' ? 'application password' : 'token'
  if (draft.secret === '' && target === undefined) problems.secret = `Enter the ${secretName}.`
  else if (draft.secret === '' && isOtherServer(target, address)) problems.secret = `This is another server: enter the ${secretName} for it.`
  return problems
}
