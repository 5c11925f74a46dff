import { describe, expect, test } from 'vitest'
import { readNewsPage } from '../../../src/main/import/html/read-news-page'
import { plainText } from '../../../src/shared/story/text'

const page = (body: string, head = ''): string => `<!doctype html><html lang="en"><head><link rel="canonical" href="https://council.example/news/">${head}</head><body>${body}</body></html>`
const headlines = (html: string): string[] => readNewsPage(html).map(({ headline }) => headline)
const words = (entry: ReturnType<typeof readNewsPage>[number] | undefined): string => (entry ? plainText(entry.body(() => null).body) : '')

const list = [
  { title: 'Mayors meet on the ferry', address: '/news/ferry', date: '2026-03-02', text: 'Nine mayors spent two days on the water and learned who travels when.' },
  { title: 'A desk for the first day', address: '/news/desk', date: '2026-03-05', text: 'Three offices now share one room, and families need a single morning.' },
  { title: 'What the survey says', address: '/news/survey', date: '2026-03-09', text: 'The first month decides whether people stay in the city they came to.' },
]

describe('a list of stories is found', () => {
  const shapes: Record<string, string> = {
    'as articles': list.map(({ title, address, text }) => `<article><h3><a href="${address}">${title}</a></h3><p>${text}</p></article>`).join(''),
    'as items of a list': `<ul>${list.map(({ title, address, text }) => `<li><h2><a href="${address}">${title}</a></h2><p>${text}</p></li>`).join('')}</ul>`,
    'in nested boxes without a name': list.map(({ title, address, text }) => `<div><div><div><h4><a href="${address}">${title}</a></h4></div></div><div><p>${text}</p></div></div>`).join(''),
    'as cards that are links as a whole': list.map(({ title, address, text }) => `<a href="${address}"><h3>${title}</h3><p>${text}</p></a>`).join(''),
    'as a flat run of headings and paragraphs': list.map(({ title, address, text }) => `<h2><a href="${address}">${title}</a></h2><p>${text}</p>`).join(''),
    'by their dates, without links': list.map(({ title, date, text }) => `<section><time datetime="${date}">${date}</time><h3>${title}</h3><p>${text}</p></section>`).join(''),
    'with headings of a higher rank around them': `<h2>Latest</h2>${list.map(({ title, address, text }) => `<div><h3><a href="${address}">${title}</a></h3><p>${text}</p></div>`).join('')}<h2>Archive</h2>`,
    'as rows with a link and no heading': `<div>${list.map(({ title, address, text }) => `<div class="row"><a href="${address}">${title} in full</a><span>${text}</span></div>`).join('')}</div>`,
    'in microdata': list.map(({ title, address, text }) => `<div itemscope itemtype="https://schema.org/NewsArticle"><a href="${address}"><span itemprop="headline">${title}</span></a><p itemprop="description">${text}</p></div>`).join(''),
    'in a page that is one large form': `<form>${list.map(({ title, address, text }) => `<div><h3><a href="${address}">${title}</a></h3><p>${text}</p></div>`).join('')}<input name="q"></form>`,
  }
  test.each(Object.entries(shapes))('%s', (_shape, body) => {
    const entries = readNewsPage(page(`<header><nav><h3><a href="/about">About the Council today</a></h3></nav></header><main><h1>News</h1>${body}</main>`))
    expect(entries.map(({ headline }) => headline.replace(' in full', ''))).toEqual(list.map(({ title }) => title))
    expect(entries.map(({ summary, headline }) => summary.replace(`${headline} `, ''))).toEqual(list.map(({ text }) => text))
  })

  test('whose links become absolute by the page’s own address', () => {
    expect(readNewsPage(page(`<main>${shapes['as articles']}</main>`)).map(({ link }) => link)).toEqual(['https://council.example/news/ferry', 'https://council.example/news/desk', 'https://council.example/news/survey'])
  })
})

test('what surrounds the stories of a page is not taken for stories', () => {
  const stories = list.map(({ title, address, text }) => `<div><h3><a href="${address}">${title}</a></h3><p>${text}</p></div>`).join('')
  const links = (count: number): string => Array.from({ length: count }, (_, index) => `<li><h3><a href="/more/${index}">Another page with number ${index}</a></h3></li>`).join('')
  const around = `<nav><ul>${links(9)}</ul></nav><main>${stories}</main><aside><ul>${links(8)}</ul></aside><div class="related-posts"><ul>${links(7)}</ul></div><div hidden><ul>${links(6)}</ul></div><footer><ul>${links(9)}</ul></footer>`
  expect(headlines(page(around))).toEqual(list.map(({ title }) => title))
})

