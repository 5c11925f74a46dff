import type { Locator } from '@playwright/test'
import { pngOf } from './png'

/** A file as a test gives it to the window. */
export interface TestFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** A PNG of one colour. */
export function png(name: string, width = 320, height = 180, colour: readonly [number, number, number] = [20, 86, 107]): TestFile {
  return { name, type: 'image/png', bytes: pngOf(width, height, Buffer.alloc(width * height * 3, Buffer.from(colour))) }
}

/** A PDF of one empty page. */
export function pdf(name: string): TestFile {
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  return { name, type: 'application/pdf', bytes }
}

export const textFile = (name: string, text: string): TestFile => ({ name, type: 'text/plain', bytes: Buffer.from(text) })

/** Drops files from the desktop on an element, a little below its top. */
export function dropFiles(target: Locator, files: readonly TestFile[]): Promise<void> {
  return give(target, files, 'drop')
}

/** Pastes files where the cursor is. */
export function pasteFiles(target: Locator, files: readonly TestFile[]): Promise<void> {
  return give(target, files, 'paste')
}

async function give(target: Locator, files: readonly TestFile[], how: 'drop' | 'paste'): Promise<void> {
  const carried = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }))
  await target.evaluate(
    (element, { carried, how }) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of carried) data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }))
      const { left, top, width } = element.getBoundingClientRect()
      const at = { clientX: left + width / 2, clientY: top + 8 }
      const event = how === 'drop' ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, ...at }) : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      element.dispatchEvent(event)
    },
    { carried, how },
  )
}
