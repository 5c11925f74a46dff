import { ListFilter, Search, X } from 'lucide-react'
import { useMemo, useRef, type KeyboardEvent } from 'react'
import { useApp } from '../../app/app-store'
import { useCommands } from '../../app/command-registry'
import { useKindLabel } from '../../app/kinds'
import { SidebarToggle } from '../../app/PaneToggles'
import { shortcutLabel } from '../../app/shortcuts'
import { Button, IconButton } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import { viewNamed } from '../sidebar/views'
import { searchFor, showKind, useListFilter } from './list-filter'
import { inFigures } from '@shared/figures'

/** Above the list: which view it is, how many stories it has, and what narrows it. */
export function ListHead({ total }: { readonly total: number | null }) {
  const view = useApp((state) => state.view)
  const search = useListFilter((filter) => filter.search)
  const sidebarShown = useApp(({ preferences }) => preferences?.sidebarShown ?? true)
  const box = useRef<HTMLInputElement>(null)
  useCommands(
    useMemo(
      () => ({
        'stories.search': () => {
          box.current?.focus()
          box.current?.select()
        },
      }),
      [],
    ),
  )
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && search !== '') searchFor('')
    else if (event.key === 'ArrowDown' || event.key === 'Escape') event.currentTarget.closest('.story-list')?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
    else return
    event.preventDefault()
  }
  return (
    <header className="list-head">
      <div className="list-head__title">
        {!sidebarShown && <SidebarToggle />}
        <h2>{viewNamed(view).label}</h2>
        <span className="list-head__total" role="status">
          {total !== null && `${inFigures(total)} ${total === 1 ? 'story' : 'stories'}`}
        </span>
        <KindFilter />
      </div>
      <div className="list-head__search">
        <Search size={14} aria-hidden />
        <input
          ref={box}
          type="search"
          className="control"
          aria-label="Search stories"
          placeholder="Search stories"
          title={`Search stories ${shortcutLabel('stories.search') ?? ''}`}
          value={search}
          onChange={(event) => searchFor(event.target.value)}
          onKeyDown={press}
          spellCheck={false}
        />
        {search !== '' && <IconButton icon={X} label="Clear the search" size="small" onClick={() => searchFor('')} />}
      </div>
    </header>
  )
}

function KindFilter() {
  const kinds = useApp(({ desk }) => desk?.kinds) ?? []
  const kind = useListFilter((filter) => filter.kind)
  const label = useKindLabel()
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" size="small" icon={ListFilter} className={`list-head__kinds ${kind ? 'list-head__kinds--on' : ''}`} aria-label={`Kind: ${kind ? label(kind) : 'all kinds'}`}>
          <span>{kind ? label(kind) : 'All kinds'}</span>
        </Button>
      }
      groups={[
        { entries: [{ id: 'all', label: 'All kinds', checked: kind === null, onSelect: () => showKind(null) }] },
        { entries: kinds.map(({ id, plural }) => ({ id, label: plural, checked: kind === id, onSelect: () => showKind(id) })) },
      ]}
    />
  )
}
