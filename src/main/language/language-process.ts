import path from 'node:path'
import { inclusiveNotes } from './inclusive'
import { ToLanguage, type FromLanguage, type LanguageAnswer, type LanguageQuestion } from './language-contract'
import { openSpelling } from './spelling'

const port = process.parentPort
const spelling = openSpelling(path.join(import.meta.dirname, 'dictionaries'))

port.on('message', (event: { data: unknown }) => {
  const { id, question } = ToLanguage.parse(event.data)
  const tell = (message: Omit<FromLanguage, 'id'>): void => port.postMessage({ id, ...message } satisfies FromLanguage)
  answer(question).then(
    (found) => tell({ answer: found, failed: null }),
    (error: unknown) => tell({ answer: null, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})

async function answer(question: LanguageQuestion): Promise<LanguageAnswer<LanguageQuestion['kind']>> {
  switch (question.kind) {
    case 'check':
      return spelling.check(question.language, question.words)
    case 'suggest':
      return spelling.suggest(question.language, question.word)
    case 'inclusive':
      return question.texts.map(inclusiveNotes)
  }
}
