import { expect, test } from '@playwright/test'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { closeMembers, doWithMember, exportIdentity, memberEntry, revoke, showMembers } from '../drive/keys'
import { actAs, addMember } from '../drive/members'
import { answerDialogs, openApp, temporaryFolder } from '../drive/open-app'
import { approve, openStory, submit, writeStory } from '../drive/stories'
import { violationsInBoth } from '../drive/writing'

const passphrase = 'harbour lantern seven'

test('a key sealed by a passphrase asks for it once, is changed, and goes to another computer', async () => {
  test.slow()
  const folder = path.join(temporaryFolder('desk'), 'desk')
  const first = await openApp()
  const { app, page, userData } = first
  await answerDialogs(app, folder)
  await page.getByRole('button', { name: 'New desk' }).click()
  const making = page.getByRole('dialog', { name: 'New desk' })
  await making.getByLabel('Name of the desk').fill('Harbour Cities Council')
  await making.getByLabel('Your name').fill('Amina Okafor')
  await making.getByLabel('Passphrase for your key (recommended)').fill('short')
  await making.getByLabel('The same again').fill('short')
  await making.getByRole('button', { name: 'Choose folder' }).click()
  await making.getByRole('button', { name: 'Create desk' }).click()
  await expect(making.getByText('A passphrase has at least 10 characters')).toBeVisible()
  await making.getByLabel('Passphrase for your key (recommended)').fill(passphrase)
  await making.getByLabel('The same again').fill(passphrase)
  await making.getByRole('button', { name: 'Create desk' }).click()
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  expect(readFileSync(path.join(userData, 'keyring.json'), 'utf8')).toContain('"sealed": "passphrase"')
  await writeStory(page, 'Ferries run through the night', 'From June the ferries run all night.')
  await first.quit()

  // After a start, the first signature asks for it; a wrong one is said, and nothing is signed.
  const second = await openApp({ userData })
  await openStory(second.page, 'Ferries run through the night')
  await second.page.keyboard.press('ControlOrMeta+Enter')
  await second.page.getByRole('dialog', { name: 'Submit for review' }).getByRole('button', { name: 'Submit' }).click()
  const question = second.page.getByRole('dialog', { name: 'Unlock your keys' })
  await question.getByLabel('Passphrase').fill('harbour lantern eight')
  await question.getByRole('button', { name: 'Unlock' }).click()
  await expect(question.getByText('This is not the passphrase')).toBeVisible()
  expect(await violationsInBoth(second.page)).toEqual([])
  await question.getByLabel('Passphrase').fill(passphrase)
  await question.getByLabel('Passphrase').press('Enter')
  await expect(second.page.getByRole('main').getByText('In review', { exact: true })).toBeVisible()

  const settings = await showMembers(second.page)
  await settings.getByRole('button', { name: 'Change passphrase…' }).click()
  const changing = second.page.getByRole('dialog', { name: 'Change the passphrase' })
  await changing.getByLabel('Present passphrase').fill(passphrase)
  await changing.getByLabel('New passphrase').fill('breakwater copper nine')
  await changing.getByLabel('The same again').fill('breakwater copper nine')
  await changing.getByRole('button', { name: 'Change passphrase' }).click()
  await expect(changing).toBeHidden()
  await expect(settings.getByRole('region', { name: 'Keys on this computer' })).toContainText('open until Copydesk is closed')
  await settings.getByRole('button', { name: 'Lock now' }).click()
  await expect(settings.getByRole('region', { name: 'Keys on this computer' })).toContainText('locked')
  await settings.getByRole('button', { name: 'Unlock…' }).click()
  await question.getByLabel('Passphrase').fill('breakwater copper nine')
  await question.getByRole('button', { name: 'Unlock' }).click()
  await expect(question).toBeHidden()
  await closeMembers(second.page)
  const carried = path.join(temporaryFolder('carried'), 'Amina.copydesk-identity')
  await exportIdentity(second, 'Amina Okafor', carried, 'the way to the other desk', async () => expect(await violationsInBoth(second.page)).toEqual([]))
  expect(statSync(carried).mode & 0o077).toBe(0)
  await second.quit()

  // On another computer the desk is there, and nobody can sign, until the identity has come, too.
  const other = await openApp({ args: [`--desk=${folder}`] })
  const there = await showMembers(other.page)
  await expect(memberEntry(there, 'Amina Okafor')).toContainText('Key elsewhere')
  await answerDialogs(other.app, carried)
  await there.getByRole('button', { name: 'Import an identity…' }).click()
  const importing = other.page.getByRole('dialog', { name: 'Import an identity' })
  await importing.getByLabel('Passphrase of the file').fill('the way to another desk')
  await importing.getByRole('button', { name: 'Import' }).click()
  await expect(importing.getByText('This is not the passphrase')).toBeVisible()
  expect(await violationsInBoth(other.page)).toEqual([])
  await importing.getByLabel('Passphrase of the file').fill('the way to the other desk')
  await importing.getByRole('button', { name: 'Import' }).click()
  await expect(importing).toBeHidden()
  await expect(memberEntry(there, 'Amina Okafor')).toContainText('Key on this computer')
  await expect(there.getByRole('region', { name: 'Keys on this computer' })).toContainText('set a passphrase')
  await other.quit()
})

