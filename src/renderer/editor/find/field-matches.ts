import { matchesIn, type Stretch } from '@shared/find/find-in-text'
import type { FindOptions } from '@shared/find/find-options'
import { fittedReplacement } from '@shared/find/fitted-replacement'
import { expressionOf, patternOf, replacementOf } from '@shared/find/pattern'

/** All matches in the text of a field. */
export function fieldMatches(text: string, options: FindOptions): readonly Stretch[] {
  const pattern = patternOf(options)
  return pattern.kind === 'pattern' ? matchesIn(text, expressionOf(pattern)) : []
}

/** The text with some of its matches replaced. The others, and what stands between, stay as they are. */
export function replacedField(text: string, chosen: readonly Stretch[], options: FindOptions, replacement: string): string {
  const pattern = patternOf(options)
  if (pattern.kind !== 'pattern') return text
  const starts = new Set(chosen.map(({ from }) => from))
  return text.replace(expressionOf(pattern), (match: string, ...rest: unknown[]) => {
    const at = rest.findIndex((part) => typeof part === 'number')
    const groups = rest.slice(0, at)
    return starts.has(Number(rest[at])) ? expand(replacementOf(fittedReplacement(match, replacement, options), options.regexp), [match, ...groups]) : match
  })
}

/** `$1` to `$9` and `$&` stand for what was found, `$$` for itself: as in the text. */
function expand(replacement: string, found: readonly unknown[]): string {
  return replacement.replace(/\$([$&\d])/g, (_all, name: string) => {
    if (name === '$') return '$'
    const part = found[name === '&' ? 0 : Number(name)]
    return typeof part === 'string' ? part : ''
  })
}
