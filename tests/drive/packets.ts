import { expect, type Locator } from '@playwright/test'
import { answerDialogs, type OpenedApp } from './open-app.ts'
import { runFromPalette } from './transfer.ts'

interface Sending {
  readonly to?: string
  readonly note?: string
  readonly due?: string
}

/** Writes a packet of the open story for somebody new; answers the dialog that says where it is. */
export async function writePacket({ app, page }: OpenedApp, file: string, { to, note = '', due = '' }: Sending = {}): Promise<Locator> {
  await answerDialogs(app, file)
  await runFromPalette(page, 'Send for review as packet')
  const dialog = page.getByRole('dialog', { name: 'Send for review as packet' })
  if (to !== undefined) await dialog.getByRole('textbox', { name: /^(To|Their name)/ }).fill(to)
  await dialog.getByRole('textbox', { name: 'Note' }).fill(note)
  if (due !== '') await dialog.getByLabel('Due date').fill(due)
  await dialog.getByRole('button', { name: /[Ww]rite packet…$/ }).click()
  return written(page.getByRole('dialog', { name: /^Sent to / }))
}

/** The same, with the dialog closed again. */
export async function sendPacket(opened: OpenedApp, file: string, sending: Sending = {}): Promise<void> {
  await finish(await writePacket(opened, file, sending))
}

/** Answers the desk that the open story belongs to. */
export async function replyByPacket({ app, page }: OpenedApp, file: string, note = ''): Promise<void> {
  await answerDialogs(app, file)
  await runFromPalette(page, 'Send reply')
  const dialog = page.getByRole('dialog', { name: /^Answer to / })
  await dialog.getByRole('textbox', { name: 'Note' }).fill(note)
  await dialog.getByRole('button', { name: 'Write packet…' }).click()
  await finish(dialog)
}

async function written(dialog: Locator): Promise<Locator> {
  await expect(dialog.getByRole('status')).toContainText('The packet is written', { timeout: 30_000 })
  return dialog
}

async function finish(dialog: Locator): Promise<void> {
  await (await written(dialog)).getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
}

/** Chooses a packet; answers the dialog that tells what is in it. */
export async function choosePacket({ app, page }: OpenedApp, file: string): Promise<Locator> {
  await answerDialogs(app, file)
  await runFromPalette(page, 'Open packet')
  const dialog = page.getByRole('dialog', { name: /^(For review, from|Answer from|The packet was not opened)/ })
  await expect(dialog).toBeVisible({ timeout: 30_000 })
  return dialog
}
