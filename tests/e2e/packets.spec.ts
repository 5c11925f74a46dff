import { expect, test } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { violations } from '../drive/accessibility'
import { createDesk } from '../drive/desk'
import { choosePacket, replyByPacket, sendPacket, writePacket } from '../drive/packets'
import { selectWords } from '../drive/select-words'
import { openApp, resize, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { violationsInBoth } from '../drive/writing'
import { addWords, approve, headlineBox, requestChanges, saved, showTab, showView, storyBody, storyList, submit, writeStory } from '../drive/stories'

let home: OpenedApp
let away: OpenedApp
let post: string

test.beforeEach(async () => {
  post = temporaryFolder('post')
  ;[home, away] = await Promise.all([openApp(), openApp()])
  await createDesk(home, path.join(temporaryFolder('home'), 'desk'), 'Harbour Cities Council', 'Amina Okafor')
  await createDesk(away, path.join(temporaryFolder('away'), 'desk'), 'Office of the Mayor', 'Tomás Ferreira')
})
test.afterEach(() => Promise.all([home.quit(), away.quit()]))

const review = ({ page }: OpenedApp) => page.getByRole('tabpanel', { name: 'Review' })
const chip = ({ page }: OpenedApp, state: string) => page.getByRole('main').getByText(state, { exact: true })
const inPost = (name: string): string => path.join(post, name)

async function comment({ page }: OpenedApp, text: string): Promise<void> {
  await showTab(page, 'Review')
  const panel = page.getByRole('tabpanel', { name: 'Review' })
  await panel.getByRole('button', { name: 'Comment on the story' }).click()
  await panel.getByRole('textbox', { name: 'Comment' }).fill(text)
  await panel.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(panel.getByText(text)).toBeVisible()
}

test('two desks without a server: a story is sent, both go on, it is decided elsewhere, and everything comes together', async () => {
  test.slow()
  await writeStory(home.page, 'Ferries run through the night', 'From June the ferries between the two banks run all night.')
  await sendPacket(home, inPost('ferries.copydesk'), { to: 'Tomás Ferreira', note: 'Please check the dates.', due: '2031-12-01' })
  await expect(chip(home, 'In review')).toBeVisible()
  await showTab(home.page, 'Review')
  await expect(review(home).getByRole('region', { name: 'Sent and received' })).toContainText('Sent to Tomás Ferreira')

  // The first packet of somebody: what is in it, and is this their key?
  const first = await choosePacket(away, inPost('ferries.copydesk'))
  await expect(first).toHaveAccessibleName('For review, from Amina Okafor')
  await expect(first).toContainText('Ferries run through the night')
  await expect(first).toContainText('Please check the dates.')
  await expect(first).toContainText('Harbour Cities Council')
  const shownThere = await first.locator('.fingerprint').innerText()
  expect(shownThere).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
  await first.getByRole('button', { name: 'Trust and open' }).click()
  await expect(headlineBox(away.page)).toHaveValue('Ferries run through the night')
  await expect(storyList(away.page).getByRole('option')).toHaveCount(1)
  await expect(away.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^For my review/ })).toContainText('1')

  // Both go on, each on their own.
  await addWords(home.page, ' The first one leaves at ten.')
  await comment(away, 'Which June?')
  await expect(review(away)).toContainText('This story belongs to Harbour Cities Council')
  await selectWords(away.page, 'June')
  await away.page.keyboard.type('May')
  await expect(storyBody(away.page).locator('ins')).toHaveText('May')
  await saved(away.page)
  await requestChanges(away.page, 'Name the year.')
  await replyByPacket(away, inPost('answer.copydesk'), 'One question only.')

  // The answer: who it is, and what they become.
  const back = await choosePacket(home, inPost('answer.copydesk'))
  await expect(back).toHaveAccessibleName('Answer from Tomás Ferreira')
  await expect(back.getByRole('region', { name: 'What is new' })).toContainText('Name the year.')
  await expect(back.getByRole('region', { name: 'What is new' })).toContainText('One comment')
  await expect(back).toContainText('becomes a member of this desk')
  await expect(back.getByRole('checkbox', { name: /^Reviewer/ })).toBeChecked()
  await back.getByRole('button', { name: 'Trust and open' }).click()
  await expect(chip(home, 'Changes requested')).toBeVisible()
  await expect(storyBody(home.page)).toContainText('run all night. The first one leaves at ten.')
  await expect(storyBody(home.page).locator('del')).toHaveText('June')
  const suggested = review(home).getByRole('listitem', { name: 'Suggestion by Tomás Ferreira' })
  await suggested.first().getByRole('button', { name: 'Accept' }).click()
  await expect(storyBody(home.page)).toContainText('From May the ferries')
  await expect(suggested).toHaveCount(0)
  await expect(review(home)).toContainText('Which June?')
  await expect(review(home)).toContainText('Tomás Ferreira asked for changes')
  await expect(review(home).getByRole('region', { name: 'Sent and received' })).toContainText('Received from Tomás Ferreira')

  // The next round asks nobody about keys, and ends in an approval that counts at home.
  await addWords(home.page, ' That is May 2031.')
  await sendPacket(home, inPost('second.copydesk'), { note: 'It says so now.' })
  const second = await choosePacket(away, inPost('second.copydesk'))
  await expect(second.getByText('This key is new')).toBeHidden()
  await second.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(storyBody(away.page)).toContainText('That is May 2031.')
  await approve(away.page)
  await expect(chip(away, 'Approved')).toBeVisible()
  await replyByPacket(away, inPost('approved.copydesk'))
  const last = await choosePacket(home, inPost('approved.copydesk'))
  await last.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(chip(home, 'Approved')).toBeVisible()
  await expect(review(home)).toContainText('Tomás Ferreira approved')

  // Opened once more, in another order, nothing changes on either side.
  const again = await choosePacket(home, inPost('answer.copydesk'))
  await expect(again).toContainText('Nothing that this desk does not know.')
  await again.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(chip(home, 'Approved')).toBeVisible()
  await expect(storyBody(home.page)).toContainText('run all night. The first one leaves at ten. That is May 2031.')

  // The guest may not publish it, and says whose it is.
  await showTab(away.page, 'Publish')
  await expect(away.page.getByRole('tabpanel', { name: 'Publish' })).toContainText('belongs to ‘Harbour Cities Council’')
})

