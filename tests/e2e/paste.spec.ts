import { expect, test, type Page } from '@playwright/test'
import { createDesk } from '../drive/desk'
import { pasteFiles, pdf, png } from '../drive/files'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { newStory, pasteHtml, saved, storyBody } from '../drive/stories'
import { violationsInBoth } from '../drive/writing'
import { readFileSync } from 'node:fs'
import path from 'node:path'

let opened: OpenedApp
let page: Page
const asked: string[] = []

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('paste'), 'desk'))
  page.on('request', (request) => /^https?:/.test(request.url()) && asked.push(request.url()))
})
test.afterAll(() => opened.quit())

let stories = 0
async function paste(html: string, plain = ''): Promise<void> {
  await newStory(page, 'Announcement', `Pasted text ${++stories}`)
  await storyBody(page).click()
  await pasteHtml(page, html, plain)
}
const harmless = (text: string): string => text.replace(/\s+/g, ' ').trim()

test('hostile HTML loses what could run or call home, and keeps its words', async () => {
  await paste(`
    <meta charset="utf-8"><style>p { color: red }</style><base href="https://outside.example/">
    <script>globalThis.broken = true</script>
    <p onclick="globalThis.broken = true" style="position:fixed;color:red">Words <b onmouseover="globalThis.broken = true">that</b> stay</p>
    <img src="x" onerror="globalThis.broken = true"><svg><script>globalThis.broken = true</script><a href="javascript:alert(1)"><text>drawn</text></a></svg>
    <iframe src="https://outside.example/frame" srcdoc="<script>parent.broken = true</script>"></iframe>
    <form action="https://outside.example/"><input value="secret"><button>Send</button></form>
    <p><a href="javascript:alert(1)">script link</a>, <a href="&#106;avascript:alert(1)">hidden script link</a>, <a href="data:text/html,x">data link</a>, <a href="https://example.org/a">good link</a></p>
    <math><mtext><img src=x onerror="globalThis.broken = true"></mtext></math>
    <object data="https://outside.example/object"></object><embed src="https://outside.example/embed">
    <img src="https://outside.example/pixel.gif" width="1" height="1"><img src="https://outside.example/photo.jpg" width="640">`)
  const body = storyBody(page)
  await expect(body).toContainText('Words that stay')
  await expect(body).not.toContainText('secret')
  await expect(body).not.toContainText('Send')
  expect(await body.locator('script, style, iframe, object, embed, form, svg, math, img').count()).toBe(0)
  expect(await body.evaluate((element) => [...element.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes].filter(({ name }) => name.startsWith('on'))).length)).toBe(0)
  await expect(body.locator('p').first()).not.toHaveAttribute('style', /./)
  await expect(body.locator('a')).toHaveCount(1)
  await expect(body.locator('a')).toHaveAttribute('href', 'https://example.org/a')
  await expect(body).toContainText('script link, hidden script link, data link, good link')
  await expect(page.getByRole('status').filter({ hasText: 'One picture was left out' })).toBeVisible()
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false)
  expect(asked).toEqual([])
  await saved(page)
})

test('a text from Word keeps headings, lists in lists, notes and tables, and none of Word’s own noise', async () => {
  await paste(`<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=EN-GB><!--StartFragment-->
<h1>Report on homes<o:p></o:p></h1>
<p class=MsoNormal><b>Nine</b><span style='mso-spacerun:yes'>&nbsp; </span>cities<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a> met.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>Housing</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>Rents</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Schools</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>Agree</p>
<table class=MsoTableGrid border=1><tr><td width=100><p class=MsoNormal>City</p></td><td><p class=MsoNormal>Homes</p></td></tr></table>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> From the <i>minutes</i>.</p></div></div>
<!--EndFragment--></body></html>`)
  const body = storyBody(page)
  await expect(body.locator('h2')).toHaveText('Report on homes')
  await expect(body.locator('strong')).toHaveText('Nine')
  await expect(body.locator('.footnote__text')).toHaveText('From the minutes.')
  await expect(body.locator('.footnote__text em')).toHaveText('minutes')
  await expect(body.locator('ul').first().locator('> li')).toHaveCount(2)
  await expect(body.locator('ul ul > li')).toHaveText('Rents')
  await expect(body.locator('ol > li')).toHaveText('Agree')
  await expect(body.locator('td')).toHaveText(['City', 'Homes'])
  await expect(body).not.toContainText('[1]')
  await expect(body).not.toContainText('·')
  expect(harmless(await body.locator('p').first().innerText())).not.toContain('\u00a0')
})

