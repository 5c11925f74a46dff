import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { violations } from '../drive/accessibility'
import { createDesk } from '../drive/desk'
import { actAs, addMember } from '../drive/members'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { violationsInBoth } from '../drive/writing'
import { runFromPalette } from '../drive/transfer'
import { addWords, approve, headlineBox, newStory, openStory, saved, showTab, showView, storyBody, storyList, submit, writeStory } from '../drive/stories'

const writer = 'Amina Okafor'
const editor = 'Tomás Ferreira'
const lawyer = 'Noor Haddad'
const office = 'Inés Duarte'

let opened: OpenedApp
let page: Page

test.beforeEach(async () => {
  opened = await openApp()
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('deciding'), 'desk'), 'Harbour Cities Council', writer)
  await addMember(page, editor, ['Reviewer'])
})
test.afterEach(() => opened.quit())

const chip = (state: string) => page.getByRole('main').getByText(state, { exact: true })
const review = () => page.getByRole('tabpanel', { name: 'Review' })
const settings = () => page.getByRole('dialog', { name: 'Settings' })

/** A day on this computer's calendar, as a date box takes it. */
function dayFromNow(days: number): string {
  const now = new Date()
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}

async function openSignOff(): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,')
  await settings().getByRole('button', { name: 'Sign-off' }).click()
}

async function saveRules(): Promise<void> {
  await settings().getByRole('button', { name: 'Save rules' }).click()
  await expect(settings().getByRole('button', { name: 'Save rules' })).toHaveAttribute('aria-disabled', 'true')
}

/** One stage more, at the end of the list. */
async function addStage(name: string, people: readonly string[]): Promise<void> {
  await settings().getByRole('button', { name: 'Add a stage' }).click()
  const row = settings().getByRole('list', { name: 'Stages' }).getByRole('listitem').last()
  await row.getByRole('textbox').fill(name)
  await row.getByRole('combobox', { name: 'By' }).selectOption('these members')
  for (const person of people) await row.getByRole('checkbox', { name: person }).check()
}

test('a story goes from stage to stage, each sees what waits for them, and the rules that it was submitted under hold', async () => {
  await addMember(page, lawyer, ['Writer'])
  await addMember(page, office, ['Publisher'])
  await writeStory(page, 'Approved before there were stages', 'The ferries run.')
  await submit(page)
  await actAs(page, editor)
  await approve(page)
  await actAs(page, writer)

  await openSignOff()
  await settings().getByRole('radio', { name: 'In stages' }).click()
  await addStage('Mayor’s office', [office])
  await addStage('Legal', [lawyer])
  // The third becomes the second, by the keyboard alone.
  await settings().getByRole('button', { name: 'Move ‘Legal’, 3 of 3' }).press('ArrowUp')
  await expect(settings().getByRole('button', { name: 'Move ‘Legal’, 2 of 3' })).toBeFocused()
  await expect(settings().getByRole('region', { name: 'What follows' })).toContainText(`Editor (a reviewer), then Legal (${lawyer}), then Mayor’s office (${office})`)
  await saveRules()
  await settings().getByRole('button', { name: 'Close' }).click()
  await openStory(page, 'Approved before there were stages')
  await expect(chip('Approved')).toBeVisible()

  await writeStory(page, 'Ferries run through the night', 'From June the ferries run all night.')
  await page.getByRole('button', { name: 'Submit for review' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Submit for review' })
  await expect(dialog.getByRole('list', { name: 'Stages of the sign-off' }).getByRole('listitem')).toHaveCount(3)
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Please look at the dates.')
  await dialog.getByRole('button', { name: 'Tomorrow' }).click()
  await dialog.getByRole('button', { name: 'Submit for review' }).click()
  await expect(dialog).toBeHidden()

  // Whoever's turn has not come sees nothing in their queue, and is told why they can't approve.
  await actAs(page, lawyer)
  await showView(page, 'For my review')
  await expect(page.getByText('Nothing waits for you')).toBeVisible()
  await openStory(page, 'Ferries run through the night')
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: /^Approve/ })).toContainText('at the stage ‘Editor’')
  await page.keyboard.press('Escape')

  await actAs(page, editor)
  await showView(page, 'For my review')
  const row = storyList(page).getByRole('option')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('Editor')
  await expect(row).toContainText(`${writer}: Please look at the dates.`)
  await expect(row).toContainText('Due tomorrow')
  await row.click()
  await showTab(page, 'Review')
  const stages = review().getByRole('list', { name: 'Stages of the sign-off' })
  await expect(stages.getByRole('listitem').nth(0)).toHaveAttribute('aria-current', 'step')
  await page.getByRole('button', { name: 'Approve', exact: true }).first().click()
  const approving = page.getByRole('dialog', { name: 'Approve: Editor' })
  await expect(approving).toContainText('After yours it goes to the next stage: Legal.')
  await approving.getByRole('textbox', { name: 'Remark' }).fill('Good. Legal should look at the second sentence.')
  await approving.getByRole('button', { name: 'Approve' }).click()
  await expect(stages.getByRole('listitem').nth(0)).toContainText(`${editor} approved with a remark`)
  await expect(stages.getByRole('listitem').nth(1)).toContainText(`Waiting for ${lawyer}`)
  await expect(chip('In review')).toBeVisible()

  await actAs(page, lawyer)
  await approveHere('Approve: Legal')
  await actAs(page, office)
  await approveHere('Approve: Mayor’s office')
  await expect(chip('Approved')).toBeVisible()

  await actAs(page, writer)
  await expect(page.getByRole('note', { name: 'Remark of an approval' })).toContainText('Legal should look at the second sentence.')
  await showTab(page, 'History')
  await expect(page.getByRole('tabpanel', { name: 'History' })).toContainText(`${editor} approved this version with a remark`)
})

