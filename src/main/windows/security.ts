import { app, session, type Session, type WebContents } from 'electron'
import { appOrigin, appPage, previewScheme } from './addresses'

/** What the window's own page may load: its own files, its assets' pictures, its previews' frames. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  'img-src copydesk-asset: data: blob:',
  "font-src 'self'",
  "connect-src 'self'",
  'frame-src copydesk-preview:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Schemes that the window and its frames may load; anything else never leaves this computer. */
const loadable = new Set(['copydesk-app:', 'copydesk-asset:', 'copydesk-preview:', 'data:', 'blob:', 'devtools:'])

/**
 * Denies every permission, every download and every request to the network, for all windows.
 * @param developmentServer Origin of the hot-reload server, the one exception, in `npm run dev` only.
 */
export function hardenSession(target: Session = session.defaultSession, developmentServer?: string): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.on('will-download', (event) => event.preventDefault())
  target.webRequest.onBeforeRequest((request, answer) => {
    const address = new URL(request.url)
    const allowed = loadable.has(address.protocol) || (developmentServer !== undefined && sameServer(address, developmentServer))
    answer({ cancel: !allowed })
  })
}

function sameServer(address: URL, server: string): boolean {
  return address.host === new URL(server).host && /^(http|ws)s?:$/.test(address.protocol)
}

/** Every page, whoever made it: no navigation but to itself, no new windows, no embedded web views. */
export function hardenContents(developmentServer?: string): void {
  app.on('web-contents-created', (_event, contents) => forbidLeaving(contents, developmentServer))
}

function forbidLeaving(contents: WebContents, developmentServer?: string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url, developmentServer)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    const allowed = event.isMainFrame ? isOwnPage(event.url, developmentServer) : event.url.startsWith(`${previewScheme}://`)
    if (!allowed) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}

/** The window may load its own page anew, and nothing else. */
function isOwnPage(address: string, developmentServer: string | undefined): boolean {
  return address === appPage || (developmentServer !== undefined && new URL(address).origin === new URL(developmentServer).origin)
}

/** Whether a call comes from our page's top frame: frames, pop-ups and foreign pages get no answer. */
export function isTrustedSender(frame: { readonly url: string; readonly parent: unknown } | null, developmentServer?: string): boolean {
  if (frame === null || frame.parent !== null) return false
  const origin = frame.url.startsWith('copydesk-app:') ? `copydesk-app://${new URL(frame.url).host}` : safeOrigin(frame.url)
  return origin === appOrigin || (developmentServer !== undefined && origin === new URL(developmentServer).origin)
}

function safeOrigin(address: string): string | null {
  try {
    return new URL(address).origin
  } catch {
    return null
  }
}
