import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { actAs, addMember } from '../drive/members'
import { mergeFromElsewhere, writeInBlock } from '../drive/merge'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { headlineBox, nextFrame, openStory, saved, showTab, storyBody, storyList } from '../drive/stories'
import { openStoryWith } from '../drive/story-with'
import { selectWords } from '../drive/select-words'
import { undo, violationsInBoth } from '../drive/writing'
import { nightFerries } from '../fixtures/night-ferries'

const writer = 'Amina Okafor'
const reviewer = 'Tomás Ferreira'
const { headline } = nightFerries

let opened: OpenedApp
let page: Page
let folder: string

test.beforeEach(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  folder = path.join(temporaryFolder('comments'), 'desk')
  await createDesk(opened, folder, 'Harbour Cities Council', writer)
  await addMember(page, reviewer, ['Reviewer', 'Publisher'])
  await openStoryWith(page, nightFerries)
})
test.afterEach(() => opened.quit())

const review = () => page.getByRole('tabpanel', { name: 'Review' })
const card = (words: string) => review().locator('.thread').filter({ hasText: words })
const marked = () => storyBody(page).locator('.commented')
const box = (name: 'Comment' | 'Reply' | 'Edit your comment') => review().getByRole('textbox', { name, exact: true })

/** Starts a comment on what is selected, and says something. */
async function comment(words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Alt+M')
  await box('Comment').fill(words)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(card(words)).toBeVisible()
}

