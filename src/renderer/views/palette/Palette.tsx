import './palette.css'
import { commands, menuNames, type Command as AppCommand, type CommandId } from '@shared/commands'
import type { StoryRow } from '@shared/ipc'
import { Command } from 'cmdk'
import { FileText, FilePlus, Search, UserRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { actingMember, closeOverlay, showStory, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { isEnabled, runCommand, useCommandVersion } from '../../app/command-registry'
import { useKindLabel } from '../../app/kinds'
import { shortTag } from '../../editor/language'
import { shortcutLabel } from '../../app/shortcuts'
import { Modal } from '../../ui/Modal'
import { StateChip } from '../../ui/StateChip'
import { actAs } from '../identity/act-as'
import { startStory } from '../new-story/new-story-store'
import { useSettled } from '../story-list/list-filter'
import { stillFound, type Found } from './still-found'
import { score } from './score'

/** Finds commands, stories, kinds and members by some letters of their names. */
export function Palette() {
  const [search, setSearch] = useState('')
  const stories = useFoundStories(search)
  return (
    <Modal label="Command palette" width={600} className="palette" onClose={closeOverlay}>
      <Command className="palette__command" label="Commands and stories" loop filter={(_value, typed, names) => score(names?.[0] ?? '', typed)}>
        <div className="palette__search">
          <Search size={16} aria-hidden />
          <Command.Input className="palette__input" placeholder="What do you want to do?" value={search} onValueChange={setSearch} data-autofocus />
        </div>
        <Command.List className="palette__list" label="Found">
          {stories.length === 0 && <Command.Empty className="palette__none">Nothing has this name.</Command.Empty>}
          <Stories rows={stories} />
          {menuNames.map((menu) => (
            <Commands key={menu} menu={menu} />
          ))}
          <NewStories />
          <Members />
        </Command.List>
      </Command>
    </Modal>
  )
}

/** The dialog goes first, so that a command finds the focus where it was. */
function choose(run: () => void): void {
  closeOverlay()
  setTimeout(run)
}

function Commands({ menu }: { readonly menu: AppCommand['menu'] }) {
  useCommandVersion()
  const offered = commands.filter((command) => command.menu === menu && command.id !== 'palette.open' && isEnabled(command.id))
  if (offered.length === 0) return null
  return (
    <Command.Group heading={menu} className="palette__group">
      {offered.map(({ id, label }) => (
        <Command.Item key={id} value={id} keywords={[label]} className="palette__item" onSelect={() => choose(() => void runCommand(id))}>
          <span>{label.replace('…', '')}</span>
          <Keys id={id} />
        </Command.Item>
      ))}
    </Command.Group>
  )
}

function Keys({ id }: { readonly id: CommandId }) {
  const keys = shortcutLabel(id)
  return keys === undefined ? null : <kbd>{keys}</kbd>
}

function NewStories() {
  const kinds = useApp(({ desk }) => desk?.kinds) ?? []
  if (kinds.length === 0) return null
  return (
    <Command.Group heading="New" className="palette__group">
      {kinds.map(({ id, label }) => (
        <Command.Item key={id} value={`new-${id}`} keywords={[`New ${label}`]} className="palette__item" onSelect={() => choose(() => startStory(id))}>
          <FilePlus size={15} aria-hidden />
          <span>New {label.toLocaleLowerCase('en')}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}

function Members() {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  const others = desk?.members.filter(({ id }) => id !== me?.id && desk.signable.includes(id)) ?? []
  if (others.length === 0) return null
  return (
    <Command.Group heading="Members" className="palette__group">
      {others.map((member) => (
        <Command.Item key={member.id} value={`member-${member.id}`} keywords={[`Act as ${member.name}`]} className="palette__item" onSelect={() => choose(() => void actAs(member))}>
          <UserRound size={15} aria-hidden />
          <span>Act as {member.name}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}

function Stories({ rows }: { readonly rows: readonly StoryRow[] }) {
  const kindLabel = useKindLabel()
  if (rows.length === 0) return null
  return (
    <Command.Group heading="Stories" className="palette__group" forceMount>
      {rows.map((row) => (
        <Command.Item key={row.id} value={`story-${row.id}`} keywords={[row.headline]} forceMount className="palette__item" onSelect={() => choose(() => showStory(row.id))}>
          <FileText size={15} aria-hidden />
          <span className="palette__headline" dir="auto">
            {row.headline || 'Untitled'}
          </span>
          <small>
            {kindLabel(row.kind)}
            {row.language !== '' && ` · ${shortTag(row.language)}`}
          </small>
          <StateChip state={row.state} />
        </Command.Item>
      ))}
    </Command.Group>
  )
}

const storiesShown = 8

/** Stories that the desk finds for some letters; none for fewer than two. Until it answers for these, those found before by headline stay. */
function useFoundStories(search: string): readonly StoryRow[] {
  const [found, setFound] = useState<Found>({ by: '', rows: [] })
  const typed = search.trim()
  const settled = useSettled(typed, 90)
  const hasDesk = useApp(({ desk }) => desk !== null)
  useEffect(() => {
    let current = true
    const find = async (): Promise<void> => {
      const answer = settled.length < 2 || !hasDesk ? null : await ask('story.list', { view: 'all', search: settled, kind: null, offset: 0, limit: storiesShown })
      if (current) setFound({ by: settled, rows: answer?.ok ? answer.value.rows : [] })
    }
    void find()
    return () => {
      current = false
    }
  }, [settled, hasDesk])
  return stillFound(found, typed)
}