describe('a page of one story', () => {
  const text = '<p>The mayor opened the desk this morning.</p><h2>What is new</h2><p>Three offices share a room.</p><h2>What comes next</h2><p>Four cities will follow.</p>'
  test('is one story, with its subheads in the text', () => {
    const [entry, ...others] = readNewsPage(page(`<article><h1>A desk for the first day</h1><time datetime="2026-03-05T09:00:00+01:00">5 March</time>${text}</article>`, '<meta name="description" content="Three offices, one room.">'))
    expect(others).toEqual([])
    expect(entry).toMatchObject({ headline: 'A desk for the first day', date: '2026-03-05', summary: 'Three offices, one room.', link: 'https://council.example/news/' })
    expect(words(entry)).toBe('The mayor opened the desk this morning.\nWhat is new\nThree offices share a room.\nWhat comes next\nFour cities will follow.')
  })
  test('stays one when teasers of other stories follow it', () => {
    const teasers = list.map(({ title, address }) => `<article><h3><a href="${address}">${title}</a></h3></article>`).join('')
    expect(headlines(page(`<article><h1>A desk for the first day</h1>${text}</article><section>${teasers}</section>`))).toEqual(['A desk for the first day'])
  })
  test('is found without any mark of it', () => {
    expect(headlines(page(`<div id="content"><h1>A desk for the first day</h1>${text}</div>`))).toEqual(['A desk for the first day'])
  })
  test('takes its date and language from the head', () => {
    const [entry] = readNewsPage('<html lang="fr"><head><meta property="article:published_time" content="2026-03-05T09:00:00Z"></head><body><article><h1>Un guichet</h1><p>Le maire l’a ouvert.</p></article></body></html>')
    expect(entry).toMatchObject({ date: '2026-03-05', language: 'fr' })
  })
})

describe('of one entry', () => {
  const entryOf = (inner: string) => readNewsPage(page(`<main><article class="card">${inner}</article><article><h2><a href="/other">Another story of the page</a></h2></article></main>`))[0]

  test('date, kind and outlet are read and are no part of the text', () => {
    const entry = entryOf('<p><span class="card__category">In the media</span> <span class="source">Meridian Post</span> <time>2 March 2026</time></p><h2><a href="https://meridian.example/a">Ports hire</a></h2><p>A visit to three ports.</p>')
    expect(entry).toMatchObject({ label: 'In the media', outlet: 'Meridian Post', date: '2026-03-02', summary: 'A visit to three ports.', link: 'https://meridian.example/a' })
    expect(words(entry)).toBe('')
  })

  test('the summary is what the page calls so, or else the first paragraph', () => {
    expect(entryOf('<h2>A</h2><p class="excerpt">Short.</p><div class="entry-content"><p>Long one.</p><p>Long two.</p></div>')?.summary).toBe('Short.')
    const entry = entryOf('<h2>A</h2><p>Long one.</p><p>Long two.</p>')
    expect(entry?.summary).toBe('Long one.')
    expect(words(entry)).toBe('Long one.\nLong two.')
  })

  test('an image above the text leads the story, one within it stays there', () => {
    expect(entryOf('<img src="a.jpg" alt="A quay"><h2>A</h2><p>One.</p><p>Two.</p>')?.image).toMatchObject({ address: 'a.jpg', alt: 'A quay', decorative: false })
    const inside = entryOf('<h2>A</h2><p>One.</p><p><img src="b.jpg"></p><p>Two.</p>')
    expect(inside?.image).toBeNull()
    expect(inside?.bodyFiles).toEqual(['b.jpg'])
  })

  test('an image without alternative text is a question for the editor; only one marked so is decorative', () => {
    expect(entryOf('<img src="a.jpg" alt=""><h2>A</h2><p>One.</p>')?.image?.decorative).toBe(false)
    expect(entryOf('<img src="a.jpg" alt="" role="presentation"><h2>A</h2><p>One.</p>')?.image?.decorative).toBe(true)
  })

  test('an image that is loaded late is found, one that counts readers is not', () => {
    expect(entryOf('<img src="data:image/gif;base64,R0lGOD" data-src="late.jpg"><h2>A</h2><p>One.</p>')?.image?.address).toBe('late.jpg')
    expect(entryOf('<img src="pixel.gif" width="1" height="1"><h2>A</h2><p>One.</p>')?.image).toBeNull()
  })

  test('an entry in another language than its page says so', () => {
    expect(entryOf('<div lang="fr"></div><h2>Une ville</h2><p>Texte.</p>')?.language).toBe('en')
    const [arabic] = readNewsPage(page('<article lang="ar" dir="rtl"><h2><a href="/a">مدينة الساحل</a></h2><p>نص قصير عن المدينة.</p></article><article><h2><a href="/b">Another story</a></h2></article>'))
    expect(arabic?.language).toBe('ar')
  })

  test('what is hostile does not get into the text', () => {
    const entry = entryOf('<h2>A</h2><script>steal()</script><p onclick="steal()">One <a href="javascript:steal()">link</a>.</p><p>Two.<iframe src="https://bad.example"></iframe></p><style>p{}</style>')
    expect(JSON.stringify(entry?.body(() => null).body)).not.toMatch(/steal|bad\.example|javascript|p\{\}/)
    expect(words(entry)).toBe('One link.\nTwo.')
  })
})

test('a page that is cut off in the middle gives what is there', () => {
  const whole = page(`<main>${list.map(({ title, address, text }) => `<article><h3><a href="${address}">${title}</a></h3><p>${text}</p></article>`).join('')}</main>`)
  expect(headlines(whole.slice(0, whole.indexOf('What the survey says') + 8))).toEqual(['Mayors meet on the ferry', 'A desk for the first day', 'What the'])
})

test('a page without a story gives none', () => {
  expect(readNewsPage(page('<p>Nothing here.</p>'))).toEqual([])
  expect(readNewsPage('')).toEqual([])
})

test('a page that is nested without end is refused in words', () => {
  expect(() => readNewsPage(`${'<div>'.repeat(200_000)}<h1>A</h1>`)).toThrow(/nested too deeply/)
})
