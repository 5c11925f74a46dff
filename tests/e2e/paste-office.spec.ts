import { expect, test, type Page } from '@playwright/test'
import { createDesk } from '../drive/desk'
import { png } from '../drive/files'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { outlineOf } from '../drive/outline'
import { newStory, pasteHtml, saved, storyBody } from '../drive/stories'
import { readFileSync } from 'node:fs'
import path from 'node:path'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('paste-office'), 'desk'))
})
test.afterAll(() => opened.quit())

const fixture = (name: string): string => readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'clipboard', name), 'utf8')

let stories = 0
async function paste(html: string): Promise<void> {
  await newStory(page, 'Announcement', `From an office ${++stories}`)
  await storyBody(page).click()
  await pasteHtml(page, html)
}

/** All that the text holds; what is not among these lines did not come in. */
async function expectText(...lines: readonly (string | readonly string[])[]): Promise<void> {
  await expect.poll(async () => (await outlineOf(storyBody(page))).map((line) => line.trimEnd())).toEqual(lines.flat())
}

const pictureMessage = (words: string) => page.getByRole('status').filter({ hasText: words })

test('what Word for Windows puts on the clipboard keeps its structure and its notes, and nothing else', async () => {
  await paste(fixture('word.html'))
  const body = storyBody(page)
  await expectText(
    '## Homes by the water',
    'Nine harbour cities agreed on one rule for new homes by the quay.',
    '### What it says',
    '- Housing',
    '  - Rents',
    '- Schools',
    '3. Agree',
    '   1. in words',
    '      1. and in figures',
    '   Everyone signs.',
    '4. Build',
    'Then, at the end:',
    '5. Open',
    '#### Who pays',
    '1. The city',
    '2. The port',
    '- And who rents',
    '> The water belongs to everyone.',
    '---',
    'City and homes',
    'Port Alder | 400',
    'H2O and 12 m2',
    'Night ferriesand day ferries',
    'Boats: 42',
    'الموانئ تبقى مفتوحة.',
    '- بيوت على الماء',
    'See the minutes and the annex.',
    'The annex has a picture.',
  )
  await expect(body.locator('.footnote__text')).toHaveText(['From the minutes of the session.', 'Where the ferries land.'])
  await expect(body.locator('strong')).toHaveText(['harbour cities', /^Night ferries\s*and day ferries$/])
  await expect(body.locator('em')).toHaveText(['one', 'minutes'])
  await expect(body.locator('mark')).toHaveText('everyone')
  await expect(body.locator('th')).toHaveAttribute('colspan', '2')
  await expect(body.locator('td').first()).toHaveAttribute('rowspan', '2')
  await expect(body.locator('td sub')).toHaveText('2')
  await expect(body.locator('td sup')).toHaveText('2')
  await expect(body.locator('a')).toHaveText('the minutes')
  await expect(body.locator('a')).toHaveAttribute('href', 'https://harbour.example/minutes')
  await expect(body.locator('s, u, a u, h2 strong')).toHaveCount(0)
  expect(await body.innerText()).not.toContain('\u00a0')
  await expect(pictureMessage('2 pictures were left out')).toBeVisible()
  await saved(page)
})

test('what Word for Mac puts on the clipboard: lists with bookmarks, real lists and room between their items', async () => {
  await paste(fixture('word-mac.html'))
  await expectText(
    ['- Housing', '  - Rents', '  - Deposits', '- Schools', '  - Places'],
    ['1. Agree', '2. Plan', '1. Aside', '3. Build', '4. Open', '   1. Doors', '   Both sides.', '   2. Windows', '1. Another list'],
  )
  await expect(storyBody(page).locator('> ol')).toHaveCount(4)
  await expect(storyBody(page).locator('strong')).toHaveText('Aside')
})

test('what Word for the web puts on the clipboard: each item in a list of its own is one list again', async () => {
  await paste(fixture('word-web.html'))
  const body = storyBody(page)
  await expectText(
    ['## Homes by the water', '### What it says', 'Nine cities met at Solvag and agreed, on page 2nd, see the minutes.'],
    ['- Housing', '  - Rents', '- Schools', 'In this order:'],
    ['3. Agree', '   1. in words', '      - signed', '   2. and in figures', '4. Build', 'City and homes', 'Port Alder | 400'],
  )
  await expect(body.locator('strong')).toHaveText('Nine')
  await expect(body.locator('em')).toHaveText('agreed')
  await expect(body.locator('sup')).toHaveText('nd')
  await expect(body.locator('a')).toHaveAttribute('href', 'https://harbour.example/minutes')
  await expect(body.locator('u')).toHaveCount(0)
  expect(await body.innerText()).not.toContain('\u00a0')
  await expect(pictureMessage('One picture was left out')).toBeVisible()
})

