import type { Preferences } from '@shared/ipc'
import { prefer, useApp } from '../../app/app-store'
import { useShownEditor } from '../../editor/insert-words'
import { toggle } from '../../editor/writing-commands'
import { Checkbox } from '../../ui/Field'
import './appearance.css'

const themes: readonly { readonly id: Preferences['theme']; readonly label: string; readonly about: string }[] = [
  { id: 'system', label: 'As in the system', about: 'Changes with it' },
  { id: 'light', label: 'Light', about: 'Dark ink on warm paper' },
  { id: 'dark', label: 'Dark', about: 'For late shifts' },
]

const ways = [
  { name: 'smartTypography', label: 'Smart quotes and dashes', about: 'Set as the story’s language does while you type. Undo gives back the plain character.' },
  { name: 'typewriter', label: 'Typewriter scroll', about: 'The line that you write stays in the middle of the window.' },
  { name: 'invisibles', label: 'Invisible characters', about: 'Signs for non-breaking spaces, soft hyphens and marks of direction.' },
] as const

/** How the window looks, and how one writes in it. */
export function AppearanceSettings() {
  return (
    <>
      <ThemeChoice />
      <fieldset className="writing-ways">
        <legend className="writing-ways__title">Writing</legend>
        {ways.map((way) => (
          <WritingWay key={way.name} {...way} />
        ))}
      </fieldset>
    </>
  )
}

function WritingWay({ name, label, about }: (typeof ways)[number]) {
  const on = useApp(({ preferences }) => preferences?.[name] === true)
  return (
    <Checkbox
      checked={on}
      onChange={() => toggle(name, useShownEditor.getState().editor ?? undefined)}
      label={
        <>
          {label}
          <span className="writing-ways__about">{about}</span>
        </>
      }
    />
  )
}

/** Light, dark, or as the system is. */
function ThemeChoice() {
  const theme = useApp(({ preferences }) => preferences?.theme)
  return (
    <fieldset className="theme-cards">
      <legend className="visually-hidden">Appearance</legend>
      {themes.map(({ id, label, about }) => (
        <div key={id} className="theme-card">
          <input type="radio" name="theme" aria-label={label} aria-describedby={`theme-${id}-about`} checked={theme === id} onChange={() => prefer({ theme: id })} />
          <Picture theme={id} />
          <span className="theme-card__label">{label}</span>
          <span className="theme-card__about" id={`theme-${id}-about`}>
            {about}
          </span>
        </div>
      ))}
    </fieldset>
  )
}

/** A window in the colours of the appearance, so that the words need not explain it. */
function Picture({ theme }: { readonly theme: Preferences['theme'] }) {
  const halves = theme === 'system' ? (['light', 'dark'] as const) : [theme]
  return (
    <span className="theme-picture" aria-hidden>
      {halves.map((half) => (
        <span key={half} className={`theme-picture__half theme-picture__half--${half}`}>
          <span className="theme-picture__side" />
          <span className="theme-picture__page">
            <i />
            <i />
            <i />
            <i />
          </span>
        </span>
      ))}
    </span>
  )
}
