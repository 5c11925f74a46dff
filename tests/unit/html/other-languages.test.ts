import { describe, expect, test } from 'vitest'
import { otherLanguages } from '../../../src/shared/html/other-languages'

describe('The other languages of a story', () => {
  test('are links where readers find them, and plain words where they can’t yet', () => {
    expect(otherLanguages([{ language: 'es', address: 'https://harbour.example/es?a=1&b="2"' }, { language: 'ar', address: null }])).toBe(
      '<p class="languages"><a lang="es" dir="ltr" hreflang="es" href="https://harbour.example/es?a=1&amp;b=&quot;2&quot;">Español</a>\n<span lang="ar" dir="rtl">العربية</span></p>\n',
    )
  })
  test('are nothing for a story in one language, and no address that is not safe is a link', () => {
    expect(otherLanguages([])).toBe('')
    expect(otherLanguages([{ language: 'x"y', address: 'javascript:alert(1)' }])).toBe('<p class="languages"><span lang="x&quot;y" dir="ltr">x&quot;y</span></p>\n')
  })
})
