import './first-run.css'
import { BookOpen, FolderOpen, FolderPlus, type LucideIcon } from 'lucide-react'
import { showOverlay, useApp } from '../../app/app-store'
import { chooseDesk, openDesk, openSampleDesk, useDeskOpening } from '../../app/desks'
import { FolderPath } from '../../ui/FolderPath'
import { Mark } from '../../ui/Mark'
import { FirstRunPacket } from '../packets/FirstRunPacket'

/** The window without a desk: what Copydesk is, and three ways to begin. */
export function FirstRun() {
  const recent = useApp(({ info }) => info?.recentDesks) ?? []
  const { busy, failure } = useDeskOpening()
  return (
    <main className="first-run">
      <div className="first-run__column">
        <header className="first-run__head">
          <Mark size={44} />
          <h1>Copydesk</h1>
          <p>Where a communications team drafts, reviews, signs off and publishes. Everything stays in a folder of yours; nothing leaves it that was not approved.</p>
        </header>
        <FirstRunPacket />
        {failure && (
          <div className="first-run__failure" role="alert">
            <p>{failure.message}</p>
            {failure.place && <p className="first-run__place">{failure.place}</p>}
          </div>
        )}
        <ul className="first-run__ways" aria-busy={busy !== 'none'}>
          <Way icon={FolderPlus} label="New desk" about="Start with an empty desk in a folder of your choice." onChoose={() => showOverlay('newDesk')} />
          <Way icon={FolderOpen} label="Open desk" about="Go on with a desk that is on this computer." onChoose={() => void chooseDesk()} />
          <Way
            icon={BookOpen}
            label="Sample desk"
            about={busy === 'sample' ? 'The sample desk is being made …' : 'Look around in a desk with stories in every state.'}
            onChoose={() => void openSampleDesk()}
          />
        </ul>
        {recent.length > 0 && (
          <section className="first-run__recent" aria-labelledby="recent-desks">
            <h2 id="recent-desks">Recent desks</h2>
            <ul>
              {recent.map(({ path, name }) => (
                <li key={path}>
                  <button type="button" onClick={() => void openDesk(path)}>
                    <span className="first-run__name" dir="auto">{name}</span>
                    <FolderPath path={path} className="first-run__path" />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}

function Way({ icon: Icon, label, about, onChoose }: { readonly icon: LucideIcon; readonly label: string; readonly about: string; readonly onChoose: () => void }) {
  return (
    <li>
      <button type="button" className="first-run__way" onClick={onChoose}>
        <Icon size={20} strokeWidth={1.6} aria-hidden />
        <span>
          <strong>{label}</strong>
          <span>{about}</span>
        </span>
      </button>
    </li>
  )
}
