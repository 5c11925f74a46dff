import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { previewScheme } from './addresses'
import { hardenSession } from './security'

/**
 * A page as a PDF: printed in a hidden window of its own, sandboxed and without scripts, in a session that has nothing but this page.
 * @param html A whole page that needs nothing from elsewhere.
 */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const own = session.fromPartition(`print-${randomUUID()}`)
  hardenSession(own)
  own.protocol.handle(previewScheme, () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" } }))
  const window = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, spellcheck: false } })
  try {
    await window.loadURL(`${previewScheme}://print/`)
    return await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: '<div style="width:100%;text-align:center;font:8px sans-serif;color:#666"><span class="pageNumber"></span> / <span class="totalPages"></span></div>', margins: { top: 0.7, bottom: 0.7, left: 0.8, right: 0.8 }, generateTaggedPDF: true, generateDocumentOutline: true })
  } finally {
    window.destroy()
    own.protocol.unhandle(previewScheme)
  }
}
