import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { callNames, eventNames } from '../shared/ipc-names'

const known: ReadonlySet<string> = new Set(callNames)
const heard: ReadonlySet<string> = new Set(eventNames)

/** The whole bridge: named calls and named events of the contract, nothing of Electron itself. */
contextBridge.exposeInMainWorld('copydesk', {
  call(name: string, input: unknown): Promise<unknown> {
    if (!known.has(name)) return Promise.reject(new Error(`No such call: ${name}`))
    return ipcRenderer.invoke('call', name, input)
  },
  on(name: string, listener: (payload: unknown) => void): () => void {
    if (!heard.has(name)) throw new Error(`No such event: ${name}`)
    const forward = (_event: IpcRendererEvent, payload: unknown): void => listener(payload)
    ipcRenderer.on(`event:${name}`, forward)
    return () => ipcRenderer.removeListener(`event:${name}`, forward)
  },
})
