import './settings.css'
import { BookOpenCheck, KeyRound, LayoutList, Palette, Send, ShieldCheck, SpellCheck, UsersRound, X, type LucideIcon } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { closeOverlay, showSettings, useApp, type SettingsSection } from '../../app/app-store'
import { IconButton } from '../../ui/Button'
import { Modal } from '../../ui/Modal'
import { TrustSettings } from '../packets/TrustSettings'
import { TargetSettings } from '../targets/TargetSettings'
import { AppearanceSettings } from './AppearanceSettings'
import { KindSettings } from './kinds/KindSettings'
import { DictionarySettings } from './language/DictionarySettings'
import { HouseStyleSettings } from './language/HouseStyleSettings'
import { MemberSettings } from './MemberSettings'
import { SignOffSettings } from './SignOffSettings'

interface Section {
  readonly id: SettingsSection
  readonly label: string
  readonly icon: LucideIcon
  readonly ofDesk: boolean
  readonly about: string
  readonly content: () => ReactNode
}

const sections: readonly Section[] = [
  { id: 'appearance', label: 'Appearance', icon: Palette, ofDesk: false, about: 'How Copydesk looks on this computer.', content: () => <AppearanceSettings /> },
  { id: 'signOff', label: 'Sign-off', icon: ShieldCheck, ofDesk: true, about: 'What a story needs before it may leave the desk.', content: () => <SignOffSettings /> },
  { id: 'kinds', label: 'Kinds', icon: LayoutList, ofDesk: true, about: 'The kinds of story that this desk has, and what each asks for.', content: () => <KindSettings /> },
  { id: 'language', label: 'Language', icon: SpellCheck, ofDesk: true, about: 'Names and words that no dictionary has, and that are right on this desk.', content: () => <DictionarySettings /> },
  { id: 'houseStyle', label: 'House style', icon: BookOpenCheck, ofDesk: true, about: 'Which words this desk avoids, what it writes instead, and why.', content: () => <HouseStyleSettings /> },
  { id: 'members', label: 'Members', icon: UsersRound, ofDesk: true, about: 'Who works on this desk, what they may do, and the keys that sign for them.', content: () => <MemberSettings /> },
  { id: 'trust', label: 'Trusted keys', icon: KeyRound, ofDesk: true, about: 'Whose packets are opened on this desk without a question.', content: () => <TrustSettings /> },
  { id: 'targets', label: 'Targets', icon: Send, ofDesk: true, about: 'Where this desk publishes.', content: () => <TargetSettings /> },
]

/** How the app looks, and how the desk works. */
export function SettingsDialog() {
  const id = useId()
  const hasDesk = useApp(({ desk }) => desk !== null)
  const asked = useApp((state) => state.settingsSection)
  const offered = sections.filter(({ ofDesk }) => hasDesk || !ofDesk)
  const section = offered.find((candidate) => candidate.id === asked) ?? offered[0]
  if (section === undefined) return null
  return (
    <Modal labelledBy={`${id}-title`} width={760} className="settings" onClose={closeOverlay}>
      <nav className="settings__sections" aria-label="Settings">
        <h2 id={`${id}-title`}>Settings</h2>
        {offered.map(({ id: one, label, icon: Icon }) => (
          <button
            key={one}
            type="button"
            className="settings__section"
            aria-current={one === section.id ? 'page' : undefined}
            data-autofocus={one === section.id || undefined}
            onClick={() => showSettings(one)}
          >
            <Icon size={15} aria-hidden />
            {label}
          </button>
        ))}
      </nav>
      <section className="settings__page" aria-labelledby={`${id}-section`} key={section.id}>
        <header className="settings__head">
          <h3 id={`${id}-section`}>{section.label}</h3>
          <p>{section.about}</p>
          <IconButton icon={X} label="Close" size="small" className="settings__close" onClick={closeOverlay} />
        </header>
        <div className="settings__content">{section.content()}</div>
      </section>
    </Modal>
  )
}
