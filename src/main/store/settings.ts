import { z } from 'zod'
import { DeskError } from '../../shared/result'
import { Kind } from '../../shared/story/kind'
import { Policy } from '../../shared/workflow/policy'
import type { DeskDatabase } from './database'

/** What a desk knows about itself, by name. */
const settings = {
  /** The desk's lasting name for other desks: a UUID, made with the desk. */
  id: z.uuid(),
  /** The desk's own name. */
  name: z.string().trim().min(1).max(200),
  kinds: z.array(Kind).min(1),
  /** The rules of sign-off that the desk began with. Later ones are versions of their own, which admins sign. */
  policy: Policy,
} as const
export type SettingName = keyof typeof settings
export type Setting<N extends SettingName> = z.output<(typeof settings)[N]>

/** @throws DeskError `desk-damaged` when the setting is missing or not of its shape. */
export function readSetting<N extends SettingName>(db: DeskDatabase, name: N): Setting<N> {
  const row: unknown = db.prepare('SELECT value FROM settings WHERE key = ?').get(name)
  const stored = z.object({ value: z.string().transform(parseJson) }).safeParse(row)
  const parsed = settings[name].safeParse(stored.data?.value)
  if (!parsed.success) throw new DeskError('desk-damaged', `The desk’s setting ‘${name}’ can’t be read.`, { place: name, detail: z.prettifyError(parsed.error) })
  // The schema is the one of this name; TypeScript can't follow an index by a type parameter.
  return parsed.data as Setting<N>
}

export function writeSetting<N extends SettingName>(db: DeskDatabase, name: N, value: Setting<N>): void {
  const json = JSON.stringify(settings[name].parse(value))
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(name, json)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
