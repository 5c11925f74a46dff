import { expect, type Page } from '@playwright/test'
import { actAs } from '../drive/members.ts'
import { addWords, approve, openStory, requestChanges, saved, showTab, storyBody, submit } from '../drive/stories.ts'
import { reviewer, writer } from './desk.ts'
import type { Steps } from './steps.ts'

/** The story that the demo follows through every step. */
export const followed = 'Readout: mayors meet on the ferry to São Brás'

/** Stories that are approved as they came. The page's other four stay drafts: they must not leave the desk. */
const others = [
  'Newsletter, autumn 2026: eleven first-contact desks and a new exchange for planners',
  'Welcoming Harbours 2026: our impact report',
  'The ports that hire from the ferry queue',
  'Insights from the Coastal Mobility Survey: three findings for city halls',
  'مدينة نهر الساحل تفتتح أول مكتب استقبال مشترك للوافدين الجدد',
]

/** All that will be approved. */
export const approvedHeadlines: readonly string[] = [...others, followed]

const review = (page: Page) => page.getByRole('tabpanel', { name: 'Review' })
const isIn = (page: Page, state: string): Promise<void> => expect(page.getByRole('main').getByText(state, { exact: true })).toBeVisible()

/** From an imported draft to signed approvals, with a round of changes in between. */
export async function draftReviewAndApprove(page: Page, { step, picture }: Steps): Promise<void> {
  await step('Open the readout and write in it', async () => {
    await openStory(page, followed)
    await addWords(page, '\nThe two mayors will report to the Council in March 2027.')
    await picture(page, 'writing')
  })
  await step('Give its lead image an alternative text', () => describeImage(page, 'A white ferry with a red hull in front of a low waterfront'))
  await step('Submit it for review', async () => {
    await submit(page, 'The figures are from the ferry company.')
    await isIn(page, 'In review')
  })
  await step(`As ${reviewer}, comment and ask for changes`, async () => {
    await actAs(page, reviewer)
    await showTab(page, 'Review')
    await comment(page, 'Does 3,100 count people or season tickets?')
    await requestChanges(page, 'Say what the 3,100 counts.')
    await isIn(page, 'Changes requested')
    await picture(page, 'changes-requested')
  })
  await step(`As ${writer}, fix it and submit it again`, async () => {
    await actAs(page, writer)
    await addWords(page, ' The figure of 3,100 counts people with a season ticket.')
    await expect(storyBody(page)).toContainText('people with a season ticket')
    await submit(page, 'It counts people; the text says so now.')
  })
  await step(`As ${reviewer}, read what changed and approve with a signature`, async () => {
    await actAs(page, reviewer)
    await expect(review(page)).toContainText('It counts people')
    await picture(page, 'review')
    await approve(page)
    await isIn(page, 'Approved')
  })
  await step(`Submit and approve ${others.length} more`, () => approveOthers(page))
  await picture(page, 'approved')
}

async function describeImage(page: Page, words: string): Promise<void> {
  await showTab(page, 'Details')
  const box = page.getByRole('group', { name: 'Lead image' }).getByRole('textbox', { name: 'Alternative text' })
  await expect(box).toHaveValue('')
  await box.click()
  await page.keyboard.type(words)
  await expect(box).toHaveValue(words)
  await saved(page)
}

async function comment(page: Page, words: string): Promise<void> {
  await review(page).getByRole('button', { name: 'Comment on the story' }).click()
  await review(page).getByRole('textbox', { name: 'Comment' }).fill(words)
  await review(page).getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(review(page).getByText(words)).toBeVisible()
}

async function approveOthers(page: Page): Promise<void> {
  await actAs(page, writer)
  for (const headline of others) {
    await openStory(page, headline)
    await submit(page)
  }
  await actAs(page, reviewer)
  for (const headline of others) {
    await openStory(page, headline)
    await approve(page)
    await isIn(page, 'Approved')
  }
}
