import { parse } from 'yaml'

/**
 * The front matter of a Markdown file as values; null when what stands there is no names and values, and so no front
 * matter, but text between two rules. What can't be read is a problem, and counts as empty.
 */
export function readFrontMatter(yaml: string, problems: string[]): Record<string, unknown> | null {
  try {
    const value: unknown = parse(yaml)
    if (value === null || value === undefined) return {}
    return isRecord(value) ? value : null
  } catch (error) {
    problems.push(`The front matter could not be read: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
    return {}
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