async function approveHere(title: string): Promise<void> {
  await page.getByRole('button', { name: 'Approve', exact: true }).first().click()
  await page.getByRole('dialog', { name: title }).getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('dialog', { name: title })).toBeHidden()
}

test('a queue goes by what is due first, and a request is changed without a new version', async () => {
  for (const [headline, due] of [['Late', 20], ['Soon', 2], ['Some day', null]] as const) {
    await writeStory(page, headline, 'The harbour has a new light.')
    await page.getByRole('button', { name: 'Submit for review' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Submit for review' })
    if (due !== null) await dialog.getByLabel('Due date').fill(dayFromNow(due))
    await dialog.getByRole('button', { name: 'Submit for review' }).click()
    await expect(dialog).toBeHidden()
  }
  await actAs(page, editor)
  await showView(page, 'For my review')
  const names = storyList(page).getByRole('option').locator('.story-option__headline')
  await expect(names).toHaveText(['Soon', 'Late', 'Some day'])

  await actAs(page, writer)
  await openStory(page, 'Late')
  await showTab(page, 'Review')
  const version = await review().locator('code').first().getAttribute('title')
  await review().getByRole('button', { name: 'Change the request…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the request' })
  await dialog.getByRole('button', { name: 'Today' }).click()
  await dialog.getByRole('textbox', { name: 'Note' }).fill('It is urgent now.')
  await dialog.getByRole('checkbox', { name: editor }).check()
  await dialog.getByRole('button', { name: 'Change the request' }).click()
  await expect(dialog).toBeHidden()
  await expect(review()).toContainText('It is urgent now.')
  await expect(review()).toContainText(`Waiting for ${editor}`)
  await expect(review().locator('code').first()).toHaveAttribute('title', version ?? '')

  await actAs(page, editor)
  await showView(page, 'For my review')
  await expect(names).toHaveText(['Late', 'Soon', 'Some day'])
  await expect(storyList(page).getByRole('option').first()).toContainText('Due today')
})

test('a finding is set aside with a reason for one version, and blocks again when a word is changed', async () => {
  await openSignOff()
  await settings().getByRole('combobox', { name: 'Rules for' }).selectOption('Announcements')
  await settings().getByRole('button', { name: 'Give them rules of their own' }).click()
  await settings().getByRole('region', { name: /may be set aside/ }).getByRole('checkbox', { name: 'Summary and its length' }).check()
  await expect(settings().getByRole('region', { name: 'What follows' })).toContainText('‘Summary and its length’ may be set aside by a reviewer')
  await saveRules()
  await expect(settings().getByRole('combobox', { name: 'Rules for' })).toContainText('Announcements: rules of their own')
  await settings().getByRole('button', { name: 'Close' }).click()

  await newStory(page, 'Announcement', 'Two words say it all')
  await storyBody(page).click()
  await page.keyboard.type('We agree.')
  await saved(page)
  await page.getByRole('button', { name: 'Submit for review' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Submit for review' })
  await expect(dialog.getByText('One thing must be put right first')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Submit for review' })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')

  await actAs(page, editor)
  await showTab(page, 'Details')
  const details = page.getByRole('tabpanel', { name: 'Details' })
  await details.getByRole('button', { name: 'Set aside…' }).click()
  const waiving = page.getByRole('dialog', { name: 'Set aside' })
  await waiving.getByRole('button', { name: 'Sign and set aside' }).click()
  await expect(waiving.getByRole('alert')).toContainText('Say why this can stay as it is.')
  expect(await violationsInBoth(page)).toEqual([])
  await waiving.getByRole('textbox', { name: 'Reason' }).fill('There is nothing to sum up.')
  await waiving.getByRole('button', { name: 'Cancel' }).click()
  await details.getByRole('button', { name: 'Set aside…' }).click()
  await expect(waiving.getByRole('textbox', { name: 'Reason' })).toHaveValue('There is nothing to sum up.')
  await waiving.getByRole('button', { name: 'Sign and set aside' }).click()
  await expect(waiving).toBeHidden()
  await expect(details.getByRole('list', { name: 'Set aside for this version' })).toContainText(`Set aside by ${editor}`)
  expect(await violationsInBoth(page)).toEqual([])

  await actAs(page, writer)
  await submit(page)
  await expect(chip('In review')).toBeVisible()
  await actAs(page, editor)
  await page.getByRole('button', { name: 'Approve', exact: true }).first().click()
  await expect(page.getByRole('dialog', { name: 'Approve' })).toContainText('There is nothing to sum up.')
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Escape')

  await actAs(page, writer)
  await addWords(page, ' Again.')
  await expect(details.getByRole('list', { name: 'Set aside for this version' })).toBeHidden()
  await expect(details.getByText('1 blocker')).toBeVisible()
})

test('a small change after the approval is seen, and then approved with one key; a larger one needs a review', async () => {
  await writeStory(page, 'Harbour lights', 'The lights in the harbour is lit until midnight, and the pier stays open.')
  await submit(page)
  await actAs(page, editor)
  await approve(page)
  await actAs(page, writer)
  await replaceWord('is', 'are')
  await expect(page.getByRole('button', { name: '1 change since approval' })).toBeVisible()
  await expect(page.getByText('1 wording', { exact: true }).first()).toBeVisible()

  await actAs(page, editor)
  await showTab(page, 'Details')
  await expect(page.getByRole('button', { name: 'Approve the change' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Alt+Enter')
  // First it is shown; nobody signs what they have not seen.
  await expect(review().getByRole('region', { name: 'What changed' }).locator('ins')).toContainText('are')
  await expect(chip('Approved')).toBeVisible()
  await expect(page.getByRole('button', { name: '1 change since approval' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Alt+Enter')
  await expect(page.getByRole('button', { name: /since approval$/ })).toBeHidden()
  await expect(review()).toContainText(`${editor} approved a small change`)

  await actAs(page, writer)
  await addWords(page, ' It opens at 6 in summer.')
  await actAs(page, editor)
  await expect(review().getByText('The change touches a number, so it needs a review.')).toBeVisible()
  await expect(review().getByRole('button', { name: /Approve the change/ })).toBeHidden()
  // Whoever submitted it is offered nothing of the kind.
  await actAs(page, writer)
  await expect(page.getByRole('button', { name: 'Approve the change' })).toBeHidden()
})

/** Writes one word of the text anew, found by the app's own search. */
async function replaceWord(from: string, to: string): Promise<void> {
  await storyBody(page).click()
  await page.keyboard.press('ControlOrMeta+Alt+R')
  const find = page.getByRole('search', { name: 'Find in the story' })
  await find.getByRole('textbox', { name: 'Find' }).fill(from)
  await find.getByRole('button', { name: 'Whole word' }).click()
  await find.getByRole('textbox', { name: 'Replace with' }).fill(to)
  await find.getByRole('button', { name: 'Replace all' }).click()
  await page.keyboard.press('Escape')
  await saved(page)
}

test('whoever approved takes it back with a reason, and a role that is taken away takes back nothing', async () => {
  await writeStory(page, 'Harbour lights', 'The lights in the harbour are lit until midnight.')
  await submit(page)
  await actAs(page, editor)
  await approve(page)
  await expect(chip('Approved')).toBeVisible()
  await showTab(page, 'Review')
  await review().getByRole('button', { name: 'Withdraw my approval…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Withdraw my approval' })
  await expect(dialog).toContainText('goes back to review')
  await dialog.getByRole('button', { name: 'Sign and withdraw' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Say why you take it back')
  expect(await violationsInBoth(page)).toEqual([])
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The harbour office has not confirmed midnight.')
  await dialog.getByRole('button', { name: 'Sign and withdraw' }).click()
  await expect(dialog).toBeHidden()
  await expect(chip('In review')).toBeVisible()
  await expect(review()).toContainText(`${editor} took back their approval`)
  await expect(review().getByRole('button', { name: 'Withdraw my approval…' })).toBeHidden()

  // The writer reads why, and nothing may leave meanwhile; nobody takes back what another one approved.
  await actAs(page, writer)
  await expect(review()).toContainText('The harbour office has not confirmed midnight.')
  await showTab(page, 'History')
  await expect(page.getByRole('tabpanel', { name: 'History' })).toContainText(`${editor} took back their approval of this version`)
  await showTab(page, 'Review')
  await expect(review().getByRole('button', { name: 'Withdraw my approval…' })).toBeHidden()

  await actAs(page, editor)
  await approve(page)
  await expect(chip('Approved')).toBeVisible()
  await runFromPalette(page, 'Withdraw my approval')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')

  // A role that is taken away leaves what was approved in it, and the audit says so.
  await actAs(page, writer)
  await page.keyboard.press('ControlOrMeta+,')
  await settings().getByRole('button', { name: 'Members', exact: true }).click()
  await settings().getByRole('button', { name: `More about ${editor}` }).click()
  await page.getByRole('menuitem', { name: 'Name and roles…' }).click()
  const changing = page.getByRole('dialog', { name: `Name and roles of ${editor}` })
  await changing.getByRole('checkbox', { name: 'Writer' }).check()
  await changing.getByRole('checkbox', { name: 'Reviewer' }).uncheck()
  await expect(changing).toContainText('stays as it is')
  expect(await violationsInBoth(page)).toEqual([])
  await changing.getByRole('button', { name: 'Save' }).click()
  await expect(changing).toBeHidden()
  await settings().getByRole('button', { name: 'Close' }).click()
  await expect(chip('Approved')).toBeVisible()
  await showTab(page, 'History')
  await page.getByRole('tabpanel', { name: 'History' }).getByRole('button', { name: 'Audit…' }).click()
  const audit = page.getByRole('dialog', { name: 'Audit: Harbour lights' })
  await expect(audit.getByRole('region', { name: 'Members and their keys' })).toContainText(/Was reviewer until .*, when Amina Okafor changed it to writer\. What was signed by then \(3\) is judged by those roles\./)
  await expect(audit.getByRole('region', { name: 'What happened' })).toContainText('took back their approval of this version')
  await page.keyboard.press('Escape')

  await writeStory(page, 'Ferries at night', 'From June the ferries run all night.')
  await submit(page)
  await actAs(page, editor)
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: /^Approve/ })).toContainText('Only a reviewer can do this')
})

test('everyone can use the rules, the queue and the dialogs of a sign-off, in light and dark', async () => {
  test.slow()
  await openSignOff()
  await settings().getByRole('radio', { name: 'In stages' }).click()
  await addStage('Second look', [editor])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), `Settings, ${colorScheme}`).toEqual([])
  }
  await settings().getByRole('button', { name: 'Discard changes' }).click()
  await expect(settings().getByRole('radio', { name: 'In one step' })).toBeChecked()
  await settings().getByRole('button', { name: 'Close' }).click()

  await writeStory(page, 'Open to everyone', 'The pier has a ramp.')
  await submit(page, 'Please check the ramp.')
  await showTab(page, 'Review')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), `Review, ${colorScheme}`).toEqual([])
    await review().getByRole('button', { name: 'Change the request…' }).click()
    expect(await violations(page), `Request, ${colorScheme}`).toEqual([])
    await page.keyboard.press('Escape')
  }
  await actAs(page, editor)
  await showView(page, 'For my review')
  await expect(headlineBox(page)).toHaveValue('Open to everyone')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), `Queue, ${colorScheme}`).toEqual([])
  }
})
