import { tests as examples } from 'commonmark-spec'
import { fromMarkdown as parseMarkdown } from 'mdast-util-from-markdown'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { fromMarkdown } from '../../../src/shared/markdown/parse'
import { toMarkdown } from '../../../src/shared/markdown/serialize'
import { plainHtml } from './plain-html'

/** What our schema can't say, or our parser reads otherwise on purpose: example numbers of CommonMark 0.31.2. */
const linkedByGfm = [602, 608, 611, 612]
const exceptions: Readonly<Record<string, readonly number[]>> = {
  'links have an address of the web, of mail or on the same site; this one is relative': [194, 195, 203, 204, 492, 495, 496, 498, 499, 500, 502, 503, 504, 522],
  'links have a scheme that browsers are safe with': [596, 598, 599, 601],
  'links lead somewhere': [200, 485, 486, 567],
  'code has no other mark': [478, 479, 516, 530],
  'an image is no link, and stands for itself': [517, 531],
  'the title of an image is its caption, which readers see': [572, 573, 576, 577, 579, 584, 585, 586, 587, 588, 589, 591],
  'two lines of hyphens at the start are front matter, here an empty one': [98],
  'GFM makes a link of a bare address': linkedByGfm,
}
const listed = new Set(Object.values(exceptions).flat())

/** Every image has a file on the desk, whose hash is its number. */
function filesOf(html: string): { asset: (address: string) => string | null; assetAddress: (hash: string) => string } {
  const addresses = [...new Set([...html.matchAll(/<img src="([^"]*)"/g)].map(([, address = '']) => decodeURI(address.replaceAll('&amp;', '&'))))]
  return {
    asset: (address) => (addresses.includes(address) ? addresses.indexOf(address).toString(16).padStart(64, '0') : null),
    assetAddress: (hash) => addresses[Number.parseInt(hash, 16)] ?? '',
  }
}

interface Example {
  readonly number: number
  readonly markdown: string
  readonly html: string
}

function hasRawHtml({ markdown }: Example): boolean {
  return JSON.stringify(parseMarkdown(markdown)).includes('"type":"html"')
}

function roundTrip({ markdown, html }: Example): string {
  const { asset, assetAddress } = filesOf(html)
  return toMarkdown(fromMarkdown(markdown, { asset }).body, { assetAddress })
}

const withoutTasks = { disable: { null: ['tasklistCheck'] } }
const gfmPage = (text: string): string => micromark(text, { extensions: [gfm(), withoutTasks], htmlExtensions: [gfmHtml()] })

const spec: readonly Example[] = examples.map(({ number, markdown, html }) => ({ number, markdown: markdown.replaceAll('→', '\t'), html: html.replaceAll('→', '\t') }))
const withoutRawHtml = spec.filter((example) => !hasRawHtml(example))

const written = (example: Example): unknown[] => plainHtml(micromark(roundTrip(example)))

describe('examples of CommonMark 0.31.2 without raw HTML', () => {
  test('are 580, of which our schema can’t say, or we read otherwise, those that are listed', () => {
    expect(withoutRawHtml).toHaveLength(580)
    expect([...listed].filter((number) => !withoutRawHtml.some((example) => example.number === number))).toEqual([])
  })

  test.each(withoutRawHtml.filter(({ number }) => !listed.has(number)))('$number gives the same page after it was read and written', (example) => {
    expect(written(example)).toEqual(plainHtml(example.html))
    expect(plainHtml(gfmPage(roundTrip(example)))).toEqual(plainHtml(gfmPage(example.markdown)))
  })

  test.each(withoutRawHtml.filter(({ number }) => listed.has(number)))('$number is listed because it really differs', (example) => {
    expect(written(example)).not.toEqual(plainHtml(example.html))
  })

  test.each(withoutRawHtml.filter(({ number }) => linkedByGfm.includes(number)))('$number is the same to a parser that knows GFM’s links', (example) => {
    expect(plainHtml(gfmPage(roundTrip(example)))).toEqual(plainHtml(gfmPage(example.markdown)))
  })
})