test('a text from Google Docs is not all bold, and its links lead straight', async () => {
  await paste(`<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5f1c"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">A heading</span></h2><p dir="ltr"><span style="font-weight:400;font-style:normal;">Plain, </span><span style="font-weight:700;">bold</span><span style="font-weight:400;font-style:italic;"> and italic</span> <a href="https://www.google.com/url?q=https://example.org/minutes&amp;sa=D"><span>minutes</span></a></p><br><ul><li dir="ltr"><p dir="ltr"><span>a point</span></p></li></ul></b><br class="Apple-interchange-newline">`)
  const body = storyBody(page)
  await expect(body.locator('h2')).toHaveText('A heading')
  await expect(body.locator('strong')).toHaveText('bold')
  await expect(body.locator('em')).toHaveText('and italic')
  await expect(body.locator('a')).toHaveAttribute('href', 'https://example.org/minutes')
  await expect(body.locator('ul > li')).toHaveText('a point')
  await expect(body.locator('p')).toHaveCount(2)
})

test('pictures that come with the HTML go into the desk with their words', async () => {
  const picture = png('quay.png').bytes.toString('base64')
  await paste(`<p>Before</p><figure><img src="data:image/png;base64,${picture}" alt="Cranes at the quay"><figcaption>The new quay</figcaption></figure><p>After</p>`)
  const body = storyBody(page)
  await expect(body.locator('figure img')).toHaveAttribute('src', /^copydesk-asset:\/\/asset\/[0-9a-f]{64}$/)
  await expect(body.getByRole('textbox', { name: 'Alternative text' })).toHaveValue('Cranes at the quay')
  await expect(body.getByRole('textbox', { name: 'Caption' })).toHaveValue('The new quay')
  await expect(body.locator('> p')).toHaveText(['Before', 'After'])
})

test('a picture that only says that it is one is refused in words, and the rest comes in', async () => {
  await paste(`<p>Kept</p><img src="data:image/png;base64,${Buffer.from('<svg onload="alert(1)">').toString('base64')}" alt="not a picture">`)
  await expect(page.getByRole('alert').filter({ hasText: 'not a picture' })).toBeVisible()
  await expect(storyBody(page)).toContainText('Kept')
  await expect(storyBody(page).locator('figure')).toHaveCount(0)
  await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).first().click()
})

test('copied files are pasted as image and attachment', async () => {
  await newStory(page, 'Announcement', 'Pasted files')
  const body = storyBody(page)
  await body.click()
  await pasteFiles(body, [png('from-the-clipboard.png'), pdf('programme.pdf')])
  await expect(body.locator('figure img')).toBeVisible()
  await expect(body.getByRole('textbox', { name: 'Label of the attachment' })).toHaveValue('programme')
})

