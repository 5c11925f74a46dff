// The floor of a cold start: what Electron itself needs to show a window with one word in it.
import { app, BrowserWindow } from 'electron'

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true, contextIsolation: true } })
  void window.loadURL('data:text/html,<title>Empty</title><p>Ready</p>')
})
