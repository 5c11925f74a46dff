import './about.css'
import { closeOverlay, useApp } from '../../app/app-store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Mark } from '../../ui/Mark'

const systemNames: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }

/** Which Copydesk this is, and what it runs on. */
export function AboutDialog() {
  const info = useApp((state) => state.info)
  const facts = [
    ['Version', info?.version],
    ['Electron', info?.electron],
    ['System', info && (systemNames[info.platform] ?? info.platform)],
    ['Passwords', info?.keychain ? 'Kept in this computer’s keychain' : 'Kept until Copydesk quits: this computer has no keychain'],
  ]
  return (
    <Dialog
      title="About Copydesk"
      width={400}
      onClose={closeOverlay}
      foot={
        <Button look="primary" data-autofocus onClick={closeOverlay}>
          Close
        </Button>
      }
    >
      <div className="about">
        <Mark size={52} />
        <dl>
          {facts.map(([what, value]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  )
}
