import { open } from 'node:fs/promises'
import path from 'node:path'
import { DeskError } from '../../shared/result'
import { decodeText } from './decode-text'

export type SourceFormat = 'html' | 'markdown' | 'text'

export interface Source {
  readonly format: SourceFormat
  /** The file's name, for people. */
  readonly name: string
  /** The name of the folder that it is in. */
  readonly folder: string
  readonly text: string
}

/** The largest file of text that is read, in bytes. */
export const sourceLimit = 20 * 1024 * 1024

const formats: Readonly<Record<string, SourceFormat>> = { '.html': 'html', '.htm': 'html', '.xhtml': 'html', '.md': 'markdown', '.markdown': 'markdown', '.txt': 'text', '.text': 'text' }

const takes = 'Copydesk imports saved web pages (.html), Markdown (.md) and plain text (.txt).'

/** Reads a file that stories are to be taken from. @throws DeskError in words, naming the file. */
export async function readSource(file: string): Promise<Source> {
  const name = path.basename(file)
  const format = formats[path.extname(name).toLowerCase()]
  if (format === undefined) throw new DeskError('import-type', unknownType(name), { place: name })
  const text = decodeText(await readLimited(file, name))
  if (text === null) throw new DeskError('import-not-text', `‘${name}’ is not a text file, whatever its name says. ${takes}`, { place: name })
  if (text.trim() === '') throw new DeskError('import-empty', `‘${name}’ is empty.`, { place: name })
  // A page that was saved under the name of a text is still a page.
  return { format: format === 'text' && /^\s*(<!--[^]*?-->\s*)*<(!doctype html|html[\s>])/i.test(text) ? 'html' : format, name, folder: path.basename(path.dirname(path.resolve(file))), text }
}

function unknownType(name: string): string {
  if (/\.(mht|mhtml|webarchive)$/i.test(name)) return `‘${name}’ is a web archive. Save the page as ‘Web page, complete’ in the browser and import the .html file.`
  return `‘${name}’ is of a type that can’t be imported. ${takes}`
}

async function readLimited(file: string, name: string): Promise<Uint8Array> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new DeskError('import-unreadable', `‘${name}’ can’t be read. Check that it is there and that you may open it.`, { place: name, detail: String(error) })
  })
  try {
    const about = await handle.stat()
    if (!about.isFile()) throw new DeskError('import-type', `‘${name}’ is not a file. ${takes}`, { place: name })
    if (about.size > sourceLimit) throw new DeskError('import-too-large', `‘${name}’ has ${Math.ceil(about.size / 1024 / 1024)} MB; a page may have up to ${sourceLimit / 1024 / 1024} MB without its pictures.`, { place: name })
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}
