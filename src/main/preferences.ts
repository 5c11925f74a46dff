import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Preferences } from '../shared/ipc'

const WindowBounds = z.object({ x: z.number().optional(), y: z.number().optional(), width: z.number(), height: z.number(), maximized: z.boolean() })
export type WindowBounds = z.infer<typeof WindowBounds>

const Stored = z.object({
  window: WindowBounds,
  preferences: Preferences,
  recentDesks: z.array(z.object({ path: z.string(), name: z.string() })),
  /** The member who last acted on a desk, by the desk's folder. */
  lastMember: z.record(z.string(), z.string()),
})
type Stored = z.infer<typeof Stored>

const initial: Stored = {
  window: { width: 1440, height: 900, maximized: false },
  preferences: {
    theme: 'system',
    sidebarWidth: 212,
    listWidth: 316,
    inspectorWidth: 324,
    sidebarShown: true,
    inspectorShown: true,
    inspectorTab: 'details',
    view: 'all',
    lastStory: null,
    outlineShown: false,
    focusMode: false,
    typewriter: false,
    invisibles: false,
    smartTypography: true,
    spelling: true,
    styleMarks: true,
    recentCharacters: [],
    recentBlocks: [],
  },
  recentDesks: [],
  lastMember: {},
}

/**
 * What Copydesk remembers between starts on this computer; a damaged or older file counts as empty, part by part. When it
 * can't be written (a full disk), what changed lasts until the end: nothing else may fail because of it.
 */
export interface PreferenceFile {
  read(): Stored
  change(next: Partial<Stored>): void
}

export function openPreferences(folder: string): PreferenceFile {
  const file = path.join(folder, 'preferences.json')
  let stored = load(file)
  return {
    read: () => stored,
    change(next) {
      stored = { ...stored, ...next }
      try {
        save(file, stored)
      } catch (error) {
        console.error('The preferences could not be stored', error)
      }
    },
  }
}

function load(file: string): Stored {
  let raw: unknown
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return initial
  }
  const object = z.record(z.string(), z.unknown()).catch({}).parse(raw)
  const preferences = z.record(z.string(), z.unknown()).catch({}).parse(object['preferences'])
  return {
    window: WindowBounds.catch(initial.window).parse(object['window']),
    preferences: Preferences.catch(initial.preferences).parse({ ...initial.preferences, ...preferences }),
    recentDesks: Stored.shape.recentDesks.catch([]).parse(object['recentDesks']),
    lastMember: Stored.shape.lastMember.catch({}).parse(object['lastMember']),
  }
}

function save(file: string, stored: Stored): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const part = `${file}.part`
  writeFileSync(part, JSON.stringify(stored, null, 2))
  renameSync(part, file)
}
