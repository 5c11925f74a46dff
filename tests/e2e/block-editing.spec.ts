import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { violations } from '../drive/accessibility'
import * as Y from 'yjs'
import { storyBody as bodyOf } from '../../src/shared/story/story-doc'
import { createDesk } from '../drive/desk'
import { dropFiles, pdf, png } from '../drive/files'
import { mergeFromElsewhere } from '../drive/merge'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { assetIn, openStoryWith, storyWith } from '../drive/story-with'
import { newStory, nextFrame, pasteHtml, saved, showTab, storyBody } from '../drive/stories'
import { cursorIn, fillStory, undo, violationsInBoth } from '../drive/writing'
import { everyBlock, everyBlockInArabic } from '../fixtures/every-block'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('block-editing'), 'desk'))
})
test.afterAll(() => opened.quit())

let stories = 0
async function write(html = '', kind = 'Announcement'): Promise<void> {
  await newStory(page, kind, `Cards ${++stories}`)
  if (html === '') await storyBody(page).click()
  else await fillStory(page, html)
}
const press = (keys: string): Promise<void> => page.keyboard.press(keys)
const type = (text: string): Promise<void> => page.keyboard.type(text)
const body = () => storyBody(page)
const field = (name: string) => body().getByRole('textbox', { name, exact: true })

/** Types '/', the words, and takes the first block that fits. */
async function slash(words: string): Promise<void> {
  await type(`/${words}`)
  await expect(page.getByRole('listbox', { name: 'Blocks' }).getByRole('option').first()).toBeVisible()
  await press('Enter')
}

test('the menu of blocks is in groups, finds by other words, and begins with what was used last', async () => {
  await write()
  await type('/')
  const list = page.getByRole('listbox', { name: 'Blocks' })
  await expect(list.getByRole('group', { name: 'Calls and cards' }).getByRole('option')).toHaveCount(4)
  expect(await violationsInBoth(page)).toEqual([])
  await type('newsletter')
  await expect(list.getByRole('option')).toHaveText([/Call to subscribe/])
  await press('Enter')
  await expect(field('Words on the button')).toBeFocused()
  await press('Enter')
  await type('/')
  await expect(list.getByRole('group', { name: 'Recently used' }).getByRole('option').first()).toHaveText(/Call to subscribe/)
})

test('a pull quote is written in its place, says whose it is, and turns into a quote and back without losing that', async () => {
  await write()
  await slash('pull')
  await type('A harbour is a neighbour.')
  await press('Tab')
  await expect(field('Attribution')).toBeFocused()
  await type('Inês Valadão')
  await press('Enter')
  await type('The text goes on.')
  await expect(body().locator('.frame--pullQuote .frame__content')).toHaveText('A harbour is a neighbour.')
  await body().locator('.frame--pullQuote .frame__content').click()
  await nextFrame(page)
  await page.getByRole('button', { name: /^Block type/ }).click()
  await page.getByRole('menuitemcheckbox', { name: /^Paragraph/ }).click()
  await expect(body().locator('> p')).toHaveText(['A harbour is a neighbour.', '— Inês Valadão', 'The text goes on.'])
  await undo(page)
  await expect(field('Attribution')).toHaveValue('Inês Valadão')
})