test('what Google Docs puts on the clipboard keeps its marks, lists in lists, tasks, tables and links', async () => {
  await paste(fixture('google-docs.html'))
  const body = storyBody(page)
  await expectText(
    ['## Homes by the water', 'Nine harbour cities agreed at onceth, with H2O.A new line.', '### What it says'],
    ['- Housing', '  - Rents', '    1. at first', '- Schools', '3. Third', '4. Fourth', '- [x] Ask the cities', '- [ ] Ask the ports'],
    ['City and homes', 'Port Alder | 400', 'Notes: / 1. one /    - within', 'See the minutes.', 'الموانئ تبقى مفتوحة.', '---'],
  )
  await expect(body.locator('strong')).toHaveText(['harbour cities', 'City and homes'])
  await expect(body.locator('em')).toHaveText('agreed')
  await expect(body.locator('mark')).toHaveText('at once')
  await expect(body.locator('sup')).toHaveText('th')
  await expect(body.locator('sub')).toHaveText('2')
  await expect(body.locator('td').first()).toHaveAttribute('colspan', '2')
  await expect(body.locator('td').nth(1)).toHaveAttribute('rowspan', '2')
  await expect(body.locator('a')).toHaveAttribute('href', 'https://harbour.example/minutes')
  await expect(body.locator('u')).toHaveCount(0)
  await expect(pictureMessage('One picture was left out')).toBeVisible()
})

test('a selection from the middle of a list in Google Docs is one list, without empty items', async () => {
  await paste(fixture('google-docs-partial.html'))
  await expectText('1. Doors', '2. Windows', '3. Roofs', '   1. flat', '      1. of grass', '4. Build', '   1. on piles', '   2. on land', '   3. at the quay')
  await expect(storyBody(page).locator('> *')).toHaveCount(1)
})

