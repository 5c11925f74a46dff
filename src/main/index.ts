import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import path from 'node:path'
import type { EventPayload } from '../shared/ipc'
import type { EventName } from '../shared/ipc-names'
import { DeskError } from '../shared/result'
import { pictureWorker } from './assets/picture-worker'
import { startPictureProcess } from './assets/start-picture-process'
import { openKeyring } from './desk/keyring'
import { appHandlers } from './ipc/handlers/app'
import { assetHandlers } from './ipc/handlers/assets'
import { commentHandlers } from './ipc/handlers/comments'
import { historyHandlers } from './ipc/handlers/history'
import { deskHandlers } from './ipc/handlers/desk'
import { auditHandlers } from './ipc/handlers/audit'
import { identityHandlers } from './ipc/handlers/identities'
import { languageHandlers } from './ipc/handlers/language'
import { packetHandlers } from './ipc/handlers/packets'
import { publishingHandlers } from './ipc/handlers/publishing'
import { storyHandlers } from './ipc/handlers/stories'
import { transferHandlers } from './ipc/handlers/transfer'
import { writingHandlers } from './ipc/handlers/writing'
import { rememberChosenPaths } from './ipc/chosen-paths'
import { answerCalls, sendEvent } from './ipc/router'
import { keepRunningJobs } from './jobs/running-jobs'
import { redlineHandlers } from './ipc/handlers/redline'
import { createLanguageService } from './language/language-service'
import { startLanguageProcess } from './language/start-language-process'
import { createComparer } from './redline/comparer'
import { startCompareProcess } from './redline/start-compare-process'
import { openPreferences } from './preferences'
import { previewPage, previewRequestOf } from './preview/preview-page'
import { openSecrets } from './publish/secrets'
import { isPacketFile, startOptions, type StartOptions } from './start-options'
import { readThumbnail } from './assets/read-thumbnail'
import { describeAsset, readAsset } from './store/assets'
import { agreeOnClosing, type Closing } from './windows/closing'
import { openMainWindow } from './windows/main-window'
import { showMenu } from './windows/menu'
import { declareSchemes, serveContent } from './windows/protocols'
import { systemSeal } from './windows/seal'
import { hardenContents, hardenSession } from './windows/security'
import { createWorkstation, type Workstation } from './workstation'

const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const inApp = (...parts: string[]): string => path.join(app.getAppPath(), ...parts)
const inUserData = (...parts: string[]): string => path.join(app.getPath('userData'), ...parts)

// The window speaks British English: its date fields must put the day first, as all dates around them do.
app.commandLine.appendSwitch('lang', 'en-GB')
declareSchemes()
/** Files that the system asked the app to open. macOS asks so, perhaps before there is a window. */
const offeredPackets: string[] = []
app.on('open-file', (event, file) => {
  event.preventDefault()
  if (isPacketFile(file)) offerPacket(file)
})
hardenContents(developmentServer)

if (app.requestSingleInstanceLock()) void app.whenReady().then(run).catch(giveUp)
else app.quit()

/** Without a window nobody would know that the app runs. */
function giveUp(error: unknown): void {
  console.error('Copydesk could not start', error)
  dialog.showErrorBox('Copydesk could not start', `Nothing on a desk was changed. Check that you may write to the folder ‘${app.getPath('userData')}’ and that the disk has room.\n\n${error instanceof Error ? error.message : String(error)}`)
  app.exit(1)
}

async function run(): Promise<void> {
  hardenSession(undefined, developmentServer)
  const closing = agreeOnClosing()
  const language = createLanguageService(() => startLanguageProcess(inApp('out', 'main', 'language.js')), () => tell('language.restarted', undefined))
  const station = assemble()
  let opened = Promise.resolve()
  const chosen = rememberChosenPaths((folder) => station.preferences.read().recentDesks.some((desk) => path.resolve(desk.path) === folder))
  serveContent({ rendererFolder: inApp('out', 'renderer'), asset: (hash) => assetOf(station, hash), thumbnail: (hash, size) => thumbnailOf(station, hash, size), preview: (address) => previewOf(station, address) })
  answerCalls(
    {
      ...appHandlers(station, { readyToClose: closing.answered, opened: () => opened }),
      ...assetHandlers(station, (progress) => tell('job.progress', progress), (hashes) => tell('assets.changed', { hashes: [...hashes] })),
      ...commentHandlers(station),
      ...historyHandlers(station),
      ...deskHandlers(station, chosen),
      ...identityHandlers(station, chosen),
      ...auditHandlers(station),
      ...languageHandlers(station, language, () => tell('language.changed', undefined)),
      ...packetHandlers(station, chosen, { dropped: inUserData('dropped'), takeWaiting: () => offeredPackets.shift() }),
      ...publishingHandlers(station, chosen),
      ...redlineHandlers(station, createComparer(() => startCompareProcess(inApp('out', 'main', 'compare.js')))),
      ...storyHandlers(station),
      ...transferHandlers(station, chosen),
      ...writingHandlers(station, (matches) => tell('find.matches', matches)),
    },
    developmentServer,
  )
  nativeTheme.themeSource = station.preferences.read().preferences.theme
  showMenu((command) => tell('command.run', { command }))
  openMainWindow({ preferences: station.preferences, preload: inApp('out', 'preload', 'index.cjs'), icon: inApp('resources', 'icons', 'icon.png'), developmentServer, beforeClose: closing.ask })
  // While the window's own process starts, the desk is opened: its first question is answered when that is done.
  const asked = startOptions(process.argv.slice(1), process.cwd())
  offeredPackets.push(...asked.packets)
  opened = openAsked(station, asked)
  app.on('second-instance', (_event, args, directory) => void openAgain(station, startOptions(args, directory), closing))
  quitWithWindow(station)
}

