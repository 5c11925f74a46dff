/** What the style sheet in the head of Word's HTML says. Word writes into an element only what differs from its style. */
export interface WordStyles {
  /** A property of an element by its own style or, where that is silent, by the style of its class; '' when neither says it. */
  valueOf(element: Element, property: string): string
  /** How a level of a list counts (`decimal`, `alpha-lower`, `roman-upper`, `bullet` …); null when the head says nothing of it. */
  numberFormat(list: string, level: number): string | null
}

const comments = /\/\*[^]*?\*\/|<!--|-->/g
const rules = /([^{}]+)\{([^{}]*)\}/g
const listRule = /^@list\s+(l\d+):level(\d)$/i

/**
 * Reads the style sheets of a page. Properties of Office: ‘Microsoft Office HTML and XML Reference’ (2000). A browser drops those that it
 * does not know, so they are read from the text.
 */
export function wordStylesOf(page: Document): WordStyles {
  const declarations = new Map<string, string>()
  const formats = new Map<string, string>()
  const text = [...page.querySelectorAll('style')].map((sheet) => sheet.textContent ?? '').join('\n')
  for (const [, selectors = '', said = ''] of text.replace(comments, ' ').matchAll(rules)) {
    for (const selector of selectors.split(',').map((part) => part.trim())) {
      const [, list, level] = listRule.exec(selector) ?? []
      if (list !== undefined && level !== undefined) formats.set(`${list}:${level}`, valueIn(said, 'mso-level-number-format') || 'decimal')
      else if (/^p\.\w+$/.test(selector)) declarations.set(selector.slice(2), said)
    }
  }
  return {
    valueOf: (element, property) => valueIn(element.getAttribute('style') ?? '', property) || valueIn(declarations.get(element.classList[0] ?? '') ?? '', property),
    numberFormat: (list, level) => formats.get(`${list}:${level}`) ?? null,
  }
}

function valueIn(declarations: string, property: string): string {
  return new RegExp(`(?:^|;)\\s*${property}\\s*:([^;]*)`, 'i').exec(declarations)?.[1]?.trim() ?? ''
}
