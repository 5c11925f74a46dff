import { beforeAll, expect, test, vi } from 'vitest'
import { callNames, eventNames } from '../../../src/shared/ipc-names'

interface Bridge {
  call(name: string, input?: unknown): Promise<unknown>
  on(name: string, listener: (payload: unknown) => void): () => void
}

const { exposed, invoked, listeners } = vi.hoisted(() => ({ exposed: new Map<string, unknown>(), invoked: [] as unknown[][], listeners: new Map<string, (event: unknown, payload: unknown) => void>() }))

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => exposed.set(name, api) },
  ipcRenderer: {
    invoke: (...args: unknown[]) => {
      invoked.push(args)
      return Promise.resolve('answer')
    },
    on: (channel: string, listener: (event: unknown, payload: unknown) => void) => listeners.set(channel, listener),
    removeListener: (channel: string) => listeners.delete(channel),
  },
}))

let bridge: Bridge
beforeAll(async () => {
  await import('../../../src/preload/index')
  bridge = exposed.get('copydesk') as Bridge
})

test('the window sees two functions and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['copydesk'])
  expect(Object.keys(bridge).sort()).toEqual(['call', 'on'])
})

test.each([...callNames])('%s goes through', async (name) => {
  expect(await bridge.call(name, { x: 1 })).toBe('answer')
  expect(invoked.at(-1)).toEqual(['call', name, { x: 1 }])
})

test.each(['', 'story.delete', 'constructor', '__proto__', 'toString', 'call', 'ipcRenderer', 'STORY.OPEN'])('a call named ‘%s’ does not', async (name) => {
  const before = invoked.length
  await expect(bridge.call(name, {})).rejects.toThrow('No such call')
  expect(invoked).toHaveLength(before)
})

test('the window hears the payload of the contract’s events, without Electron’s event, until it stops listening', () => {
  for (const name of eventNames) {
    const heard: unknown[] = []
    const stop = bridge.on(name, (...args: unknown[]) => heard.push(...args))
    listeners.get(`event:${name}`)?.({ sender: 'electron' }, 'payload')
    expect(heard).toEqual(['payload'])
    stop()
    expect(listeners.has(`event:${name}`)).toBe(false)
  }
})

test.each(['', 'call', 'constructor', '__proto__', 'desk'])('an event named ‘%s’ is none', (name) => {
  expect(() => bridge.on(name, () => undefined)).toThrow('No such event')
})