test('plain text is pasted as paragraphs, and without its looks when that is asked for', async () => {
  await newStory(page, 'Announcement', 'Plain words')
  const body = storyBody(page)
  await body.click()
  await pasteHtml(page, '', 'First line\n\nSecond <b>line</b>')
  await expect(body.locator('p')).toHaveText(['First line', 'Second <b>line</b>'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('## loud **words**')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('ControlOrMeta+c')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Backspace')
  await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.pasteAndMatchStyle())
  await expect(body).toHaveText('loud words')
  await expect(body.locator('h2, strong')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(body.locator('strong')).toHaveText('words')
})

test('what is copied in one story is the same in another: figures, footnotes, tables', async () => {
  await newStory(page, 'Announcement', 'The first of two')
  const body = storyBody(page)
  await body.click()
  await page.keyboard.type('A claim')
  await page.getByRole('button', { name: 'Insert footnote' }).click()
  await page.keyboard.type('its source')
  await page.keyboard.press('ArrowRight')
  await pasteFiles(body, [png('copied.png')])
  await body.getByRole('textbox', { name: 'Alternative text' }).fill('A copied picture')
  await body.locator('p').first().click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+c')
  await newStory(page, 'Announcement', 'The second of two')
  await body.click()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(body.locator('.footnote__text')).toHaveText('its source')
  await expect(body.getByRole('textbox', { name: 'Alternative text' })).toHaveValue('A copied picture')
  await expect(body.locator('figure img')).toBeVisible()
})

const fixture = (name: string): string => readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'clipboard', name), 'utf8')
const tidy = (texts: string[]): string[] => texts.map(harmless)

test('what LibreOffice puts on the clipboard keeps headings, lists, tables, notes and pictures', async () => {
  await paste(fixture('libreoffice.html'))
  const body = storyBody(page)
  await expect(body.locator('h2')).toHaveText(['Homes by the water'])
  await expect(body.locator('h3')).toHaveText(['What it says'])
  await expect(body.locator('.footnote__text')).toHaveText('From the minutes of the session.')
  await expect(body.locator('> ul ul > li')).toHaveText(['Rents'])
  await expect(body.locator('> ol')).toHaveAttribute('start', '3')
  await expect(body.locator('th')).toHaveAttribute('colspan', '2')
  await expect(body.locator('td').first()).toHaveAttribute('rowspan', '2')
  await expect(body.locator('td sub')).toHaveText('2')
  await expect(body.locator('figure img')).toHaveAttribute('src', /^copydesk-asset:/)
  expect(tidy(await body.locator('> p').allInnerTexts()).filter((text) => text === '')).toEqual([])
})

test('what a browser puts on the clipboard keeps the text of the page, with its notes, and drops what is hidden', async () => {
  await paste(fixture('web.html'))
  const body = storyBody(page)
  await expect(body.locator('h2')).toHaveText(['Homes by the water'])
  await expect(body.locator('h3')).toHaveText(['What it says'])
  await expect(body.locator('.footnote__text')).toHaveText('From the minutes of the session.')
  await expect(body.locator('> ol')).toHaveAttribute('start', '2')
  await expect(body.locator('> ol ul > li')).toHaveText(['Rents'])
  await expect(body.locator('blockquote')).toHaveText('The water belongs to everyone.')
  await expect(body.locator('th')).toHaveText(['City', 'Homes'])
  await expect(body.locator('pre')).toHaveText('const homes = 400')
  for (const noise of ['Sign up', '↩', 'The new quay']) await expect(body).not.toContainText(noise)
})

/** The same text, written in a program and copied there. */
async function expectHarbours(): Promise<void> {
  const body = storyBody(page)
  await expect(body.locator('h2').first()).toHaveText('Harbours that stay open')
  await expect(body.getByRole('heading', { name: 'What they agreed' })).toBeVisible()
  await expect(body.locator('strong').filter({ hasText: 'night ferries' })).toHaveText('night ferries')
  await expect(body.locator('em').first()).toHaveText('waiting rooms')
  await expect(body.locator('s')).toHaveText('90')
  await expect(body.locator('p sup').filter({ hasText: '2' })).toHaveText('2')
  await expect(body.locator('.footnote__text')).toHaveText('From the minutes of the second day.')
  await expect(body.locator('a')).toHaveAttribute('href', 'https://harbour.example/list')
  await expect(body.locator('> ul > li')).toHaveCount(2)
  await expect(body.locator('> ul ul > li')).toHaveText(['at midnight', 'at four'])
  await expect(body.locator('> ol')).toHaveAttribute('start', '3')
  await expect(body.locator('> ol > li')).toHaveText(['Third step', 'Fourth step'])
  await expect(body.locator('tr')).toHaveText(['CityBoats', 'Solvåg42', 'More next year'])
  await expect(body.locator('td[colspan="2"]')).toHaveText('More next year')
  expect(harmless(await body.locator('> p').first().innerText())).toMatch(/^(Nine cities) keep their night ferries and their waiting rooms open.*\. The list is on their page; the hall has 120 m2, not 90/)
  expect(await body.locator('[style*="font"], [style*="color"], font').count()).toBe(0)
  await saved(page)
}