function assemble(): Workstation {
  const seal = systemSeal()
  const keyring = openKeyring(inUserData('keyring.json'), seal)
  const pictures = pictureWorker(() => startPictureProcess(inApp('out', 'main', 'pictures.js')))
  return createWorkstation({
    preferences: openPreferences(app.getPath('userData')),
    seal,
    keyring,
    secrets: openSecrets(inUserData('secrets.json'), seal),
    jobs: keepRunningJobs(inApp('out', 'main', 'job.js'), (progress) => tell('job.progress', progress)),
    pictures,
    events: {
      storiesChanged: (ids) => tell('stories.changed', { ids: [...ids] }),
      storyUpdated: (id, update) => tell('story.updated', { id, update }),
      deliveriesChanged: (story) => tell('deliveries.changed', { story }),
      assetsChanged: (hashes) => tell('assets.changed', { hashes: [...hashes] }),
      deskChanged: (info) => tell('desk.changed', info),
    },
    sampleFolder: inUserData('Sample desk'),
    async makeSampleDesk(folder) {
      // Made once in a lifetime, with all that reads pages.
      const { createSampleDesk } = await import('./import/sample-desk')
      const { desk, identities } = await createSampleDesk(folder, inApp('resources', 'sample'), pictures)
      for (const { member, privateKey } of identities) keyring.add(member.id, privateKey)
      return desk
    },
  })
}

function tell<N extends EventName>(name: N, payload: EventPayload<N>): void {
  for (const window of BrowserWindow.getAllWindows()) sendEvent(window.webContents, name, payload)
}

async function assetOf(station: Workstation, hash: Parameters<typeof describeAsset>[1]) {
  const desk = station.session()?.desk
  const info = desk && describeAsset(desk.db, hash)
  return desk && info ? { bytes: await readAsset(desk, hash), mime: info.mime } : undefined
}

async function thumbnailOf(station: Workstation, hash: Parameters<typeof describeAsset>[1], size: number) {
  const desk = station.session()?.desk
  return desk && readThumbnail(desk, hash, size)
}

async function previewOf(station: Workstation, address: URL): Promise<string | undefined> {
  const request = previewRequestOf(address)
  return request && station.session() ? previewPage(station.need(), request) : undefined
}

/** Opens what the command line names, or the desk of the last time; a desk that can't be opened is said, not fatal. */
async function openAsked(station: Workstation, asked: StartOptions): Promise<void> {
  const folder = asked.desk ?? (station.session() ? undefined : station.preferences.read().recentDesks[0]?.path)
  try {
    if (asked.sample) await station.openSampleDesk()
    else if (folder !== undefined) await station.openDesk(folder)
  } catch (error) {
    if (!(error instanceof DeskError)) console.error('The desk could not be opened', error)
    station.notify(error instanceof DeskError ? error.message : 'The desk could not be opened. Nothing in it was changed.')
  }
}

/** The app was started a second time, perhaps for another desk: what is being typed in this one is stored first. */
async function openAgain(station: Workstation, asked: StartOptions, closing: Closing): Promise<void> {
  const [window] = BrowserWindow.getAllWindows()
  const leavesDesk = asked.sample || asked.desk !== undefined
  if (!leavesDesk || window === undefined || (await closing.ask(window))) await openAsked(station, asked)
  showAgain(station)
  asked.packets.forEach(offerPacket)
}

/** A packet waits until the window asks for it, and is told to one that is there. The window still asks the person. */
function offerPacket(file: string): void {
  offeredPackets.push(file)
  tell('packet.offered', { file })
}

/** The one window comes forward, and says what could not be opened. */
function showAgain(station: Workstation): void {
  tell('desk.changed', station.session()?.info() ?? null)
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

function quitWithWindow(station: Workstation): void {
  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void station.closeDesk().finally(() => {
      closed = true
      app.quit()
    })
  })
}
