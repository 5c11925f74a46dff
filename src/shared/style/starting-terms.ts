import type { StyleTerm } from './term'

type Start = Pick<StyleTerm, 'avoid' | 'prefer' | 'why'> & Partial<Pick<StyleTerm, 'forms' | 'matchCase' | 'language'>>
const one = (text: string, many = ''): StyleTerm['prefer'][number] => ({ one: text, many })

const noOneIsIllegal = 'An act can be against the law; a person cannot.'

/** A small house style to begin with, for a desk that writes about migration: a desk changes it as it likes. */
const list: readonly Start[] = [
  { avoid: 'illegal migrant', language: 'en', prefer: [one('undocumented migrant', 'undocumented migrants'), one('person in an irregular situation', 'people in an irregular situation')], why: noOneIsIllegal },
  { avoid: 'illegal immigrant', language: 'en', prefer: [one('undocumented migrant', 'undocumented migrants'), one('person in an irregular situation', 'people in an irregular situation')], why: noOneIsIllegal },
  { avoid: 'illegal migration', language: 'en', prefer: [one('irregular migration')], why: 'Moving without papers is irregular; in most countries it is no crime.' },
  { avoid: 'illegal alien', language: 'en', prefer: [one('undocumented migrant', 'undocumented migrants')], why: noOneIsIllegal },
  { avoid: 'flood of migrants', language: 'en', prefer: [one('growing number of migrants')], why: 'People are no natural disaster. Give the number if there is one.' },
  { avoid: 'wave of migrants', language: 'en', prefer: [one('growing number of migrants')], why: 'People are no natural disaster. Give the number if there is one.' },
  { avoid: 'migrant crisis', language: 'en', prefer: [one('shortage of reception places'), one('emergency for people on the move')], why: 'Say what is in crisis: seldom is it those who arrive.' },
  { avoid: 'failed asylum seeker', language: 'en', prefer: [one('person whose claim was refused', 'people whose claims were refused')], why: 'The claim was refused; the person did not fail.' },
  { avoid: 'bogus asylum seeker', language: 'en', prefer: [], why: 'Anyone may ask for asylum. Say what was decided about the claim.' },
  { avoid: 'economic migrant', language: 'en', prefer: [one('migrant worker', 'migrant workers')], why: 'People move for several reasons at once; the word suggests that theirs don’t count.' },
  { avoid: 'third world', language: 'en', prefer: [one('low- and middle-income countries')], why: 'A ranking from the Cold War. Name the countries where you can.' },
  { avoid: 'the homeless', language: 'en', forms: false, prefer: [one('people without a home')], why: 'People first, then what they lack.' },
  { avoid: 'inmigrante ilegal', language: 'es', prefer: [one('persona en situación irregular', 'personas en situación irregular')], why: 'Ninguna persona es ilegal.' },
  { avoid: 'avalancha de migrantes', language: 'es', prefer: [one('llegada de migrantes')], why: 'Las personas no son una catástrofe natural.' },
  { avoid: 'immigré clandestin', language: 'fr', prefer: [one('personne en situation irrégulière', 'personnes en situation irrégulière')], why: 'Le mot fait penser à un délit.' },
  { avoid: 'imigrante ilegal', language: 'pt', prefer: [one('pessoa em situação irregular', 'pessoas em situação irregular')], why: 'Nenhuma pessoa é ilegal.' },
  { avoid: 'مهاجر غير شرعي', language: 'ar', prefer: [one('مهاجر في وضع غير نظامي', 'مهاجرون في وضع غير نظامي')], why: 'لا يوجد إنسان غير شرعي.' },
]

/** @param newId Makes the id of a term. */
export function startingTerms(newId: () => string): StyleTerm[] {
  return list.map((term) => ({ forms: true, matchCase: false, language: '', ...term, id: newId() }))
}
