import { languageName } from '@shared/reader/language-name'
import { formulaFor, readingScore, scoreInWords } from '@shared/style/readability'
import type { Proof } from '../../editor/proofing/proof'

/** How easy the story is to read, and how that was reckoned. */
export function Reading({ proof: { language, reading } }: { readonly proof: Proof }) {
  const formula = formulaFor(language)
  const score = readingScore(reading, language)
  return (
    <section className="inspector__section" aria-labelledby="reading-title">
      <h3 className="inspector__heading" id="reading-title">
        Readability
      </h3>
      {score === null || formula === null ? (
        <p className="inspector__fine">{formula === null ? (language === '' ? 'Give the story a language first.' : `There is no well-founded formula for ${languageName(language)}.`) : 'Nothing is written yet.'}</p>
      ) : (
        <dl className="reading">
          <div>
            <dt>{formula.name}</dt>
            <dd>
              <strong>{score}</strong> {scoreInWords(score)}
            </dd>
          </div>
          <div>
            <dt>Words in a sentence</dt>
            <dd>{(reading.words / reading.sentences).toFixed(1)}</dd>
          </div>
          <div>
            <dt>Syllables in a word</dt>
            <dd>{(reading.syllables / reading.words).toFixed(2)}</dd>
          </div>
        </dl>
      )}
      {formula !== null && <p className="reading__source">From 0 (very hard) to 100 (very easy). {formula.source}. Syllables are counted by spelling, so the score is close, not exact.</p>}
    </section>
  )
}
