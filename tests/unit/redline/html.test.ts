import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { redlineHtml } from '../../../src/shared/redline/html/redline-html'
import { redline } from '../../../src/shared/redline/redline'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { everyBlock, everyBlockInArabic } from '../../fixtures/every-block'
import { anyBody } from '../document/arbitrary-body'
import { bold, cell, doc, ferry, figure, link, p, quay, revision, table, text } from './stories'

vi.setConfig({ testTimeout: 60_000 })

const addresses = { assetAddress: (hash: string) => `data:image/png;base64,${hash.slice(0, 8)}` }
const html = (before: DocumentNode | null, after: DocumentNode, language = 'en'): string => redlineHtml(redline(before && revision(before, { language }), revision(after, { language })), addresses, true)

describe('a redline as a section of a page', () => {
  test('says how much changed, and shows words that came and went', () => {
    const page = html(doc(p('Nine ports agree.')), doc(p('Ten ports agree.')))
    expect(page).toContain('<strong>1 change</strong>')
    expect(page).toContain('<li>1 number</li>')
    expect(page).toContain('<del data-said="deleted">Nine</del><ins data-said="inserted">Ten</ins> ports agree.')
  })

  test('names a change of format', () => {
    expect(html(doc(p('A quiet port.')), doc(p('A ', text('quiet', bold), ' port.')))).toContain('title="bold added" data-said="bold added"><strong>quiet</strong>')
  })

  test('shows pictures side by side, and says so where the page has none', () => {
    const [before, after] = [doc(figure({ alt: 'The quay' })), doc(figure({ asset: ferry, alt: 'The quay' }))]
    expect(html(before, after)).toMatch(new RegExp(`base64,${quay.slice(0, 8)}.*Before.*base64,${ferry.slice(0, 8)}.*Now`, 's'))
    expect(redlineHtml(redline(revision(before), revision(after)), { assetAddress: () => null }, true)).toContain('<span class="missing">The quay</span>')
  })

  test('has a table with the rows of both', () => {
    const page = html(doc(table('Berths', [cell('Merrow'), cell('12')])), doc(table('Berths', [cell('Merrow'), cell('12')], [cell('Lagoa'), cell('4')])))
    expect(page).toContain('<caption dir="auto">Berths</caption>')
    expect(page).toMatch(/<tr class="kept"><td class="kept">.*<tr class="inserted"><td class="inserted">/s)
  })

  test('says what became of rows and columns, and where links lead', () => {
    const page = html(doc(table('Berths', [cell('Merrow'), cell('12')]), p('Read ', text('the plan', link('https://a.example/')), '.')), doc(table('Berths', [cell('Merrow'), cell('12')], [cell('Lagoa'), cell('4')]), p('Read ', text('the plan', link('https://b.example/')), '.')))
    expect(page).toContain('<p class="label line inserted">Row inserted</p>')
    expect(page).toContain('<span class="led" dir="auto"><del data-said="led to">https://a.example/</del><ins data-said="leads to">https://b.example/</ins></span>')
  })

  test('leaves out what both have, where only the changes are wanted', () => {
    const page = redlineHtml(redline(revision(doc(p('One.'), p('Two.'), p('Three.'))), revision(doc(p('One.'), p('Two.'), p('Four.')))), addresses, false)
    expect(page).toContain('<p class="unchanged">2 blocks unchanged</p>')
    expect(page).not.toContain('One.')
  })

  test('is written from the right where the story is', () => {
    expect(html(null, everyBlockInArabic(), 'ar')).toContain('<div lang="ar" dir="rtl">')
  })

  test('has no script, no event handler, nothing that is loaded, and no tag of what others wrote', () => {
    const known = new Set('section style p strong ul li ins del span div hr figure figcaption img dl dt dd table caption tbody tr td th em u s code sub sup mark br'.split(' '))
    fc.assert(
      fc.property(anyBody, anyBody, (before, after) => {
        const page = html(before, after)
        const tags = Array.from(page.matchAll(/<\/?([^\s>]*)([^>]*)>/g))
        for (const [, tag = '', attributes = ''] of tags) {
          expect(known).toContain(tag)
          expect(attributes.replace(/"[^"]*"/g, '""')).toMatch(/^(?: (?:class|title|lang|dir|data-said|data-level|src|alt|style|rowspan|colspan|aria-hidden)="")*$/)
        }
        for (const [, address = ''] of page.matchAll(/src="([^"]*)"/g)) expect(address).toMatch(/^data:/)
        expect(tags.filter(([tag]) => tag.startsWith('<del'))).toHaveLength(tags.filter(([tag]) => tag === '</del>').length)
        expect(tags.filter(([tag]) => /^<span[ >]/.test(tag))).toHaveLength(tags.filter(([tag]) => tag === '</span>').length)
      }),
      { numRuns: 100 },
    )
  })

  test('says every block of the schema', () => {
    const page = html(null, everyBlock())
    for (const words of ['What the mayors agreed', 'Berths with power, by harbour', 'Image inserted', 'Warning: Closed until May', 'Rule inserted', 'Button inserted', 'Inês Valadão, mayor of Lagoa Nova', '[<ins', '3.']) expect(page).toContain(words)
  })
})
