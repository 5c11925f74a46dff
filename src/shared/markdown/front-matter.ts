import { parse } from 'yaml'

/** The front matter of a Markdown file as values. What is no table of names and values is a problem, and counts as none. */
export function readFrontMatter(yaml: string, problems: string[]): Record<string, unknown> {
  try {
    const value: unknown = parse(yaml)
    if (value === null || value === undefined) return {}
    if (isRecord(value)) return value
    problems.push('The front matter was left out: it is not a list of names and values.')
  } catch (error) {
    problems.push(`The front matter could not be read: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
  }
  return {}
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
