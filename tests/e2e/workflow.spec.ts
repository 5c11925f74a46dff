import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { violations } from '../drive/accessibility'
import { createDesk } from '../drive/desk'
import { actAs, addMember } from '../drive/members'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { addWords, approve, headlineBox, newStory, openStory, requestChanges, saved, showTab, storyBody, submit, summaryBox, writeStory } from '../drive/stories'

const writer = 'Amina Okafor'
const reviewer = 'Tomás Ferreira'

let opened: OpenedApp
let page: Page

test.beforeEach(async () => {
  opened = await openApp()
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('workflow'), 'desk'), 'Harbour Cities Council', writer)
  await addMember(page, reviewer, ['Reviewer', 'Publisher'])
})
test.afterEach(() => opened.quit())

const chip = (state: string) => page.getByRole('main').getByText(state, { exact: true })
const review = () => page.getByRole('tabpanel', { name: 'Review' })

test('two members bring a story from the first draft to an approval that both can see', async () => {
  await writeStory(page, 'Ferries run through the night', 'From June the ferries between the two banks run all night.')
  await expect(chip('Draft')).toBeVisible()
  await submit(page, 'Please check the dates.')
  await expect(chip('In review')).toBeVisible()

  // Whoever submitted it can't approve it, and is told why.
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: /^Approve/ })).toContainText('a second pair of eyes is needed')
  await expect(page.getByRole('menuitem', { name: /^Approve/ })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')

  await actAs(page, reviewer)
  await showTab(page, 'Review')
  await expect(review()).toContainText('Please check the dates.')
  await review().getByRole('button', { name: 'Comment on the story' }).click()
  await review().getByRole('textbox', { name: 'Comment' }).fill('Which June?')
  await review().getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(review().getByText('Which June?')).toBeVisible()
  await requestChanges(page, 'Name the year.')
  await expect(chip('Changes requested')).toBeVisible()

  await actAs(page, writer)
  await expect(review()).toContainText('Name the year.')
  await expect(review()).toContainText(`${reviewer} asked for changes`)
  await review().getByRole('button', { name: 'Reply' }).click()
  await review().getByRole('textbox', { name: 'Reply' }).fill('June 2027, it says so now.')
  await review().getByRole('button', { name: 'Reply', exact: true }).click()
  await addWords(page, ' The first one leaves on 1 June 2027.')
  await expect(review().getByRole('region', { name: 'What changed' }).locator('ins')).toContainText('1 June 2027')
  await submit(page)

  await actAs(page, reviewer)
  await expect(review().getByText('June 2027, it says so now.')).toBeVisible()
  await review().getByRole('button', { name: 'Resolve' }).click()
  await expect(review().getByText('June 2027, it says so now.')).toBeHidden()
  await approve(page)
  await expect(chip('Approved')).toBeVisible()
  await expect(review()).toContainText(`${reviewer} approved`)

  await actAs(page, writer)
  await showTab(page, 'History')
  const events = page.getByRole('tabpanel', { name: 'History' }).locator('.history__event')
  await expect(events).toHaveCount(4)
  await expect(events.nth(0)).toContainText(`${reviewer} approved`)
  await expect(events.nth(2)).toContainText('Name the year.')
  await expect(events.nth(3)).toContainText('Please check the dates.')
})

