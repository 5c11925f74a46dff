import type { Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import path from 'node:path'

/** Says each step as it happens, and how long it took. */
export interface Steps {
  step<T>(what: string, work: () => Promise<T>): Promise<T>
  /** Keeps a picture of the window under a name that sorts in the order of the story. */
  picture(page: Page, name: string): Promise<void>
  seconds(): number
}

export function tellSteps(pictures: string): Steps {
  mkdirSync(pictures, { recursive: true })
  const begin = performance.now()
  const since = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`
  let steps = 0
  let shots = 0
  return {
    async step(what, work) {
      const start = performance.now()
      steps += 1
      process.stdout.write(`${String(steps).padStart(2)}. ${what} … `)
      try {
        const value = await work()
        console.log(since(start))
        return value
      } catch (error) {
        console.log(`failed after ${since(start)}`)
        throw error
      }
    },
    async picture(page, name) {
      shots += 1
      // Lists follow a change by a moment; a picture should not show the moment.
      await page.waitForTimeout(300)
      await page.screenshot({ path: path.join(pictures, `${String(shots).padStart(2, '0')}-${name}.png`) })
    },
    seconds: () => (performance.now() - begin) / 1000,
  }
}

/** Some rows as a table of plain text. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n')
}
