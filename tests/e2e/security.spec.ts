import { expect, test, type Page } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openApp, type OpenedApp } from '../drive/open-app'

let opened: OpenedApp
let page: Page
let outside: Server
let reached: string[]
let address: string

test.beforeAll(async () => {
  reached = []
  outside = createServer((request, response) => {
    reached.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('outside')
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
  opened = await openApp({ args: ['--sample'] })
  page = opened.page
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
})

test.afterAll(async () => {
  await opened.quit()
  outside.close()
})

test('the page has neither Node nor Electron, only the two functions of the bridge', async () => {
  const found = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    bridge: Object.keys(Reflect.get(globalThis, 'copydesk')).sort(),
  }))
  expect(found).toEqual({ globals: [], bridge: ['call', 'on'] })
})

test('the renderer runs in the sandbox with context isolation', async () => {
  const preferences = await opened.app.evaluate(({ BrowserWindow }) => {
    const contents: object = BrowserWindow.getAllWindows()[0]?.webContents ?? {}
    // Not in Electron's published types, but the only place that says what really applies.
    const ask: unknown = Reflect.get(contents, 'getLastWebPreferences')
    const answer: unknown = typeof ask === 'function' ? ask.call(contents) : null
    return answer
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })
})

test('a script that was written into the page does not run, and nothing is evaluated from text', async () => {
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.broken = true'
    document.head.append(script)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'globalThis.broken = true')
    image.src = 'data:image/png;base64,broken'
    document.body.append(image)
    await new Promise((resolve) => setTimeout(resolve, 200))
    let evaluated = true
    try {
      new Function('return 1')()
    } catch {
      evaluated = false
    }
    script.remove()
    image.remove()
    return { ran: 'broken' in globalThis, evaluated }
  })
  expect(outcome).toEqual({ ran: false, evaluated: false })
})

test('a page that was taken over reaches no server: no fetch, no picture, no script, no beacon', async () => {
  await page.evaluate(async (target) => {
    const refused = (): void => undefined
    await fetch(`${target}/fetch`).catch(refused)
    await new Promise<void>((resolve) => {
      const image = new Image()
      for (const outcome of ['load', 'error']) image.addEventListener(outcome, () => resolve())
      image.src = `${target}/picture`
    })
    await new Promise<void>((resolve) => {
      const script = document.createElement('script')
      for (const outcome of ['load', 'error']) script.addEventListener(outcome, () => resolve())
      script.src = `${target}/script.js`
      document.head.append(script)
    })
    navigator.sendBeacon(`${target}/beacon`)
    try {
      const socket = new WebSocket(`${target.replace('http', 'ws')}/socket`)
      socket.close()
    } catch {
      // refused at once, which is as good
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
  }, address)
  expect(reached).toEqual([])
})

test('the window can’t be led elsewhere, and opens no other', async () => {
  const before = page.url()
  const popup = await page.evaluate((target) => {
    const link = document.createElement('a')
    link.href = `${target}/link`
    document.body.append(link)
    link.click()
    link.remove()
    location.href = `${target}/navigate`
    return window.open(`${target}/popup`) === null
  }, address)
  await page.waitForTimeout(500)
  expect(popup).toBe(true)
  expect(page.url()).toBe(before)
  expect(opened.app.windows()).toHaveLength(1)
  expect(reached).toEqual([])
  // Asked of the page itself: Playwright's locators wait for the end of a navigation that was refused.
  expect(await page.evaluate(() => document.querySelector('nav[aria-label="Views"]') !== null)).toBe(true)
})

test('a file dropped on the window, or any local file, is not opened', async () => {
  const before = page.url()
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd'
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
})

test('camera, microphone, place and notifications are denied', async () => {
  const answers = await page.evaluate(async () => {
    const camera = await navigator.mediaDevices?.getUserMedia({ video: true, audio: true }).then(() => 'granted', () => 'denied')
    const place = await new Promise<string>((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('granted'), () => resolve('denied')))
    return { camera: camera ?? 'denied', place, notifications: await Notification.requestPermission() }
  })
  expect(answers).toEqual({ camera: 'denied', place: 'denied', notifications: 'denied' })
})

test('a frame in the page gets no answer from the main process', async () => {
  const answer = await opened.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) return 'no window'
    await contents.executeJavaScript(`new Promise((resolve) => {
      const frame = document.createElement('iframe')
      frame.id = 'intruder'
      frame.setAttribute('sandbox', 'allow-scripts')
      frame.src = 'copydesk-preview://page/?story=none'
      frame.onload = () => resolve(null)
      document.body.append(frame)
    })`)
    const frame = contents.mainFrame.frames.find((candidate) => candidate.url.startsWith('copydesk-preview:'))
    if (!frame) return 'no frame'
    const seen: unknown = await frame.executeJavaScript(`typeof globalThis.copydesk`).catch(() => 'no script')
    await contents.executeJavaScript(`document.getElementById('intruder').remove()`)
    return seen
  })
  expect(['undefined', 'no script']).toContain(answer)
})

test('calls that the contract does not know, and inputs that it does not allow, are refused in words', async () => {
  const answers = await page.evaluate(async () => {
    const bridge: { call(name: string, input: unknown): Promise<unknown> } = Reflect.get(globalThis, 'copydesk')
    return {
      unknown: await bridge.call('desk.eraseEverything', {}).then(() => 'answered', () => 'refused'),
      inherited: await bridge.call('constructor', {}).then(() => 'answered', () => 'refused'),
      badInput: await bridge.call('story.open', { id: '../../etc/passwd' }),
      notChosen: await bridge.call('import.run', { file: '/etc/passwd', job: 'x' }),
      openFolder: await bridge.call('desk.open', { folder: '/etc' }),
    }
  })
  expect(answers.unknown).toBe('refused')
  expect(answers.inherited).toBe('refused')
  expect(answers.badInput).toMatchObject({ ok: false, error: { code: 'bad-input', place: 'id' } })
  expect(answers.notChosen).toMatchObject({ ok: false, error: { code: 'not-chosen' } })
  expect(answers.openFolder).toMatchObject({ ok: false, error: { code: 'not-chosen' } })
})

test('the schemes of the app serve nothing outside their folders', async () => {
  const answers = await page.evaluate(async () => {
    const load = (source: string): Promise<string> =>
      new Promise((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve('shown'))
        image.addEventListener('error', () => resolve('refused'))
        image.src = source
      })
    return {
      escape: await fetch('/%2e%2e/main/index.js').then((response) => response.status, () => 'refused'),
      encoded: await fetch('/..%2f..%2fpackage.json').then((response) => response.status, () => 'refused'),
      noAsset: await load(`copydesk-asset://asset/${'0'.repeat(64)}`),
      badAsset: await load('copydesk-asset://asset/..%2f..%2fdesk.sqlite'),
    }
  })
  expect([404, 'refused']).toContain(answers.escape)
  expect([404, 'refused']).toContain(answers.encoded)
  expect(answers).toMatchObject({ noAsset: 'refused', badAsset: 'refused' })
})
