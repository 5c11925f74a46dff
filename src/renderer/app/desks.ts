import type { DeskInfo } from '@shared/ipc'
import type { Failure, Result } from '@shared/result'
import { create } from 'zustand'
import { flushAll } from '../story/update-queue'
import { complain } from '../ui/notices'
import { adoptDesk, closeOverlay, useApp } from './app-store'
import { ask } from './bridge'

interface DeskOpening {
  /** What is being opened now, if anything. */
  readonly busy: 'none' | 'desk' | 'sample'
  /** Why no desk could be opened, shown where a desk is chosen. */
  readonly failure: Failure | null
}

export const useDeskOpening = create<DeskOpening>(() => ({ busy: 'none', failure: null }))

/** Asks for a folder and opens the desk in it. */
export async function chooseDesk(): Promise<void> {
  const folder = await ask('desk.chooseFolder', { purpose: 'open' })
  if (!folder.ok) return tell(folder.error)
  if (folder.value !== null) await openDesk(folder.value)
}

export const openDesk = (folder: string): Promise<void> => opening('desk', () => ask('desk.open', { folder }))
export const openSampleDesk = (): Promise<void> => opening('sample', () => ask('desk.openSample'))

/** Makes a desk and opens it; answers why not, if it could not. */
export async function createDesk(input: { readonly folder: string; readonly name: string; readonly memberName: string }): Promise<Failure | null> {
  const stored = await storeEverything()
  if (stored !== null) return stored
  const answer = await ask('desk.create', input)
  if (!answer.ok) return answer.error
  show(answer.value)
  closeOverlay()
  return null
}

export async function closeDesk(): Promise<void> {
  const stored = await storeEverything()
  if (stored !== null) return complain(stored)
  const answer = await ask('desk.close')
  if (answer.ok) show(null)
  else complain(answer.error)
}

async function opening(busy: DeskOpening['busy'], open: () => Promise<Result<DeskInfo>>): Promise<void> {
  if (useDeskOpening.getState().busy !== 'none') return
  useDeskOpening.setState({ busy, failure: null })
  const stored = await storeEverything()
  const answer = stored === null ? await open() : { ok: false as const, error: stored }
  useDeskOpening.setState({ busy: 'none' })
  if (answer.ok) show(answer.value)
  else tell(answer.error)
}

function show(desk: DeskInfo | null): void {
  useDeskOpening.setState({ failure: null })
  adoptDesk(desk)
}

function tell(failure: Failure): void {
  if (useApp.getState().desk === null) useDeskOpening.setState({ failure })
  else complain(failure)
}

/** A desk may be left only when all that was typed in it is on the disk. */
async function storeEverything(): Promise<Failure | null> {
  try {
    await flushAll()
    return null
  } catch {
    return { code: 'not-saved', message: 'The last words typed could not be saved, so this desk stays open. Copydesk goes on trying.' }
  }
}