test('what is said on words, on a block, on a field and on the story is read, answered and settled by somebody else', async () => {
  await selectWords(page, 'Nine port cities')
  await page.keyboard.press('ControlOrMeta+Alt+M')
  await box('Comment').pressSequentially('@tom')
  await expect(review().getByRole('option', { name: reviewer })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.keyboard.type('who counted them?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(card('who counted them?').locator('.mention')).toHaveText(`@${reviewer}`)
  await expect(marked()).toHaveText('Nine port cities')

  await headlineBox(page).click()
  await comment('Could this be shorter?')
  await expect(page.getByRole('button', { name: '1 comment on this field' })).toBeVisible()
  await storyBody(page).getByText('Boats').click()
  await nextFrame(page)
  for (let around = 0; around < 2; around++) await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Block menu; drag to move the block' }).click({ force: true })
  await page.getByRole('menuitem', { name: 'Comment' }).click()
  await expect(review().locator('.comment-box')).toContainText('Port Boats Solvåg 3')
  await box('Comment').fill('Where does this come from?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(storyBody(page).locator('.commented-block')).toContainText('Boats')
  await review().getByRole('button', { name: 'Comment on the story' }).click()
  await box('Comment').fill('A good one.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(card('A good one.')).toContainText('On the story')
  await expect(page.getByRole('button', { name: '1 comment on this block' })).toHaveCount(2)
  // The mark stands beside its block.
  const [mark, block] = [await page.getByRole('button', { name: '1 comment on this block' }).first().boundingBox(), await storyBody(page).locator('p').first().boundingBox()]
  expect(Math.abs((mark?.y ?? 0) - (block?.y ?? 900))).toBeLessThan(12)

  // Somebody else sees what is new, in the list, on the tab and on each comment, until they have seen it.
  await showTab(page, 'Details')
  await actAs(page, reviewer)
  await expect(storyList(page).getByRole('option').first()).toContainText('4 new comments, which mention you')
  await expect(page.getByRole('tab', { name: 'Review' })).toContainText('4 new comments')
  await showTab(page, 'Review')
  await expect(card('A good one.')).toContainText('New')
  await page.getByRole('button', { name: /^Filter comments/ }).click()
  await page.getByRole('menuitem', { name: 'Mark all as read' }).click()
  await expect(page.getByRole('tab', { name: 'Review' })).not.toContainText('new')
  await expect(storyList(page).getByRole('option').first()).not.toContainText('new')

  await marked().click()
  await expect(card('who counted them?')).toHaveClass(/thread--active/)
  await expect(marked()).toHaveClass(/commented--active/)
  await card('who counted them?').getByRole('button', { name: 'Reply' }).click()
  await box('Reply').fill('The survey did.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(card('The survey did.')).toBeVisible()
  await card('A good one.').getByRole('button', { name: 'Resolve' }).click()
  await expect(card('A good one.')).toBeHidden()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(card('A good one.')).toBeVisible()

  await actAs(page, writer)
  await expect(card('The survey did.')).toContainText('New')
  // What one said is one’s own: to be written anew, and taken back.
  await card('Could this be shorter?').getByRole('button', { name: /^More for the comment/ }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await box('Edit your comment').fill('Could this be much shorter?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(card('Could this be much shorter?')).toContainText('edited')
  await card('who counted them?').getByRole('button', { name: `More for the comment by ${reviewer}` }).click()
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await card('who counted them?').getByRole('button', { name: `More for the comment by ${writer}` }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(card('The survey did.')).toContainText(`${writer} removed this comment.`)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(card('The survey did.')).toContainText('who counted them?')
})

test('a comment keeps to its words while the text changes, says what it was about when they are gone, and is found again', async () => {
  await selectWords(page, 'after midnight')
  await comment('Which midnight?')
  await selectWords(page, 'votes again')
  await comment('On which day?')

  // Typing before it, a block that changes places, and what others write meanwhile.
  await selectWords(page, 'Nine')
  await page.keyboard.type('All nine')
  await expect(marked()).toHaveText(['after midnight', 'votes again'])
  await storyBody(page).getByText('Whoever travels').click()
  await nextFrame(page)
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(storyBody(page).locator('p').first()).toContainText('Whoever travels')
  await expect(marked()).toHaveText(['after midnight', 'votes again'])
  await saved(page)
  await mergeFromElsewhere(opened, headline, (doc) => writeInBlock(doc, 0, 'In short: '))
  await expect(storyBody(page)).toContainText('In short: Whoever')
  await expect(marked()).toHaveText(['after midnight', 'votes again'])

  await selectWords(page, 'after midnight')
  await page.keyboard.press('Backspace')
  await expect(card('Which midnight?')).toContainText('Was about')
  await expect(card('Which midnight?').locator('q')).toHaveText('after midnight')
  await expect(marked()).toHaveText(['votes again'])
  await undo(page)
  await expect(marked()).toHaveText(['after midnight', 'votes again'])
  await expect(card('Which midnight?')).not.toContainText('Was about')

  // By key from one to the next, and back into the text.
  await page.keyboard.press('F9')
  await page.keyboard.press('F9')
  await expect(review().locator('.thread').nth(1)).toBeFocused()
  await expect(marked().nth(1)).toHaveClass(/commented--active/)
  await page.keyboard.press('Shift+F9')
  await expect(review().locator('.thread').nth(0)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('The one at night')
  await page.keyboard.press('Escape')
  await expect(review().locator('.thread').nth(0)).toBeFocused()
  await expect(card('Which midnight?')).toContainText('Go on with your reply')
  await card('Which midnight?').getByRole('button', { name: 'after midnight' }).click()
  await expect(storyBody(page)).toBeFocused()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('after midnight')

  // After a restart it is all there: the marks, and what was typed and not yet sent.
  await saved(page)
  const { userData } = opened
  await opened.quit()
  opened = await openApp({ userData, args: [`--desk=${folder}`], size: { width: 1440, height: 900 } })
  page = opened.page
  await openStory(page, headline)
  await expect(marked()).toHaveText(['after midnight', 'votes again'])
  await card('Which midnight?').getByRole('button', { name: 'Go on with your reply' }).click()
  await expect(box('Reply')).toHaveValue('The one at night')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(card('Which midnight?').locator('.remark')).toHaveCount(2)
})

test('of many comments those are shown that one looks for; everyone can use them, in light and dark', async () => {
  test.slow()
  for (const [words, text] of [['port cities', 'Ports or cities?'], ['ferries', 'Or boats?'], ['mayor', 'Which one?'], ['Solvåg', 'Spelled so?'], ['autumn', 'When?'], ['council', 'Whose?'], ['Monday', 'Which Monday?']] as const) {
    await selectWords(page, words)
    await comment(text)
  }
  await review().getByRole('searchbox', { name: 'Search comments' }).fill('which')
  await expect(review().locator('.thread')).toHaveCount(2)
  await review().getByRole('searchbox', { name: 'Search comments' }).fill('')
  // In the order of the text, not of their making.
  await expect(review().locator('.thread').first()).toContainText('Ports or cities?')
  await card('Or boats?').getByRole('button', { name: 'Resolve' }).click()
  await expect(marked()).toHaveCount(6)
  await page.getByRole('button', { name: /^Filter comments/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Resolved', exact: true }).click()
  await expect(review().locator('.thread')).toHaveCount(1)
  await expect(card('Or boats?')).toContainText(`Resolved by ${writer}`)
  await expect(marked()).toHaveCount(7)
  expect(await violationsInBoth(page)).toEqual([])
  await card('Or boats?').getByRole('button', { name: 'Reopen' }).click()
  await review().getByRole('button', { name: 'Clear the filter' }).click()
  await expect(review().locator('.thread')).toHaveCount(7)
  await card('When?').getByRole('button', { name: 'Reply' }).click()
  await box('Reply').pressSequentially('@')
  await expect(review().getByRole('listbox', { name: 'Members to mention' })).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
})
