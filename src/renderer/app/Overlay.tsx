import { AboutDialog } from '../views/about/AboutDialog'
import { AssetLibrary } from '../views/assets/AssetLibrary'
import { AuditPage } from '../views/audit/AuditPage'
import { CharactersDialog } from '../views/characters/CharactersDialog'
import { DeskFind } from '../views/desk-find/DeskFind'
import { ExportDialog } from '../views/export/ExportDialog'
import { MemberDialog } from '../views/identity/MemberDialog'
import { useUnlocking } from '../views/identity/unlock'
import { UnlockQuestion } from '../views/identity/UnlockQuestion'
import { ImportDialog } from '../views/import/ImportDialog'
import { NewDeskDialog } from '../views/new-desk/NewDeskDialog'
import { NewStoryDialog } from '../views/new-story/NewStoryDialog'
import { OpenPacketDialog } from '../views/packets/OpenPacketDialog'
import { Palette } from '../views/palette/Palette'
import { SettingsDialog } from '../views/settings/SettingsDialog'
import { ShortcutsDialog } from '../views/shortcuts/ShortcutsDialog'
import { VerifyDialog } from '../views/verify/VerifyDialog'
import { useApp } from './app-store'

/** The large dialog that is open over everything, if any; and over that, the question for the passphrase. */
export function Overlay() {
  const isLocked = useUnlocking(({ waiting }) => waiting.length > 0)
  return (
    <>
      <OpenDialog />
      {isLocked && <UnlockQuestion />}
    </>
  )
}

function OpenDialog() {
  switch (useApp((state) => state.overlay)) {
    case 'none':
      return null
    case 'palette':
      return <Palette />
    case 'newStory':
      return <NewStoryDialog />
    case 'newDesk':
      return <NewDeskDialog />
    case 'settings':
      return <SettingsDialog />
    case 'members':
      return <MemberDialog />
    case 'import':
      return <ImportDialog />
    case 'export':
      return <ExportDialog />
    case 'verify':
      return <VerifyDialog />
    case 'audit':
      return <AuditPage />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'find':
      return <DeskFind />
    case 'assets':
      return <AssetLibrary />
    case 'characters':
      return <CharactersDialog />
    case 'openPacket':
      return <OpenPacketDialog />
    case 'about':
      return <AboutDialog />
  }
}
