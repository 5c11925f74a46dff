import { Document, type ScalarTag, type Tags } from 'yaml'
import { Moment, SpacedMoment } from './moment'

/**
 * Front matter between its two lines of hyphens. Texts that a reader of YAML 1.1 (Ruby, Go, JavaScript) would take for
 * something else, such as `no` or `2026-03-02`, are quoted; moments are not. Empty values are left out.
 */
export function writeFrontMatter(values: Readonly<Record<string, unknown>>): string {
  const document = new Document(withoutEmpty(values), { version: '1.1', customTags: (tags) => momentTags(tags), aliasDuplicateObjects: false })
  return `---\n${document.toString({ lineWidth: 0, indentSeq: true })}---\n`
}

/** Writes our moments bare. The tag that knows what looks like a moment stays, so that texts which do are quoted. */
function momentTags(tags: Tags): Tags {
  const tag: ScalarTag = {
    tag: 'tag:copydesk,2026:moment',
    identify: (value) => value instanceof Moment || value instanceof SpacedMoment,
    resolve: (text) => text,
    stringify: ({ value }) => (value instanceof Moment ? value.iso : value instanceof SpacedMoment ? value.text : String(value)),
    default: true,
    test: /^(?!)/,
  }
  return [tag, ...tags]
}

function withoutEmpty(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(values).flatMap(([name, value]) => {
    const plain = plainOf(value)
    return isEmpty(plain) ? [] : [[name, plain] as const]
  })
  return Object.fromEntries(kept)
}

function plainOf(value: unknown): unknown {
  // YAML 1.1 takes these for line ends.
  if (typeof value === 'string') return value.replace(/[\u0085\u2028\u2029]/g, ' ')
  return isPlainObject(value) ? withoutEmpty(value) : Array.isArray(value) ? value.map(plainOf) : value
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0) || (isPlainObject(value) && Object.keys(value).length === 0)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