test('members come by their public identity, change, and lose their key; what it signed stays', async () => {
  test.slow()
  const home = await openApp()
  const away = await openApp()
  await createDesk(home, path.join(temporaryFolder('home'), 'desk'))
  await createDesk(away, path.join(temporaryFolder('away'), 'desk'), 'Office of the Mayor', 'Tomás Ferreira')

  // Both see the same fingerprint.
  const file = path.join(temporaryFolder('post'), 'Tomás.copydesk-member')
  await answerDialogs(away.app, file)
  const theirs = await showMembers(away.page)
  await doWithMember(away.page, theirs, 'Tomás Ferreira', 'Save public identity…')
  await expect.poll(() => statSync(file, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(100)
  const shownThere = await memberEntry(theirs, 'Tomás Ferreira').locator('.fingerprint').innerText()
  await away.quit()

  const { app, page } = home
  await answerDialogs(app, file)
  const settings = await showMembers(page)
  await settings.getByRole('button', { name: 'From a file…' }).click()
  const admitting = page.getByRole('dialog', { name: 'Add a member from their public identity' })
  await expect(admitting.locator('.fingerprint')).toHaveText(shownThere)
  expect(await violationsInBoth(page)).toEqual([])
  await admitting.getByRole('button', { name: 'Add member' }).click()
  await expect(memberEntry(settings, 'Tomás Ferreira')).toContainText('ReviewerKey elsewhere')

  // A second time the same key changes nothing.
  await settings.getByRole('button', { name: 'From a file…' }).click()
  await expect(admitting).toContainText('This is the key of Tomás Ferreira, who is a member already.')
  expect(await violationsInBoth(page)).toEqual([])
  await admitting.getByRole('button', { name: 'Cancel' }).click()

  await doWithMember(page, settings, 'Tomás Ferreira', 'Name and roles…')
  const changing = page.getByRole('dialog', { name: 'Name and roles of Tomás Ferreira' })
  await changing.getByRole('checkbox', { name: 'Reviewer' }).uncheck()
  await expect(changing).toContainText('has signed until now, as far as this desk knows, stays as it is')
  expect(await violationsInBoth(page)).toEqual([])
  await changing.getByRole('checkbox', { name: 'Publisher' }).check()
  await changing.getByRole('button', { name: 'Save' }).click()
  await expect(memberEntry(settings, 'Tomás Ferreira')).toContainText('PublisherKey elsewhere')

  // A desk keeps its last admin.
  await settings.getByRole('button', { name: 'More about Amina Okafor' }).click()
  await expect(page.getByRole('menuitem', { name: 'Revoke key (the only admin)' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await closeMembers(page)

  await addMember(page, 'Chiara Venti', ['Reviewer'])
  await writeStory(page, 'Ferries run through the night', 'From June the ferries run all night.')
  await submit(page)
  await actAs(page, 'Chiara Venti')
  await approve(page)
  const main = page.getByRole('main')
  await expect(main.getByText('Approved', { exact: true })).toBeVisible()
  await actAs(page, 'Amina Okafor')
  await revoke(page, 'Chiara Venti', 'The laptop was stolen.')
  await expect(main.getByText('Approved', { exact: true })).toBeVisible()

  // She can't be acted as any more, and is not asked for a review.
  await page.getByRole('button', { name: /^Acting as/ }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Amina Okafor' })).toBeVisible()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Chiara Venti' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await showMembers(page)
  expect(await violationsInBoth(page)).toEqual([])
  await home.quit()
})
