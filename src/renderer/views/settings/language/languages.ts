import { languageName } from '@shared/reader/language-name'
import { languageBase } from '@shared/language/dictionaries'
import { whenNeeded } from '@shared/when-needed'
import { useApp } from '../../../app/app-store'
import { offeredLanguages } from '../../../editor/language'

/** What a word or a term can be about: all languages, or one. */
export const languageOptions = whenNeeded((): readonly { readonly value: string; readonly label: string }[] => [
  { value: '', label: 'All languages' },
  ...offeredLanguages.map((tag) => ({ value: tag, label: languageName(tag) })).sort((a, b) => a.label.localeCompare(b.label, 'en')),
])

/** The options with one more where something has a language that is not offered. */
export function optionsWith(language: string): { value: string; label: string }[] {
  const known = languageOptions().some(({ value }) => value === language)
  return [...languageOptions(), ...(known ? [] : [{ value: language, label: languageName(language) }])]
}

export const languageLabel = (language: string): string => (language === '' ? 'All languages' : languageName(languageBase(language) || language))

/** Whether the acting member is an admin. */
export const useIsAdmin = (): boolean => useApp(({ desk }) => desk?.members.find(({ id }) => id === desk.currentMember)?.roles.includes('admin') === true)