test('a callout has a tone and a title, holds blocks, and is left by Return on an empty line', async () => {
  await write()
  await slash('callout')
  await type('Bring your papers.')
  await press('Enter')
  await type('- one')
  await press('Enter')
  await press('Enter')
  await type('Last words')
  const callout = body().locator('.frame--callout')
  await expect(callout.locator('li')).toHaveText('one')
  await callout.getByRole('button', { name: 'Callout: Note' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Warning' }).click()
  await expect(callout).toHaveAttribute('data-tone', 'warning')
  await press('ControlOrMeta+Alt+o')
  await expect(field('Title of the callout')).toBeFocused()
  await type('On the first day')
  await press('Escape')
  await expect(body()).toBeFocused()
  await undo(page)
  await expect(field('Title of the callout')).toHaveValue('')
  await undo(page)
  await expect(callout).toHaveAttribute('data-tone', 'note')
  await cursorIn(page, 'Last words')
  await press('Enter')
  await press('Enter')
  await type('Outside')
  await expect(body().locator('> p')).toHaveText('Outside')
})

test('where a block has no title, its box shows the words that readers get, in the language of the story', async () => {
  const body = { type: 'doc', content: [{ type: 'callout', attrs: { tone: 'warning' }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'أحضروا أوراقكم.' }] }] }, { type: 'paragraph' }] }
  await openStoryWith(page, { kind: 'announcement', headline: 'بلا عنوان', language: 'ar', body })
  await expect(field('Title of the callout')).toHaveAttribute('placeholder', 'تحذير')
  await showTab(page, 'Details')
  await page.getByRole('group', { name: 'Details' }).getByLabel('Language').selectOption('fr')
  await expect(field('Title of the callout')).toHaveAttribute('placeholder', 'Attention')
})

test('GitHub’s way to write a callout makes one', async () => {
  await write()
  await type('> [!tip] Book early.')
  await expect(body().locator('.frame--callout')).toHaveAttribute('data-tone', 'tip')
  await expect(body().locator('.frame--callout p').last()).toHaveText('Book early.')
  await expect(body().locator('blockquote')).toHaveCount(0)
})

test('tasks are made by hand, ticked by click and by key, nested and left', async () => {
  await write()
  await type('[ ] Publish the tariff')
  await press('Enter')
  await type('Open the fund')
  await press('Tab')
  const items = body().locator('li[data-checked]')
  await expect(body().locator('li li[data-checked]')).toHaveText('Open the fund')
  await press('ControlOrMeta+l')
  await expect(items.nth(1)).toHaveAttribute('data-checked', 'true')
  await undo(page)
  await expect(items.nth(1)).toHaveAttribute('data-checked', 'false')
  await items.first().getByRole('checkbox').first().click()
  await expect(items.first()).toHaveAttribute('data-checked', 'true')
  await expect(body()).toBeFocused()
  await press('Shift+Tab')
  await expect(body().locator('li li')).toHaveCount(0)
  await press('Enter')
  await press('Enter')
  await type('After')
  await expect(body().locator('> p')).toHaveText('After')
  await cursorIn(page, 'Open the fund')
  await press('ControlOrMeta+Shift+8')
  await expect(body().locator('ul > li:not([data-checked])')).toHaveText(['Publish the tariff', 'Open the fund'])
  await undo(page)
  await expect(items).toHaveCount(2)
})

test('a numbered list begins with any number, set by key or by a click on a number', async () => {
  await write('<ol><li><p>One</p></li><li><p>Two</p></li></ol><p>Between</p><ol><li><p>Three</p></li></ol>')
  await cursorIn(page, 'Three')
  const last = body().locator('ol').last()
  const place = await last.boundingBox()
  await page.mouse.click((place?.x ?? 0) + 10, (place?.y ?? 0) + 14)
  const box = page.getByRole('form', { name: 'First number of the list' })
  await expect(box.getByRole('spinbutton')).toBeFocused()
  expect(await violationsInBoth(page)).toEqual([])
  await box.getByRole('button', { name: 'Go on at 3' }).click()
  await expect(last).toHaveAttribute('start', '3')
  await undo(page)
  await expect(last).not.toHaveAttribute('start', '3')
})

