import { backUp, keepNewest, listBackups, madeAt } from '../store/backups'
import { backupFolder, type Desk } from './desk'

const day = 24 * 60 * 60 * 1000
const kept = 10

/**
 * Copies the desk's database into `backups` when the newest copy there is older than a day, and keeps the last ten. Pictures
 * and files are not part of it: they never change once they are on the desk. Answers the copy's name, or null for none.
 */
export async function backUpIfDue(desk: Desk, now = new Date()): Promise<string | null> {
  const folder = backupFolder(desk.path)
  const newest = listBackups(folder).at(-1)
  if (newest !== undefined && now.getTime() - madeAt(newest) < day) return null
  const made = await backUp(desk.db, folder, now, () => !desk.db.open)
  if (made !== null) keepNewest(folder, kept)
  return made
}

/** The same, beside other work. A backup that fails is reported, and tried again when the desk is next opened. */
export async function backUpBehind(desk: Desk): Promise<void> {
  try {
    await backUpIfDue(desk)
  } catch (error) {
    console.error('The desk could not be backed up', error)
  }
}
