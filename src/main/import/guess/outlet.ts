const works = 'article|piece|story|interview|podcast|op-ed|column|feature|report|video|documentary'

/** The outlet that a text names as 'This Meridian Post article explains …' or 'In an interview with Radio Quay, …'; empty when it names none. */
export function outletIn(text: string): string {
  const named = new RegExp(`\\b(?:[Tt]his|[Aa]n?|[Tt]he|[Ii]n (?:this|an?))\\s+((?:\\p{Lu}[\\p{L}\\p{N}’'&.-]*\\s+){1,5})(?:${works})\\b`, 'u').exec(text)
  const spoken = /\binterview (?:with|on|in|for) (?:the )?((?:\p{Lu}[\p{L}\p{N}’'&.-]*\s?){1,5})/u.exec(text)
  return (named?.[1] ?? spoken?.[1] ?? '').trim().replace(/[’']s$/, '')
}

/** Whether a text says that it is about an article elsewhere. */
export function speaksOfArticle(text: string): boolean {
  return outletIn(text) !== '' || new RegExp(`^\\W*(?:in )?this (?:${works})\\b`, 'iu').test(text)
}

/** What people call a site when nothing better is known: its host without `www`. */
export function hostName(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^(?:www\d?|m|mobile|amp)\./, '') : ''
}

/** Whether two addresses are of the same organisation: the same host, or one a part of the other. */
export function isSameSite(address: string, other: string): boolean {
  const [a, b] = [hostName(address), hostName(other)]
  return a !== '' && b !== '' && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`))
}