test('a figure has a width, a place, a source and a focal point, by keys and by pointer', async () => {
  await write('<p>Words</p>')
  await dropFiles(body().locator('p').first(), [png('quay.png', 600, 400)])
  const figure = body().locator('.card--figure')
  await expect(figure.locator('img')).toBeVisible()
  await figure.hover()
  await figure.getByRole('button', { name: 'Options of the image' }).click()
  await figure.getByRole('radio', { name: 'Half' }).click()
  await expect(figure).toHaveAttribute('data-width', 'half')
  await figure.getByRole('radio', { name: /^At the end/ }).click()
  await expect(figure).toHaveCSS('float', /right|inline-end/)
  await figure.getByRole('textbox', { name: 'Source' }).fill('not an address')
  await expect(figure.getByRole('textbox', { name: 'Source' })).toHaveAttribute('aria-invalid', 'true')
  await figure.getByRole('textbox', { name: 'Source' }).fill('https://example.org/quay')
  expect(await violationsInBoth(page)).toEqual([])
  await figure.getByRole('button', { name: 'Focal point', exact: true }).click()
  const mark = figure.getByRole('button', { name: /^Focal point: / })
  await expect(mark).toBeFocused()
  await press('ArrowLeft')
  await press('ArrowUp')
  await press('Shift+ArrowUp')
  await expect(mark).toHaveAccessibleName(/45% from the left, 44% from the top/)
  const frame = await figure.locator('.figure-card__frame').boundingBox()
  await page.mouse.click((frame?.x ?? 0) + (frame?.width ?? 0) * 0.9, (frame?.y ?? 0) + (frame?.height ?? 0) * 0.1)
  await expect(mark).toHaveAccessibleName(/90% from the left, 10% from the top/)
  await press('Enter')
  await expect(mark).toBeHidden()
  await undo(page)
  await figure.getByRole('button', { name: 'Focal point', exact: true }).click()
  await expect(mark).toHaveAccessibleName(/45% from the left, 44% from the top/)
})

test('a gallery takes pictures, puts them in another order by keys and by dragging, and with one left is that picture', async () => {
  await write('<p>Words</p>')
  await cursorIn(page, 'Words')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Insert', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Gallery' }).click()
  const pictures = [png('one.png', 320, 240, [200, 60, 60]), png('two.png', 320, 240, [60, 160, 60]), png('three.png', 320, 240, [60, 60, 200])]
  await (await choosing).setFiles(pictures.map(({ name, type: mimeType, bytes: buffer }) => ({ name, mimeType, buffer })))
  const tiles = body().locator('.frame--gallery .card--figure')
  await expect(tiles).toHaveCount(3)
  for (const [index, words] of ['one', 'two', 'three'].entries()) await tiles.nth(index).getByRole('textbox', { name: 'Caption' }).fill(words)
  const order = (): Promise<string[]> => tiles.getByRole('textbox', { name: 'Caption' }).evaluateAll((boxes) => boxes.map((box) => (box instanceof HTMLTextAreaElement ? box.value : '')))
  await press('Escape')
  await expect(tiles.nth(2)).toHaveClass(/card--selected/)
  await press('Alt+Shift+ArrowLeft')
  await expect.poll(order).toEqual(['one', 'three', 'two'])
  await undo(page)
  await expect.poll(order).toEqual(['one', 'two', 'three'])
  await tiles.first().locator('img').dragTo(tiles.nth(1), { targetPosition: { x: 180, y: 60 } })
  await expect.poll(order).toEqual(['two', 'one', 'three'])
  await undo(page)
  await expect.poll(order).toEqual(['one', 'two', 'three'])
  await field('Caption of the gallery').fill('The quay')
  await tiles.nth(2).hover()
  await tiles.nth(2).getByRole('button', { name: 'Remove image' }).click()
  await expect(tiles).toHaveCount(2)
  await press('Delete')
  await expect(body().locator('.frame--gallery')).toHaveCount(0)
  await expect(body().locator('.card--figure')).toHaveCount(1)
  await undo(page)
  await expect(tiles).toHaveCount(2)
})

