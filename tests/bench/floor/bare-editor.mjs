// A window that holds nothing but the bare editor page: its folder is the program's last argument.
import { app, BrowserWindow } from 'electron'
import path from 'node:path'

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true, contextIsolation: true } })
  void window.loadFile(path.join(process.argv.at(-1), 'index.html'))
})