test('a packet that was changed, or that is for another desk, is refused with a reason; trust can be taken back', async () => {
  await writeStory(home.page, 'Tide tables for everyone', 'The tables cover 40 ports.')
  await submit(home.page)
  await sendPacket(home, inPost('tides.copydesk'), { to: 'Tomás Ferreira' })
  const bytes = readFileSync(inPost('tides.copydesk'))
  writeFileSync(inPost('cut.copydesk'), bytes.subarray(0, Math.floor(bytes.byteLength * 0.7)))
  const cut = await choosePacket(away, inPost('cut.copydesk'))
  await expect(cut).toHaveAccessibleName('The packet was not opened')
  await expect(cut.getByRole('alert')).toContainText('it was cut short on its way')
  expect(await violationsInBoth(away.page)).toEqual([])
  await cut.getByRole('button', { name: 'Close', exact: true }).last().click()
  const own = await choosePacket(home, inPost('tides.copydesk'))
  await expect(own.getByRole('alert')).toContainText('was written on this desk, for Tomás Ferreira')
  expect(await violationsInBoth(home.page)).toEqual([])
  await home.page.keyboard.press('Escape')
  await expect(own).toBeHidden()

  // Dropped on the window, wherever that is.
  await away.page.evaluate((base64) => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'tides.copydesk'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, bytes.toString('base64'))
  const dropped = away.page.getByRole('dialog', { name: 'For review, from Amina Okafor' })
  await expect(dropped).toContainText('Tide tables for everyone')
  await dropped.getByRole('button', { name: 'Trust and open' }).click()
  await expect(headlineBox(away.page)).toHaveValue('Tide tables for everyone')

  await away.page.keyboard.press('ControlOrMeta+,')
  const settings = away.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Trusted keys' }).click()
  await expect(settings.getByRole('listitem')).toContainText('Amina Okafor')
  await settings.getByRole('button', { name: 'No longer trust the key of Amina Okafor' }).click()
  await expect(settings.getByRole('listitem')).toContainText('Not trusted since')
  await settings.getByRole('button', { name: 'Close' }).click()
  const asked = await choosePacket(away, inPost('tides.copydesk'))
  await expect(asked).toContainText('You no longer trust this key')
  expect(await violationsInBoth(away.page)).toEqual([])
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await showView(away.page, 'All')
  await expect(storyList(away.page).getByRole('option')).toHaveCount(1)
})

test('the screens of packets can be used by everyone, in light and dark', async () => {
  test.slow()
  const shots = process.env['COPYDESK_SHOTS']
  const look = async (opened: OpenedApp, name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await opened.page.emulateMedia({ colorScheme })
      expect(await violations(opened.page), `${name}, ${colorScheme}`).toEqual([])
      if (shots !== undefined) await opened.page.screenshot({ path: path.join(shots, `${name}-${colorScheme}.png`) })
    }
    await opened.page.emulateMedia({ colorScheme: null })
  }
  await Promise.all([resize(home.app, { width: 1440, height: 900 }), resize(away.app, { width: 1024, height: 700 })])
  await writeStory(home.page, 'Nine ports agree on a housing pledge', 'Mayors of nine port cities signed a pledge on housing for newcomers.')
  await home.page.keyboard.press('ControlOrMeta+Shift+P')
  await home.page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').fill('Send for review as packet')
  await home.page.keyboard.press('Enter')
  await home.page.getByRole('dialog', { name: 'Send for review as packet' }).getByRole('textbox', { name: /^To/ }).fill('Tomás Ferreira')
  await look(home, 'send')
  await home.page.keyboard.press('Escape')
  const written = await writePacket(home, inPost('pledge.copydesk'), { to: 'Tomás Ferreira', note: 'Please check the dates and the names of the ports.', due: '2031-12-01' })
  await look(home, 'written')
  await written.getByRole('button', { name: 'Done' }).click()
  const asked = await choosePacket(away, inPost('pledge.copydesk'))
  await look(away, 'trust')
  await asked.getByRole('button', { name: 'Trust and open' }).click()
  await expect(headlineBox(away.page)).toHaveValue(/^Nine ports/)
  await expect(away.page.getByText(/is in ‘For my review’ now/)).toBeVisible()
  await look(away, 'opened')
  await approve(away.page)
  await showTab(away.page, 'Review')
  await look(away, 'guest-story')
  await replyByPacket(away, inPost('answer.copydesk'))
  await choosePacket(home, inPost('answer.copydesk'))
  await look(home, 'answer')
  await home.page.getByRole('button', { name: 'Trust and open' }).click()
  await expect(home.page.getByText('The answer of Tomás Ferreira was taken in.')).toBeVisible()
  await look(home, 'answer-opened')
  await expect(chip(home, 'Approved')).toBeVisible()
  await showTab(home.page, 'Review')
  await look(home, 'home-story')
  await home.page.keyboard.press('ControlOrMeta+,')
  await home.page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Trusted keys' }).click()
  await look(home, 'trusted-keys')
})