test('undo in a caption stays there, however far away the text was written last', async () => {
  const lines = Array.from({ length: 40 }, (_, line) => ({ type: 'paragraph', content: [{ type: 'text', text: `Line ${line}` }] }))
  await openStoryWith(page, { kind: 'announcement', headline: `Cards ${++stories}`, body: { type: 'doc', content: [...lines, { type: 'figure', attrs: { asset: 'e'.repeat(64), alt: '', caption: '', credit: '', decorative: false } }] } })
  await cursorIn(page, 'Line 0')
  await page.keyboard.type(' at the top')
  await field('Caption').click()
  await page.keyboard.type('The quay')
  await nextFrame(page)
  await press('ControlOrMeta+z')
  await expect(field('Caption')).toHaveValue('')
  await nextFrame(page)
  await expect(field('Caption')).toBeFocused()
  await expect(field('Caption')).toBeInViewport()
})

test('a button, an embed and a code block say what they are, and what is wrong with them', async () => {
  await write()
  await slash('button')
  await expect(field('Words on the button')).toBeFocused()
  await type('Read the plan')
  await press('Tab')
  await type('javascript:x')
  await expect(body()).toContainText('A button leads to a web, mail or telephone address.')
  await body().getByRole('textbox', { name: 'Leads to' }).fill('example.org/plan')
  await press('Enter')
  await expect(body().getByRole('textbox', { name: 'Leads to' })).toHaveValue('https://example.org/plan')
  await slash('youtube')
  await type('A day at the quay')
  await field('Address of the embed').fill('https://vimeo.com/12345')
  await expect(body()).toContainText('Film on Vimeo')
  await press('Enter')
  await slash('code')
  await type('homes: 12')
  await body().getByRole('combobox', { name: 'Language of the code' }).selectOption({ label: 'YAML' })
  await expect(body().locator('pre code')).toHaveText('homes: 12')
  await undo(page)
  await expect(body().getByRole('combobox', { name: 'Language of the code' })).toHaveValue('')
})

test('related stories are found, put in another order and brought up to date', async () => {
  const id = await storyWith(page, { kind: 'statement', headline: 'Shore power for all', body: { type: 'doc', content: [{ type: 'paragraph' }] } })
  await storyWith(page, { kind: 'statement', headline: 'A fund for small harbours', body: { type: 'doc', content: [{ type: 'paragraph' }] } })
  await openStoryWith(page, { kind: 'announcement', headline: `Cards ${++stories}`, body: { type: 'doc', content: [{ type: 'relatedStories', attrs: { title: '' }, content: [{ type: 'relatedStory', attrs: { story: id, headline: 'Shore power' } }] }] } })
  const rows = body().locator('.related-story__headline')
  await expect(body()).toContainText('has another headline now')
  await body().getByRole('button', { name: 'Take over the headlines of today' }).click()
  await expect(rows).toHaveText(['Shore power for all'])
  const find = body().getByRole('combobox')
  await find.fill('fund')
  await expect(page.getByRole('listbox', { name: 'Add a story' }).getByRole('option', { name: /A fund for small harbours/ })).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
  await page.getByRole('listbox', { name: 'Add a story' }).getByRole('option', { name: /A fund for small harbours/ }).click()
  await expect(rows).toHaveText(['Shore power for all', 'A fund for small harbours'])
  await rows.nth(1).click()
  await press('Alt+Shift+ArrowUp')
  await expect(rows).toHaveText(['A fund for small harbours', 'Shore power for all'])
  await rows.nth(1).dragTo(rows.nth(0), { targetPosition: { x: 40, y: 2 } })
  await expect(rows).toHaveText(['Shore power for all', 'A fund for small harbours'])
  await undo(page)
  await expect(rows).toHaveText(['A fund for small harbours', 'Shore power for all'])
  await body().getByRole('button', { name: 'Remove Shore power for all' }).click()
  await expect(rows).toHaveText(['A fund for small harbours'])
  await undo(page)
  await expect(rows).toHaveText(['A fund for small harbours', 'Shore power for all'])
})

