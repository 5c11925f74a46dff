import { isSafeLinkAddress } from '../document/link-address'
import { directionOf } from '../reader/language'
import { escapeHtml } from './escape'

/** The story in another language: where readers find it, or null while they can't. */
export interface OtherLanguage {
  readonly language: string
  readonly address: string | null
}

/** A line with the languages that a story is there in, each by its own name; a language that readers can't get to yet is plain words. */
export function otherLanguages(others: readonly OtherLanguage[]): string {
  return others.length === 0 ? '' : `<p class="languages">${others.map(languageLink).join('\n')}</p>\n`
}

function languageLink({ language, address }: OtherLanguage): string {
  const attributes = `lang="${escapeHtml(language)}" dir="${directionOf(language)}"`
  const name = escapeHtml(ownName(language))
  return address === null || !isSafeLinkAddress(address) ? `<span ${attributes}>${name}</span>` : `<a ${attributes} hreflang="${escapeHtml(language)}" href="${escapeHtml(address)}">${name}</a>`
}

/** As those who speak it write it; the tag itself where that is not known. */
function ownName(language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  } catch {
    return language
  }
}
