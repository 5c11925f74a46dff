import type { Sharp } from 'sharp'
import { loadSharp } from './load-sharp'

/** How wide and how high at most the picture of a first page is made, in pixels. */
const coverWidth = 800
const coverHeight = 2400

/** A PDF's pages, and its first one as a picture. @throws when it can't be read, or asks for a password. */
export async function readPdf(bytes: Uint8Array): Promise<{ readonly pages: number; readonly cover: Sharp }> {
  const [{ PDFiumLibrary }, sharp] = await Promise.all([import('@hyzyla/pdfium'), loadSharp()])
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    try {
      const page = document.getPage(0)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const scale = Math.min(coverWidth / originalWidth, coverHeight / originalHeight)
      const { width, height, data } = await page.render({ scale, render: 'bitmap' })
      // The bytes are the library's own and end with it.
      return { pages: document.getPageCount(), cover: sharp(Uint8Array.from(data), { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' }) }
    } finally {
      document.destroy()
    }
  } finally {
    library.destroy()
  }
}
