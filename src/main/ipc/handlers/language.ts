import { BrowserWindow, dialog } from 'electron'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DeskError } from '../../../shared/result'
import { termsToCsv } from '../../../shared/style/terms-csv'
import { decodeText } from '../../import/decode-text'
import type { LanguageService } from '../../language/language-service'
import { addStartingTerms, changeWords, deskLanguage, importTerms, importWords, updateTerms } from '../../session/desk-language'
import { dismissNote, restoreNote } from '../../session/dismissals'
import { actedJustNow } from '../../windows/acted'
import type { Workstation } from '../../workstation'
import type { Handlers } from '../router'

type LanguageCalls = Pick<
  Handlers,
  | 'language.ofDesk'
  | 'language.check'
  | 'language.suggest'
  | 'language.inclusive'
  | 'language.changeWords'
  | 'language.updateTerms'
  | 'language.addStartingTerms'
  | 'language.importFile'
  | 'language.exportFile'
  | 'story.dismissNote'
  | 'story.restoreNote'
  | 'edit.paste'
>

const kinds = {
  words: { name: 'Word lists', extensions: ['txt', 'dic', 'csv'], file: 'desk-dictionary.txt' },
  terms: { name: 'Comma-separated values', extensions: ['csv'], file: 'house-style.csv' },
} as const

/** No list of words or terms is larger; bytes. */
const largestFile = 5_000_000

/** Calls about spelling, the desk's dictionary, its house style, and what was set aside. */
export function languageHandlers(station: Workstation, language: LanguageService, changed: () => void): LanguageCalls {
  /** Preflight goes by the house style, so what is open is looked at anew. */
  const tellStyle = (): void => {
    changed()
    station.announce()
  }
  return {
    'language.ofDesk': () => deskLanguage(station.need()),
    'language.check': (question) => language.ask({ kind: 'check', ...question }),
    'language.suggest': (question) => language.ask({ kind: 'suggest', ...question }),
    'language.inclusive': (question) => language.ask({ kind: 'inclusive', ...question }),
    'language.changeWords'({ add, remove }) {
      const added = changeWords(station.need(), add, remove)
      changed()
      return added
    },
    'language.updateTerms'({ terms }) {
      updateTerms(station.need(), terms)
      tellStyle()
    },
    'language.addStartingTerms'() {
      const added = addStartingTerms(station.need())
      tellStyle()
      return added
    },
    async 'language.importFile'({ what, language: ofWords }) {
      const session = station.need()
      const { name, extensions } = kinds[what]
      const { filePaths } = await dialog.showOpenDialog({ title: what === 'words' ? 'Import words' : 'Import house style', properties: ['openFile'], filters: [{ name, extensions: [...extensions] }] })
      const [file] = filePaths
      if (file === undefined) return null
      const text = await textOf(file)
      const report = what === 'words' ? importWords(session, text, ofWords) : importTerms(session, text)
      if (what === 'words') changed()
      else tellStyle()
      return report
    },
    async 'language.exportFile'({ what }) {
      const { words, terms } = deskLanguage(station.need())
      const { filePath } = await dialog.showSaveDialog({ title: what === 'words' ? 'Export words' : 'Export house style', defaultPath: kinds[what].file })
      if (!filePath) return null
      // Spreadsheets take a file with this mark for UTF-8.
      const text = what === 'words' ? words.map(({ word }) => `${word}\n`).join('') : `\uFEFF${termsToCsv(terms)}`
      await writeFile(filePath, text).catch((error: unknown) => {
        throw new DeskError('not-saved', 'The list could not be saved there. Choose a place that you may write to and that has room.', { place: filePath, detail: String(error) })
      })
      return filePath
    },
    'story.dismissNote': ({ id, ...note }) => dismissNote(station.need(), id, note),
    'story.restoreNote': ({ id, key }) => restoreNote(station.need(), id, key),
    'edit.paste'() {
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      // A page may not read the clipboard when nobody asked it to.
      if (window === undefined || !actedJustNow(window.webContents)) throw new DeskError('no-key-pressed', 'Paste with the keyboard or from the menu.')
      window.webContents.paste()
    },
  }
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new DeskError('unreadable', `‘${path.basename(file)}’ could not be read.`, { place: file, detail: String(error) })
  })
  if (bytes.length > largestFile) throw new DeskError('too-large', `‘${path.basename(file)}’ is too large for a list of words.`, { place: file })
  const text = decodeText(bytes)
  if (text === null) throw new DeskError('no-text', `‘${path.basename(file)}’ is no text file.`, { place: file })
  return text
}