test('what LibreOffice 7.4 really put on the clipboard comes in whole', async () => {
  await paste(fixture('libreoffice-7.4-copied.html'))
  await expectHarbours()
  await expect(storyBody(page).locator('u')).toHaveText('autumn')
  await expect(storyBody(page).locator('th')).toHaveText(['City', 'Boats'])
})

test('what Chromium 130 really put on the clipboard of a page comes in whole, without what the page hides', async () => {
  await paste(fixture('web-chromium-130-copied.html'))
  await expectHarbours()
  const body = storyBody(page)
  await expect(body.locator('mark')).toHaveText('two doors')
  await expect(body.locator('blockquote')).toHaveText('Whoever arrives at night needs a light.')
  await expect(body.locator('th')).toHaveText(['City', 'Boats'])
  await expect(body.getByRole('textbox', { name: 'Caption of the table' })).toHaveValue('Boats at night')
  await expect(body.locator('pre')).toContainText('while night: run()')
  await expect(body).toContainText('الموانئ تبقى مفتوحة.')
  for (const noise of ['Sign up', '↩']) await expect(body).not.toContainText(noise)
})

test('Markdown is pasted as text, with an offer to format it that undo takes back', async () => {
  await newStory(page, 'Announcement', 'Pasted Markdown')
  const body = storyBody(page)
  await body.click()
  await pasteHtml(page, '', fixture('markdown.txt'))
  await expect(body).toContainText('# Homes by the water')
  const offer = page.getByRole('group', { name: 'Pasted text' })
  await expect(offer).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Alt+Enter')
  await expect(body.locator('h2')).toHaveText('Homes by the water')
  await expect(offer).toBeHidden()
  await expect(body.locator('strong')).toHaveText('harbour cities')
  await expect(body.locator('ul ul > li')).toHaveText('Rents')
  await expect(body.locator('th')).toHaveText(['City', 'Homes'])
  await expect(body.locator('.footnote__text')).toHaveText('From the minutes.')
  await expect(body).not.toContainText('#')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(body).toContainText('# Homes by the water')
  await expect(body.locator('h2')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(body).not.toContainText('Homes')
})

test('the offer goes when something else is typed, and is not made for other texts', async () => {
  await newStory(page, 'Announcement', 'No offer')
  await storyBody(page).click()
  const offer = page.getByRole('group', { name: 'Pasted text' })
  await pasteHtml(page, '', 'A line - with a hyphen\nand 3 * 4 = 12')
  await expect(storyBody(page)).toContainText('with a hyphen')
  await expect(offer).toBeHidden()
  await pasteHtml(page, '', '## Heading')
  await expect(offer).toBeVisible()
  await page.keyboard.type('x')
  await expect(offer).toBeHidden()
})

test('the palette pastes as plain text', async () => {
  await newStory(page, 'Announcement', 'From the palette')
  await storyBody(page).click()
  await page.keyboard.type('## Only **words** ')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+x')
  await page.keyboard.press('ControlOrMeta+Shift+p')
  await page.getByRole('combobox').last().fill('paste as plain')
  await page.getByRole('option', { name: 'Paste as plain text' }).click()
  await expect(storyBody(page)).toContainText('Only words')
  await expect(storyBody(page).locator('strong')).toHaveCount(0)
})
