import './characters.css'
import { invisibleCharacters } from '@shared/typography/invisible'
import { characterName, matchingCharacters } from '@shared/typography/special-characters'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { closeOverlay, prefer, useApp } from '../../app/app-store'
import { insertWords } from '../../editor/insert-words'
import { Modal } from '../../ui/Modal'
import { Search } from 'lucide-react'

const recentsKept = 12
const none: readonly string[] = []

/** Characters that keyboards don't have: found by name or by sight, put where the cursor is. */
export function CharactersDialog() {
  const [query, setQuery] = useState('')
  const recent = useApp(({ preferences }) => preferences?.recentCharacters ?? none)
  const [active, setActive] = useState<{ readonly character: string; readonly name: string } | null>(null)
  /** The one that Tab goes to: the last that had the focus, else the first. */
  const [reached, setReached] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => {
    const found = matchingCharacters(query)
    const used = query.trim() === '' && recent.length > 0 ? [{ name: 'Recently used', characters: recent.map((character) => ({ character, name: characterName(character) })) }] : []
    return [...used, ...found]
  }, [query, recent])

  const places = groups.flatMap(({ name, characters }) => characters.map(({ character }) => `${name} ${character}`))
  const stop = places.includes(reached) ? reached : places[0]

  const insert = (character: string): void => {
    prefer({ recentCharacters: [character, ...recent.filter((other) => other !== character)].slice(0, recentsKept) })
    closeOverlay()
    // The dialog goes first, so that the character goes where the cursor was.
    setTimeout(() => insertWords(character))
  }
  const buttons = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll('button') ?? [])]
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = buttons()
    const at = all.findIndex((button) => button === document.activeElement)
    if (at < 0) {
      if (event.key === 'ArrowDown') all[0]?.focus()
      else if (event.key === 'Enter') all[0]?.click()
      else return
      return event.preventDefault()
    }
    const next = { ArrowRight: all[at + 1], ArrowLeft: all[at - 1], ArrowDown: below(all, at, 1), ArrowUp: below(all, at, -1), Home: all[0], End: all.at(-1) }[event.key]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return (
    <Modal label="Special characters" width={560} className="characters" onClose={closeOverlay}>
      <div className="characters__all" onKeyDown={press}>
        <div className="characters__search">
          <Search size={16} aria-hidden />
          <input className="characters__input" aria-label="Search characters" placeholder="Name of a character, such as ‘dash’ or ‘euro’" value={query} onChange={(event) => setQuery(event.target.value)} data-autofocus />
        </div>
        <div className="characters__list" ref={list}>
          {groups.length === 0 && <p className="characters__none">No character has this name.</p>}
          {groups.map(({ name, characters }) => (
            <section key={name} aria-label={name}>
              <h3 className="characters__group">{name}</h3>
              <div className="characters__grid">
                {characters.map((one) => (
                  <button
                    key={one.character}
                    type="button"
                    className="characters__one"
                    aria-label={one.name}
                    onClick={() => insert(one.character)}
                    tabIndex={`${name} ${one.character}` === stop ? 0 : -1}
                    onFocus={() => {
                      setActive(one)
                      setReached(`${name} ${one.character}`)
                    }}
                    onMouseEnter={() => setActive(one)}
                  >
                    {invisibleCharacters[one.character] ? <span className="characters__sign">{invisibleCharacters[one.character]?.sign}</span> : one.character}
                  </button>
                ))}
              </div>
            </section>
          ))}
        </div>
        <p className="characters__name" aria-hidden>
          {active === null ? 'Arrows move, Return inserts.' : `${active.name} · U+${(active.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`}
        </p>
      </div>
    </Modal>
  )
}

/** The button in the next row that is nearest below or above. */
function below(all: readonly HTMLButtonElement[], at: number, direction: 1 | -1): HTMLButtonElement | undefined {
  const here = all[at]?.getBoundingClientRect()
  if (here === undefined) return undefined
  const others = direction > 0 ? all.slice(at + 1) : all.slice(0, at).reverse()
  const row = others.find((button) => Math.abs(button.getBoundingClientRect().top - here.top) > 4)?.getBoundingClientRect().top
  if (row === undefined) return undefined
  const inRow = others.filter((button) => Math.abs(button.getBoundingClientRect().top - row) <= 4)
  return inRow.toSorted((a, b) => Math.abs(a.getBoundingClientRect().left - here.left) - Math.abs(b.getBoundingClientRect().left - here.left))[0]
}
