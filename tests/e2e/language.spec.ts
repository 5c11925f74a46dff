import { expect, test, type Page } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { addField, details, editKind, saveKind, showKinds } from '../drive/kinds'
import { mergeFromElsewhere, writeInBlock } from '../drive/merge'
import { answerDialogs, openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { addWords, headlineBox, newStory, nextFrame, saved, showTab, storyBody, summaryBox } from '../drive/stories'
import { cursorIn, fillStory, undo, violationsInBoth } from '../drive/writing'

let opened: OpenedApp
let page: Page
let folder: string

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  folder = temporaryFolder('language')
  await createDesk(opened, path.join(folder, 'desk'))
})
test.afterAll(() => opened.quit())

const misspelt = () => page.locator('.story-text .proof--spelling')
const avoided = () => page.locator('.story-text .proof--style')
const menu = () => page.getByRole('menu')
const card = () => page.getByRole('dialog', { name: 'House style' })
const panel = () => page.getByRole('tabpanel')

async function storyIn(language: string, headline: string, html: string): Promise<void> {
  await newStory(page, 'Announcement', headline)
  await showTab(page, 'Details')
  await page.getByRole('group', { name: 'Details' }).getByLabel('Language').selectOption(language)
  await fillStory(page, html)
}

test('wrong words are marked, a right click offers what was meant, and one undo takes the fix back', async () => {
  await storyIn('en', 'Ports and people', '<p>The mayors recieve newcomers in the harbour.</p><p>Write to press@harbour.example or see https://harbuor.example in <code>harbuor</code>.</p>')
  await expect(misspelt()).toHaveText(['recieve'])
  await misspelt().click({ button: 'right' })
  await menu().getByRole('menuitem', { name: 'receive', exact: true }).click()
  await expect(storyBody(page)).toContainText('The mayors receive newcomers')
  await expect(misspelt()).toHaveCount(0)
  await undo(page)
  await expect(storyBody(page)).toContainText('The mayors recieve newcomers')
  await expect(misspelt()).toHaveText(['recieve'])
})

test('lines under words stay where they are through undo and through what others write elsewhere: nothing is drawn anew', async () => {
  const headline = 'Ports at their desks'
  await storyIn('en', headline, '<p>The first block.</p><p>The mayors recieve newcomers.</p><ul><li><p>They acheive much.</p></li></ul><p>The last block.</p>')
  await saved(page)
  await expect(misspelt()).toHaveText(['recieve', 'acheive'])
  const drawn = await misspelt().elementHandles()
  const stay = async () => expect(await Promise.all(drawn.map((line) => line.evaluate((element) => element.isConnected)))).toEqual([true, true])
  await mergeFromElsewhere(opened, headline, (doc) => writeInBlock(doc, 0, 'Theirs. '))
  await expect(storyBody(page)).toContainText('Theirs. The first block.')
  await stay()
  await addWords(page, ' Mine.')
  await undo(page)
  await expect(storyBody(page)).not.toContainText('Mine.')
  await stay()
})