test('what an input method writes behind a footnote stays behind it', async () => {
  await write()
  await type('Counted in March')
  await press('ControlOrMeta+Alt+f')
  await type('By the council')
  await press('Escape')
  await nextFrame(page)
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
  await input.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
  await input.send('Input.insertText', { text: '日本' })
  await expect(body().locator('.footnote__text')).toHaveText('By the council')
  await expect(body().locator('p')).toContainText('日本')
  await type(' go on')
  await expect.poll(() => body().locator('p').evaluate((paragraph) => paragraph.lastChild?.textContent ?? '')).toBe('日本 go on')
  await saved(page)
})

test('footnotes are listed at the end, and reached from there and by keys', async () => {
  await write('<p>One<span data-footnote>First note</span> and two<span data-footnote>Second note</span>.</p><p>End</p>')
  const notes = page.getByRole('region', { name: 'Notes' })
  await expect(notes.getByRole('listitem')).toHaveText(['First note', 'Second note'])
  await notes.getByRole('button', { name: 'Second note' }).click()
  await expect(body().locator('.footnote--open')).toHaveText(/Second note/)
  await type('!')
  await expect(notes.getByRole('listitem').nth(1)).toHaveText('Second note!')
  await press('Escape')
  await press('ControlOrMeta+Alt+n')
  await expect(body().locator('.footnote--open')).toHaveText(/First note/)
  await press('ControlOrMeta+Alt+n')
  await expect(body().locator('.footnote--open')).toHaveText(/Second note/)
  expect(await violationsInBoth(page)).toEqual([])
})

test('the note of a cross-post stands above its text, in its language, and is not edited', async () => {
  await write('', 'Cross-post')
  const note = page.getByRole('complementary', { name: 'Note of the desk' })
  await expect(note).toContainText('can’t be edited')
  await showTab(page, 'Details')
  await page.getByRole('textbox', { name: 'First published by' }).fill('The Lighthouse Network')
  await expect(note).toContainText('The Lighthouse Network')
  await page.getByRole('group', { name: 'Details' }).getByLabel('Language').selectOption('ar')
  await expect(note.locator('p').first()).toHaveAttribute('dir', 'rtl')
  await expect(note.locator('[contenteditable="true"], input, textarea')).toHaveCount(0)
})

/** What a copy puts on the clipboard, cut or copied from the whole text. */
async function copied(): Promise<{ readonly html: string; readonly plain: string }> {
  await body().focus()
  await press('ControlOrMeta+a')
  await nextFrame(page)
  return page.evaluate(() => {
    const data = new DataTransfer()
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
    return { html: data.getData('text/html'), plain: data.getData('text/plain') }
  })
}

/** The blocks with what is in their fields, without what is only of the moment: selections, cursors, marks of spelling. */
const shape = (): Promise<string[]> =>
  body().evaluate((element) => {
    const kept = /^(card--|frame--|table--sized|language-)/
    const lines: string[] = []
    for (const child of element.querySelectorAll('p, h2, h3, h4, li, ol, blockquote, pre, hr, th, td, .frame, .card, .footnote, table, strong, em, u, s, code, sub, sup, mark, a, span[lang], input, textarea, select')) {
      if (child.matches('[type="checkbox"]')) continue
      const value = 'value' in child && typeof child.value === 'string' ? child.value : ''
      const facts = ['href', 'lang', 'start', 'colspan', 'rowspan', 'data-checked', 'data-tone', 'data-width', 'data-align', 'src'].flatMap((name) => (child.hasAttribute(name) && child.localName !== 'li' ? [`${name}=${child.getAttribute(name)}`] : []))
      const words = child.matches('p, h2, h3, h4, pre, a, mark, .footnote') ? (child.textContent ?? '') : ''
      lines.push([child.localName, ...[...child.classList].filter((name) => kept.test(name) && name !== 'card--selected'), ...facts, child instanceof HTMLElement ? child.style.textAlign : '', value, words].filter((part) => part !== '').join(' '))
    }
    return lines
  })

