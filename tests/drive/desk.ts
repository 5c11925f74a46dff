import { answerDialogs, deskOpened, type OpenedApp } from './open-app.ts'

/** Makes a desk from the first-run screen. */
export async function createDesk({ app, page }: OpenedApp, folder: string, name = 'Harbour Cities Council', person = 'Amina Okafor'): Promise<void> {
  await answerDialogs(app, folder)
  await page.getByRole('button', { name: 'New desk' }).click()
  await page.getByRole('textbox', { name: 'Name of the desk' }).fill(name)
  await page.getByRole('textbox', { name: 'Your name' }).fill(person)
  await page.getByRole('button', { name: 'Choose folder' }).click()
  await page.getByRole('button', { name: 'Create desk' }).click()
  await deskOpened(page)
}