const word = (...paragraphs: readonly string[]): string => `<html><head></head><body><!--StartFragment-->${paragraphs.join('\n')}<!--EndFragment--></body></html>`
const item = (style: string, marker: string, words: string, attributes = 'class=MsoListParagraph'): string =>
  `<p ${attributes} style='text-indent:-18.0pt;${style}'><![if !supportLists]><span><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

test('Word’s lists without the head that describes them: one item alone, its middle, restarted numbers, styles for lists', async () => {
  await paste(word(item('mso-list:l0 level1 lfo1', '1.', 'Alone')))
  await expectText('1. Alone')
  await paste(word(item('mso-list:l0 level2 lfo1', 'c)', 'Third'), item('mso-list:l0 level2 lfo1', 'd)', 'Fourth'), item('mso-list:l0 level1 lfo1', '(5)', 'Fifth')))
  await expectText('3. Third', '4. Fourth', '5. Fifth')
  await paste(word(item('mso-list:l0 level1 lfo1', '1', 'one'), item('mso-list:l0 level1 lfo1', '2', 'two'), item('mso-list:l0 level1 lfo2', '1', 'and one'), item('mso-list:l1 level1 lfo3', 'o', 'a point')))
  await expectText('1. one', '2. two', '1. and one', '- a point')
  await paste(word(item('', '·', 'By style', 'class=MsoListBullet'), item('', '·', 'deeper', 'class=MsoListBullet2'), '<p class=MsoHeading7>Deep heading</p>'))
  await expectText('- By style', '  - deeper', '#### Deep heading')
})

test('cells of Excel and of Google Sheets are tables, one cell is its words; Apple’s programs write lists and spaces of their own', async () => {
  await paste('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0><!--StartFragment--> <col width=70 span=2><tr height=24><td class=xl65>City</td><td class=xl65>Homes</td></tr><tr><td>Port<br>\n Alder</td><td align=right>400</td></tr><![if supportMisalignedColumns]><tr height=0 style=\'display:none\'><td width=70></td></tr><![endif]><!--EndFragment--></table></body></html>')
  await expectText('City | Homes', 'PortAlder | 400')
  await paste('<html><body><table><!--StartFragment--><col width=70><tr><td class=xl65>City &amp; port</td></tr><!--EndFragment--></table></body></html>')
  await expectText('City & port')
  await paste('<meta charset=\'utf-8\'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody><tr><td data-sheets-value="{}">City</td><td>Homes</td></tr><tr><td rowspan="1" colspan="2"><a class="in-cell-link" href="https://harbour.example/">Port</a></td></tr></tbody></table></google-sheets-html-origin>')
  await expectText('City | Homes', 'Port')
  await paste('<html><head><meta name="Generator" content="Cocoa HTML Writer"></head><body><p class="p1"><b>Homes</b> here<span class="Apple-converted-space">\u00a0 </span>and there</p><p class="p2"><br></p><p class="p1">Boats<span class="Apple-tab-span">\t</span>42</p><ul class="ul1"><li class="li1">Housing</li><ul class="ul1"><li class="li1">Rents</li></ul></ul></body></html>')
  await expectText('Homes here and there', 'Boats 42', '- Housing', '  - Rents')
})

test('a table that claims a million columns and rows, and lists and headings with absurd numbers, are taken as a browser would', async () => {
  const begun = Date.now()
  await paste('<table><tr><td colspan=1000000 rowspan=1000000>wide</td></tr><tr><td>next</td></tr></table><ol start="99999999999999999999"><li aria-level="999999999">deep</li></ol><p style="mso-outline-level:99999999999">Not a heading</p><ol><ol></ol></ol>')
  await expect(storyBody(page)).toContainText('Not a heading')
  await expect(storyBody(page).locator('td').filter({ hasText: /wide|next/ })).toHaveText(['wide', 'next'])
  expect(await storyBody(page).locator('td').count()).toBeLessThanOrEqual(2002)
  await expect(storyBody(page).locator('ol')).not.toHaveAttribute('start', /./)
  expect(Date.now() - begun).toBeLessThan(20_000)
})

/** A picture as Word writes it in RTF: once as it is, once for older programs. */
const rtfPicture = (hex: string): string => `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\picw8467\\pngblip\\bliptag1{\\*\\blipuid 0a1b2c}\n${hex.replace(/.{128}/g, '$&\n')}}}{\\nonshppict{\\pict\\picscalex100\\wmetafile8\n0100}}`

test('pictures of Word come in from the RTF that lies beside its HTML', async () => {
  const hex = [png('crane.png').bytes, png('quay.png', 200, 100, [200, 120, 40]).bytes].map((bytes) => bytes.toString('hex'))
  const image = (name: string, alt: string): string => `<p class=MsoNormal><![if !vml]><img border=0 width=451 height=338\nsrc="file:///C:/Users/amina/AppData/Local/Temp/msohtmlclip1/01/${name}" alt="${alt}" v:shapes="Picture_x0020_1"><![endif]><o:p></o:p></p>`
  await newStory(page, 'Announcement', 'Pictures of Word')
  const body = storyBody(page)
  await body.click()
  await pasteHtml(
    page,
    word('<p class=MsoNormal>Before</p>', image('clip_image001.png', 'The crane'), '<p class=MsoNormal>Between</p>', image('clip_image002.png', 'The quay'), '<p class=MsoNormal>After</p>'),
    'Before\nBetween\nAfter',
    `{\\rtf1\\ansi{\\fonttbl{\\f0 Calibri;}}{\\*\\listpicture{\\pict\\pngblip 00}}\\pard Before\\par ${rtfPicture(hex[0] ?? '')}\\par Between\\par ${rtfPicture(hex[1] ?? '')}\\par After\\par}`,
  )
  await expect(body.locator('figure img')).toHaveCount(2)
  await expect(body.getByRole('textbox', { name: 'Alternative text' }).nth(0)).toHaveValue('The crane')
  await expect(body.getByRole('textbox', { name: 'Alternative text' }).nth(1)).toHaveValue('The quay')
  await expect(body.locator('> p')).toHaveText(['Before', 'Between', 'After'])
  expect(await body.locator('figure img').evaluateAll((images) => images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))).toEqual([320, 200])
  await expect(pictureMessage('left out')).toHaveCount(0)
  await saved(page)
})