async function everything(kind: string, headline: string, inArabic = false): Promise<void> {
  const pictures: [string, string, string] = [await assetIn(page, png('a.png', 1200, 700, [40, 110, 130])), await assetIn(page, png('b.png', 700, 900, [160, 110, 70])), await assetIn(page, png('c.png', 900, 900, [90, 120, 60]))]
  const file = await assetIn(page, pdf('report.pdf'))
  const story = await storyWith(page, { kind: 'statement', headline: `Other ${++stories}`, body: { type: 'doc', content: [{ type: 'paragraph' }] } })
  await openStoryWith(page, { kind, headline, body: (inArabic ? everyBlockInArabic : everyBlock)({ pictures, file, story }), language: inArabic ? 'ar' : 'en' })
}

test('every block goes whole into another story, and to other programs as words', async () => {
  await everything('announcement', `Cards ${++stories}`)
  await expect(body().locator('.related-story').first()).toContainText(/Draft/)
  const before = await shape()
  const { html, plain } = await copied()
  for (const words of ['A harbour is a neighbour', '— Inês Valadão', 'Berths with power, by harbour', 'https://example.org/plan', '☑ ', '[Two ferries']) expect(plain).toContain(words)
  expect(html).toContain('<caption')
  expect(html).toContain('<blockquote')
  await write()
  await pasteHtml(page, html, plain)
  await expect(body().locator('.related-story').first()).toContainText(/Draft/)
  await expect.poll(shape).toEqual(before)
})

test('a card is not built anew while one types around it, undoes, and others change it; undo takes back one’s own', async () => {
  await write('<p>Above</p><table><tr><td><p>a</p></td><td><p>b</p></td></tr></table><p>Below</p>')
  await cursorIn(page, 'Below')
  await press('Enter')
  await slash('callout')
  await type('In it')
  await body().evaluate((element) => element.querySelectorAll('.frame, .table-frame').forEach((frame) => frame.setAttribute('data-same', 'yes')))
  await field('Title of the callout').fill('A title')
  await cursorIn(page, 'Above')
  await type(' and more')
  await expect(body().locator('> p').first()).toHaveText('Above and more')
  await undo(page)
  await undo(page)
  await expect(field('Title of the callout')).toHaveValue('')
  await field('Title of the callout').fill('Mine')
  await saved(page)
  await mergeFromElsewhere(opened, `Cards ${stories}`, (doc) => {
    const callout = bodyOf(doc).toArray().find((block) => block instanceof Y.XmlElement && block.nodeName === 'callout')
    if (callout instanceof Y.XmlElement) callout.setAttribute('tone', 'warning')
    const [first] = bodyOf(doc).toArray()
    const words = first instanceof Y.XmlElement ? first.get(0) : undefined
    if (words instanceof Y.XmlText) words.insert(0, 'Far ')
  })
  await expect(body().locator('.frame--callout')).toHaveAttribute('data-tone', 'warning')
  await expect(body().locator('> p').first()).toHaveText('Far Above')
  await expect(field('Title of the callout')).toBeFocused()
  await type('!')
  await expect(field('Title of the callout')).toHaveValue('Mine!')
  await press('Escape')
  await undo(page)
  await expect(field('Title of the callout')).not.toHaveValue('Mine!')
  await expect(body().locator('.frame--callout')).toHaveAttribute('data-tone', 'warning')
  await expect(body().locator('.frame--callout')).toHaveAttribute('data-same', 'yes')
  await expect(body().locator('.table-frame')).toHaveAttribute('data-same', 'yes')
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const inArabic of [false, true]) {
    test(`a story of every block breaks no rule of accessibility, ${colorScheme}${inArabic ? ', from the right' : ''}`, async () => {
      await page.emulateMedia({ colorScheme })
      await everything('cross-post', `Cards ${++stories}`, inArabic)
      await expect(body().locator('.related-story').first()).toBeVisible()
      expect(await violations(page)).toEqual([])
      const overflow = await page.locator('.story-editor__scroll').evaluate((element) => element.scrollWidth - element.clientWidth)
      expect(overflow).toBe(0)
      await page.emulateMedia({ colorScheme: null })
    })
  }
}