test('headline, captions and labels are read, too: marked in their boxes, listed, and put right where they stand', async () => {
  await storyIn('en', 'Ports recieve people', `<p>The quay.</p><figure data-asset="${'a'.repeat(64)}" data-alt="A harbuor" data-caption="The old warehous, illegal migrants"></figure><div data-button data-label="Subscrybe" data-address="https://harbour.example/"></div>`)
  const lines = page.locator('.marked-box .proof--spelling')
  await expect(lines).toHaveText(['recieve'])
  // The line is under its word: mirror and box have their letters at the same places.
  const [mirror, box] = [await page.locator('.marked-box__mirror').first().boundingBox(), await headlineBox(page).boundingBox()]
  expect({ x: mirror?.x, y: mirror?.y, width: mirror?.width, height: Math.round(mirror?.height ?? 0) }).toEqual({ x: box?.x, y: box?.y, width: box?.width, height: Math.round(box?.height ?? 1) })
  await headlineBox(page).press('End')
  await page.keyboard.type(' agian')
  await expect(lines).toHaveText(['recieve'])
  await page.keyboard.type(' and')
  await expect(lines).toHaveText(['recieve', 'agian'])

  // So it is in the boxes of cards; what is avoided has its line there, too.
  const inCards = page.locator('.card-lines .proof--spelling')
  await expect(inCards).toHaveText(['warehous', 'harbuor', 'Subscrybe'])
  await expect(page.locator('.card-lines .proof--style')).toHaveText(['illegal migrants'])
  const stray = (): Promise<string[]> =>
    page.locator('.card-lines:not(:empty)').evaluateAll((all) =>
      all.flatMap((lines) => {
        const [own, box] = [lines.getBoundingClientRect(), lines.previousElementSibling?.getBoundingClientRect()]
        return (['x', 'y', 'width', 'height'] as const).flatMap((side) => (Math.abs(own[side] - (box?.[side] ?? Number.NaN)) < 0.51 ? [] : [`${side} of ${lines.textContent}`]))
      }),
    )
  await expect.poll(stray).toEqual([])
  await showTab(page, 'Details')
  await page.getByRole('button', { name: 'Hide the inspector' }).click()
  await expect.poll(stray).toEqual([])
  await page.getByRole('button', { name: 'Show the inspector' }).click()

  await page.getByRole('tab', { name: 'Language' }).click()
  await expect(panel().locator('.mistake')).toHaveText([/recieve/, /agian/, /warehous.*Caption/, /harbuor.*Alternative text/, /Subscrybe.*Label/])
  await panel().getByRole('button', { name: /^warehous/ }).click()
  const caption = page.getByRole('textbox', { name: 'Caption', exact: true })
  await menu().getByRole('menuitem', { name: 'warehouse', exact: true }).click()
  await expect(caption).toHaveValue('The old warehouse, illegal migrants')
  await expect(caption).toBeFocused()
  // A right click in a box of a card offers what was meant, as in the text; the keys lead from mistake to mistake.
  await page.getByRole('textbox', { name: 'Words on the button' }).click({ button: 'right' })
  await menu().getByRole('menuitem', { name: 'Subscribe', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Words on the button' })).toHaveValue('Subscribe')
  await headlineBox(page).press('Home')
  for (const expected of ['recieve', 'agian', 'harbuor']) {
    await page.keyboard.press('F7')
    await expect.poll(() => page.evaluate(() => (document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd) : ''))).toBe(expected)
  }
  await storyBody(page).getByText('The quay.').click()
  await undo(page)
  await expect(page.getByRole('textbox', { name: 'Words on the button' })).toHaveValue('Subscrybe')
  expect(await violationsInBoth(page)).toEqual([])
})

test('long texts of the form are read as the text is: lines, list, keys, menu; a line that holds a name is not, but is found', async () => {
  await showKinds(page)
  const kind = await editKind(page, 'Statement')
  await addField(kind, 'Context', 'longText')
  await saveKind(page, kind)
  await newStory(page, 'Statement', 'A statement with context')
  await showTab(page, 'Details')
  await details(page).getByLabel('Language').selectOption('en')
  await details(page).getByLabel('Attributed to').fill('Mayor Xkiv of Harbuor')
  const context = details(page).getByLabel('Context')
  await context.fill('Ports recieve people. The ministry speaks of illegal migrants in long lines, which go on below each other in a box as narrow as this one.')
  await fillStory(page, '<p>They acheive much.</p>')
  const inForm = (kind: string) => details(page).locator(`.marked-box__mirror .proof--${kind}`)
  await expect(inForm('spelling')).toHaveText(['recieve'])
  await expect(inForm('style')).toHaveText(['illegal migrants'])
  const [mirror, box] = [await details(page).locator('.marked-box__mirror').boundingBox(), await context.boundingBox()]
  expect(mirror).toEqual(box)
  expect(await context.evaluate((area: HTMLTextAreaElement) => area.scrollHeight - area.clientHeight)).toBe(0)
  await context.click({ button: 'right', position: { x: 60, y: 14 } })
  await expect(menu().getByRole('menuitem', { name: 'receive', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel().getByText(/The house style avoids ‘illegal migrants’/)).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])

  // F7 goes on from the text to the form, which opens for it.
  await page.getByRole('tab', { name: 'Language' }).click()
  await expect(panel().locator('.mistake')).toHaveText([/acheive/, /recieve.*Context/])
  await cursorIn(page, 'They')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('F7')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('acheive')
  await page.keyboard.press('F7')
  await expect(context).toBeFocused()
  expect(await context.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe('recieve')
  await page.keyboard.press('Shift+F7')
  await menu().getByRole('menuitem', { name: 'receive', exact: true }).click()
  await expect(context).toHaveValue(/^Ports receive people/)
  await expect(context).toBeFocused()
  await expect(inForm('spelling')).toHaveCount(0)
  await undo(page)
  await expect(context).toHaveValue(/^Ports recieve people/)

  // From the list of mistakes, the menu opens at the box.
  await page.getByRole('tab', { name: 'Language' }).click()
  await panel().getByRole('button', { name: /^recieve/ }).click()
  await menu().getByRole('menuitem', { name: 'receive', exact: true }).click()
  await expect(context).toHaveValue(/^Ports receive people/)

  // Finding and replacing goes through all of it.
  await page.getByRole('tab', { name: 'Review' }).click()
  await page.keyboard.press('ControlOrMeta+Alt+r')
  const bar = page.getByRole('search', { name: 'Find in the story' })
  await bar.getByRole('textbox', { name: 'Find' }).fill('harbuor')
  await expect(bar.getByRole('status')).toHaveText('1 of 1')
  await expect(details(page).getByLabel('Attributed to')).toBeVisible()
  await expect(bar.getByRole('textbox', { name: 'Find' })).toBeFocused()
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('harbour')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(details(page).getByLabel('Attributed to')).toHaveValue('Mayor Xkiv of Harbour')
  await page.keyboard.press('Escape')
  await undo(page)
  await expect(details(page).getByLabel('Attributed to')).toHaveValue('Mayor Xkiv of Harbuor')
})

test('the word that is being written is not marked before it is left', async () => {
  await storyIn('en', 'Being written', '<p>Ports agre.</p><p>The council met.</p>')
  await expect(misspelt()).toHaveText(['agre'])
  await cursorIn(page, 'The council')
  await page.keyboard.type(' Migraton')
  // What is marked at once is the sign that the text was looked through.
  await cursorIn(page, 'Ports agre')
  await expect(misspelt()).toHaveText(['agre', 'Migraton'])
  await page.getByRole('tab', { name: 'Language' }).click()
  await cursorIn(page, 'The council')
  await page.keyboard.type(' harbuor')
  await expect(panel().getByRole('button', { name: 'harbuor' })).toBeVisible()
  await expect(misspelt()).toHaveText(['agre', 'Migraton'])
})

test('by key: F7 leads to the next mistake, Shift and F7 open suggestions, arrows and Return choose', async () => {
  await storyIn('en', 'By key', '<p>The mayors recieve newcomers.</p><p>On Migraton.</p>')
  await expect(misspelt()).toHaveText(['recieve', 'Migraton'])
  await page.keyboard.press('ControlOrMeta+Home')
  await nextFrame(page)
  await page.keyboard.press('F7')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('recieve')
  await page.keyboard.press('Shift+F7')
  await expect(menu().getByRole('menuitem', { name: 'receive', exact: true })).toBeVisible()
  // The first suggestion has the focus: Return takes it.
  await expect(menu().getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(menu()).toBeHidden()
  await expect(misspelt()).toHaveText(['Migraton'])
  await page.keyboard.press('F7')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('Migraton')
})

test('a name is added to the desk’s dictionary for all stories; another word is ignored in this story alone', async () => {
  await storyIn('en', 'Names', '<p>Zerxanov spoke for Qwertopolis. Zerxanov left.</p>')
  await expect(misspelt()).toHaveText(['Zerxanov', 'Qwertopolis', 'Zerxanov'])
  await misspelt().first().click({ button: 'right' })
  await menu().getByRole('menuitem', { name: 'Add to the desk’s dictionary' }).click()
  await expect(misspelt()).toHaveText(['Qwertopolis'])
  await misspelt().first().click({ button: 'right' })
  await menu().getByRole('menuitem', { name: 'Ignore in this story' }).click()
  await expect(misspelt()).toHaveCount(0)
  await storyIn('en', 'More names', '<p>Zerxanov of Qwertopolis.</p>')
  await expect(misspelt()).toHaveText(['Qwertopolis'])
})

test('headline and summary are checked, too', async () => {
  await storyIn('en', 'Fields', '<p>All is well.</p>')
  await headlineBox(page).fill('Harbuor cities meet')
  await summaryBox(page).fill('What the cities agread on, and what changes for those who live there.')
  await saved(page)
  await page.getByRole('tab', { name: 'Language' }).click()
  await expect(panel().getByRole('button', { name: /Harbuor.*Headline/ })).toBeVisible()
  await panel().getByRole('button', { name: /agread.*Summary/ }).click()
  await menu().getByRole('menuitem', { name: 'agreed', exact: true }).click()
  await expect(summaryBox(page)).toHaveValue('What the cities agreed on, and what changes for those who live there.')
  await undo(page)
  await expect(summaryBox(page)).toHaveValue('What the cities agread on, and what changes for those who live there.')
})

test('Spanish, French, Portuguese and Arabic have their dictionaries; Dutch has none, and that is said', async () => {
  await storyIn('es', 'Ciudades', '<p>Las ciudades tambien acogen.</p>')
  await expect(misspelt()).toHaveText(['tambien'])
  await storyIn('fr', 'Villes', '<p>L’acceuil des réfugiés aujourd’hui.</p>')
  await expect(misspelt()).toHaveText(['L’acceuil'])
  await storyIn('pt', 'Cidades', '<p>As cidades e o coracao económico.</p>')
  await expect(misspelt()).toHaveText(['coracao'])
  await storyIn('ar', 'المدن', '<p>المدن تستقبل المهاجرينن في الميناء.</p>')
  await expect(misspelt()).toHaveText(['المهاجرينن'])
  await misspelt().click({ button: 'right' })
  await menu().getByRole('menuitem', { name: 'المهاجرين', exact: true }).click()
  await expect(storyBody(page)).toContainText('المدن تستقبل المهاجرين في الميناء.')
  await storyIn('nl', 'Steden', '<p>De gemeente xqzzy.</p>')
  await expect(page.getByText('No dictionary for Dutch').first()).toBeVisible()
  await expect(misspelt()).toHaveCount(0)
})

test('the house style marks what it avoids, says why, and puts the preferred term with its capitals and number', async () => {
  await storyIn('en', 'Arrivals', '<p>Illegal migrants came to the port.</p><p>The minister said: “Illegal migrants must leave.”</p>')
  await expect(avoided()).toHaveText(['Illegal migrants', 'Illegal migrants'])
  await avoided().first().click()
  await expect(card()).toContainText('An act can be against the law; a person cannot.')
  expect(await violationsInBoth(page)).toEqual([])
  await card().getByRole('button', { name: 'Use it: Undocumented migrants' }).click()
  await expect(storyBody(page)).toContainText('Undocumented migrants came to the port.')
  await expect(avoided()).toHaveCount(1)
  // The words of others are theirs.
  await avoided().click()
  await expect(card()).toContainText('It stands in a quotation')
  await expect(card().getByRole('button', { name: /^Use it/ })).toHaveCount(0)
  await expect(card().getByRole('button', { name: 'Dismiss…' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card()).toBeHidden()
  await expect(storyBody(page)).toBeFocused()
})

test('a note is dismissed with a reason, which the panel keeps and takes back; preflight goes by it', async () => {
  await storyIn('en', 'Set aside', '<p>The minister said: “Illegal migrants must leave.”</p>')
  await saved(page)
  await expect(panel().getByText(/The house style avoids ‘Illegal migrants’/)).toBeVisible()
  await page.getByRole('tab', { name: 'Language' }).click()
  await panel().getByRole('button', { name: /^Dismiss the note on ‘Illegal migrants’/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Dismiss the note' })
  await dialog.getByRole('button', { name: 'Dismiss', exact: true }).click()
  await expect(dialog.getByText('Say why the words may stay.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The minister’s own words.')
  // A reason that was not sent waits in its box.
  await page.keyboard.press('Escape')
  await panel().getByRole('button', { name: /^Dismiss the note on ‘Illegal migrants’/ }).click()
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('The minister’s own words.')
  await dialog.getByRole('button', { name: 'Dismiss', exact: true }).click()
  await expect(panel().getByText('The minister’s own words.')).toBeVisible()
  await expect(panel().getByText(/Amina Okafor/)).toBeVisible()
  await expect(avoided()).toHaveCount(0)
  await showTab(page, 'Details')
  await expect(panel().getByText(/The house style avoids ‘Illegal migrants’/)).toHaveCount(0)
  await page.getByRole('tab', { name: 'Language' }).click()
  await panel().getByRole('button', { name: /^Take back the note on/ }).click()
  await expect(avoided()).toHaveCount(1)
  await panel().getByRole('button', { name: /^Dismiss the note on ‘Illegal migrants’/ }).click()
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('')
  await page.keyboard.press('Escape')
})

test('long sentences and words that leave someone out are noted; readability is told with its source', async () => {
  const long = 'The council of harbour cities met on Tuesday to agree how newcomers find housing and work and schools within a year of their arrival, and nine mayors said that local budgets carry most of the cost while national plans rarely name cities at all.'
  await storyIn('en', 'Reading', `<p>${long}</p><p>The chairman spoke to the policemen.</p>`)
  await page.getByRole('tab', { name: 'Language' }).click()
  await expect(panel().getByText(/This sentence has 4\d words/)).toBeVisible()
  await expect(panel().getByText(/‘chairman’ may hurt or leave someone out/)).toBeVisible()
  // Preflight has it, too, as a note that leads to the words; set aside, it is in neither.
  await showTab(page, 'Details')
  await expect(panel().getByRole('button', { name: /‘chairman’ may hurt or leave someone out/ })).toBeVisible()
  await panel().getByRole('button', { name: /‘policemen’ may hurt/ }).click()
  await expect(storyBody(page)).toBeFocused()
  await page.getByRole('tab', { name: 'Language' }).click()
  await panel().getByRole('button', { name: 'Dismiss the note on ‘policemen’' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('It is what the office is called.')
  await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click()
  await showTab(page, 'Details')
  await expect(panel().getByRole('button', { name: /‘chairman’ may hurt/ })).toBeVisible()
  await expect(panel().getByRole('button', { name: /‘policemen’ may hurt/ })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Language' }).click()
  await expect(panel().getByText('Flesch reading ease')).toBeVisible()
  await panel().getByRole('button', { name: 'Next note' }).click()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(long)
  expect(await violationsInBoth(page)).toEqual([])
})

test('settings keep the desk’s dictionary: add, remove, import, export', async () => {
  await page.keyboard.press('ControlOrMeta+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Language' }).click()
  const list = settings.getByRole('list', { name: 'Words of the desk' })
  await settings.getByRole('textbox', { name: 'Word or name' }).fill('Yorvanthe')
  await settings.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(list.getByText('Yorvanthe')).toBeVisible()
  await settings.getByRole('textbox', { name: 'Word or name' }).fill('two words')
  await settings.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(settings.getByText(/One word at a time/)).toBeVisible()
  const file = path.join(folder, 'names.txt')
  writeFileSync(file, 'Portomar\nValdeluz\n')
  await answerDialogs(opened.app, file)
  await settings.getByRole('button', { name: 'Import…' }).click()
  await expect(list.getByText('Valdeluz')).toBeVisible()
  await settings.getByRole('button', { name: 'Remove ‘Portomar’' }).click()
  await expect(list.getByText('Portomar')).toHaveCount(0)
  await settings.getByRole('button', { name: 'Export…' }).click()
  await expect.poll(() => readFileSync(file, 'utf8')).toMatch(/^Valdeluz\nYorvanthe\n/)
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Escape')
})

test('settings edit the house style; a bad line of an import is named', async () => {
  await page.keyboard.press('ControlOrMeta+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'House style' }).click()
  await settings.getByRole('button', { name: 'Add term' }).click()
  const dialog = page.getByRole('dialog', { name: 'New term' })
  await dialog.getByRole('textbox', { name: 'Avoid' }).fill('stakeholder')
  await dialog.getByRole('textbox', { name: 'Write instead' }).fill('partner / partners')
  await dialog.getByRole('button', { name: 'Add term' }).click()
  const terms = settings.getByRole('list', { name: 'Terms of the house style' })
  await expect(terms.getByRole('listitem', { name: 'stakeholder' })).toContainText('partner / partners')
  expect(await violationsInBoth(page)).toEqual([])
  const file = path.join(folder, 'style.csv')
  writeFileSync(file, 'avoid,prefer,why,language,forms,case\nvictim,survivor / survivors,It is the person’s word,en,yes,no\n!!!,x,,,,\n')
  await answerDialogs(opened.app, file)
  await settings.getByRole('button', { name: 'Import…' }).click()
  await expect(terms.getByRole('listitem', { name: 'victim' })).toBeVisible()
  await expect(page.getByText(/^Line 3: /)).toBeVisible()
  await page.keyboard.press('Escape')
  await storyIn('en', 'Partners', '<p>Stakeholders met.</p>')
  await expect(avoided()).toHaveText(['Stakeholders'])
})

test('10,000 words are checked, and every wrong one is marked and counted', async () => {
  const words = 'the council of harbour cities met on Tuesday to agree how newcomers find housing work and schools within a year of arrival while mayors from nine ports said that local budgets carry most of the cost and national plans rarely name cities at all'.split(' ')
  const unknown = (block: number, at: number): string => `qword${String.fromCharCode(97 + (block % 26), 97 + (at % 26), 97 + ((block * 7 + at) % 26))}`
  const blocks = Array.from({ length: 125 }, (_, block) => `<p>${Array.from({ length: 80 }, (_, at) => (at % 10 === 0 ? unknown(block, at) : (words[((block * 80 + at) * 7) % words.length] ?? ''))).join(' ')}.</p>`)
  await storyIn('en', 'A long report', blocks.join(''))
  await expect(misspelt()).toHaveCount(1000, { timeout: 30_000 })
  await expect(page.locator('.spelling-state')).toContainText('1,000')
})

test('the process that checks may end: it is started again, and that is said once', async () => {
  await storyIn('en', 'After the end', '<p>All is well.</p>')
  await expect(misspelt()).toHaveCount(0)
  await opened.app.evaluate(({ app }) => {
    for (const { pid, name } of app.getAppMetrics()) if (name === 'copydesk language') process.kill(pid, 'SIGKILL')
  })
  await expect(page.getByText('The spelling check had stopped. It was started again.')).toBeVisible()
  await addWords(page, ' They acheive much ')
  await expect(misspelt()).toHaveText(['acheive'])
})
