import { z } from 'zod'
import { languageBase } from '../../shared/language/dictionaries'
import { DeskWord } from '../../shared/language/desk-word'
import type { Instant, MemberId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'

/** The words that are right on this desk, in the order of the alphabet. */
export function listDeskWords(db: DeskDatabase): DeskWord[] {
  const words = z.array(DeskWord).parse(db.prepare('SELECT word, language FROM desk_words').all())
  const collator = new Intl.Collator('en', { sensitivity: 'base' })
  return words.sort((a, b) => collator.compare(a.word, b.word) || (a.language < b.language ? -1 : 1))
}

/** Adds and removes words, all or none; answers how many are new. A word that is there already stays as it is. */
export function changeDeskWords(db: DeskDatabase, { add, remove, by, at }: { readonly add: readonly DeskWord[]; readonly remove: readonly DeskWord[]; readonly by: MemberId; readonly at: Instant }): number {
  const insert = db.prepare('INSERT OR IGNORE INTO desk_words (word, language, added_by, added_at) VALUES (?, ?, ?, ?)')
  const drop = db.prepare('DELETE FROM desk_words WHERE word = ? AND language = ?')
  return db
    .transaction(() => {
      for (const { word, language } of remove) drop.run(word, languageBase(language))
      return add.reduce((added, { word, language }) => added + insert.run(word.normalize('NFC'), languageBase(language), by, at).changes, 0)
    })
    .immediate()
}
