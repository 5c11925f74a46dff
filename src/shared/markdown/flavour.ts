/** What a parser of Markdown shows of those things that CommonMark has no words for. */
export interface Flavour {
  /** How a line is broken: by a backslash, or by two spaces for parsers that know only these (kramdown). */
  readonly lineBreaks: 'backslash' | 'spaces'
  /** How a callout is written: as GitHub’s alert, as a box of HTML, or as a quotation where HTML may be left out. */
  readonly callouts: 'alert' | 'box' | 'quotation'
  /** How a heading gets its id: by an attribute after its words, or by an empty element before them. */
  readonly anchors: 'attribute' | 'element'
  /** The ids that headings have by themselves: by GitHub’s rule, or none. */
  readonly ownAnchors: 'github' | 'none'
  /** Whether Markdown inside an HTML element has to be asked for (kramdown). */
  readonly asksForMarkdown: boolean
  /** How raised and lowered words are written: as HTML, or, where HTML may be left out, in Unicode’s own characters. */
  readonly raised: 'html' | 'unicode'
  /**
   * Whose rules hold where parsers disagree. kramdown reads no backslashes in addresses and titles, counts every list from one, takes lists
   * with different markers for one, and has tables only with a row below their head.
   */
  readonly dialect: 'commonmark' | 'kramdown'
  /** How footnotes are written: in GFM’s form, or as HTML where the parser knows none. */
  readonly footnotes: 'gfm' | 'html'
  /** How the boxes of tasks are written: in GFM’s brackets, or as HTML where the parser shows these. */
  readonly tasks: 'brackets' | 'html'
  /** How an image is written whose alternative text needs escapes: as any other, or as HTML where the parser loses what is escaped there. */
  readonly escapedAlt: 'markdown' | 'html'
}

/** What GitHub, GitLab and most editors of Markdown show. */
export const plainFlavour: Flavour = { lineBreaks: 'backslash', callouts: 'alert', anchors: 'element', ownAnchors: 'none', asksForMarkdown: false, raised: 'html', dialect: 'commonmark', footnotes: 'gfm', tasks: 'brackets', escapedAlt: 'markdown' }
