import type { KindId } from '@shared/story/ids'

/** What the kinds that a desk starts with are for. A kind of a desk’s own has no such line. */
const lines: Readonly<Record<string, string>> = {
  'press-release': 'News for the press, with a dateline',
  statement: 'A position, in somebody’s name',
  'media-feature': 'A story about us, elsewhere',
  announcement: 'News for the site',
  readout: 'What happened at a meeting',
  research: 'Findings and their authors',
  publication: 'A report, with its PDF',
  'knowledge-product': 'A guide or a tool to download',
  'cross-post': 'A text that others published first',
  newsletter: 'An issue of the newsletter',
}

export const aboutKind = (id: KindId): string | undefined => lines[id]