test('a story that preflight stops can’t be submitted, and leads to the place that is wrong', async () => {
  await newStory(page, 'Announcement', 'No summary yet')
  await storyBody(page).click()
  await page.keyboard.type('There is a text, but nothing for a listing.')
  await saved(page)
  await page.getByRole('button', { name: 'Submit for review' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Submit for review' })
  await expect(dialog.getByText('The summary is missing.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Submit for review' })).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('button', { name: /The summary is missing/ }).click()
  await expect(dialog).toBeHidden()
  await expect(summaryBox(page)).toBeFocused()

  await page.keyboard.type('Now there is a summary that says what readers will learn.')
  await submit(page)
  await expect(chip('In review')).toBeVisible()
})

test('changes are not asked for without a reason', async () => {
  await writeStory(page, 'A story to send back', 'It needs one more look.')
  await submit(page)
  await actAs(page, reviewer)
  await page.getByRole('button', { name: 'Request changes', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Request changes' })
  await dialog.getByRole('button', { name: 'Request changes' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Say what should change')
  await expect(chip('In review')).toBeVisible()
})

test('an edit after the approval is counted, and what leaves the desk is still what was approved', async () => {
  await writeStory(page, 'Tide tables for everyone', 'The tables cover 40 ports.')
  await submit(page)
  await actAs(page, reviewer)
  await approve(page)
  await actAs(page, writer)
  await addWords(page, ' Two more follow in May.')
  await expect(page.getByRole('button', { name: /^\d+ changes? since approval$/ })).toBeVisible()

  await page.getByRole('button', { name: /since approval$/ }).click()
  await expect(review().getByRole('region', { name: 'What changed' }).locator('ins')).toContainText('Two more follow in May.')
  await showTab(page, 'Publish')
  await expect(page.getByRole('tabpanel', { name: 'Publish' })).toContainText('those edits stay here until they are approved')

  await page.getByRole('radio', { name: 'Preview' }).click()
  await page.getByRole('radio', { name: 'Approved' }).click()
  const preview = page.frameLocator('iframe[title="Preview of the story"]')
  await expect(preview.getByText('The tables cover 40 ports.')).toBeVisible()
  await expect(preview.getByText('Two more follow in May.')).toHaveCount(0)
})

test('an approval names the exact version that is signed, also when it was edited after the submission', async () => {
  await writeStory(page, 'Harbour lights', 'The lights are lit.')
  await submit(page)
  await addWords(page, ' And they stay lit.')
  await actAs(page, reviewer)
  await page.getByRole('button', { name: 'Approve', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Approve' })
  await expect(dialog).toContainText(`submitted by ${writer}`)
  await expect(dialog).toContainText(reviewer)
  await expect(dialog.getByRole('note')).toContainText('edited after it was submitted')
  const version = await dialog.locator('code').first().getAttribute('title')
  await dialog.getByRole('button', { name: 'Approve' }).click()
  await expect(dialog).toBeHidden()
  await showTab(page, 'History')
  await expect(page.getByRole('tabpanel', { name: 'History' }).locator(`code[title="${version}"]`).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /since approval$/ })).toBeVisible()
})

test('a submission can be withdrawn, and an archived story taken out again', async () => {
  await writeStory(page, 'Second thoughts', 'Perhaps not yet.')
  await submit(page)
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(chip('Draft')).toBeVisible()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(chip('Archived')).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(chip('Draft')).toBeVisible()
})

test('a comment keeps the words that it is about, and leads back to them', async () => {
  await writeStory(page, 'Words worth a remark', 'The quay opens on Monday.')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+Alt+M')
  await expect(review()).toContainText('The quay opens on Monday.')
  await review().getByRole('textbox', { name: 'Comment' }).fill('Which Monday?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(review().getByText('Which Monday?')).toBeVisible()
  await headlineBox(page).click()
  await review().getByRole('button', { name: 'The quay opens on Monday.' }).click()
  await expect(storyBody(page)).toBeFocused()
  await openStory(page, 'Words worth a remark')
  await expect(review().getByText('Which Monday?')).toBeVisible()
})

test('what decisions are made with can be used by everyone, in light and dark', async () => {
  test.slow()
  await writeStory(page, 'Open to everyone', 'The pier has a ramp.')
  await submit(page, 'Please check the ramp.')
  await actAs(page, reviewer)
  await approve(page)
  await actAs(page, writer)
  await addWords(page, ' And a lift.')
  await expect(page.getByRole('button', { name: /since approval$/ })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const tab of ['Details', 'Review', 'History', 'Publish'] as const) {
      await showTab(page, tab)
      expect(await violations(page), `${tab}, ${colorScheme}`).toEqual([])
    }
    await page.getByRole('button', { name: 'Submit for review' }).first().click()
    expect(await violations(page), `Submit, ${colorScheme}`).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: 'Preview' }).click()
    await page.getByRole('radio', { name: 'Changes' }).click()
    expect(await violations(page), `Changes, ${colorScheme}`).toEqual([])
    await page.getByRole('radio', { name: 'Write' }).click()
  }
})
