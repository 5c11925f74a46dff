import type { Root } from 'mdast'
import { fromMarkdown as parseMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { normaliseBody } from '../document/normalise'
import { storyLinkOf } from '../document/story-link'
import { AssetHash } from '../story/ids'
import type { DocumentNode } from '../story/revision'
import { readFrontMatter } from './front-matter'
import { withFootnotes } from './html-footnotes'
import { inOurForms } from './other-dialects'
import { blocksOf } from './read-blocks'
import { readerFor } from './text-reader'

export interface ParsedMarkdown {
  readonly frontMatter: Record<string, unknown>
  readonly body: DocumentNode
  /** What was left out that a person should know of, in words. */
  readonly problems: readonly string[]
}

export interface MarkdownSources {
  /** The desk's file that an address of the text leads to, as its hash; null when there is none. */
  readonly asset?: (address: string) => string | null
  /** The link to a story of the desk that an address of the text stands for (`story-link.ts`); null when it is none. */
  readonly story?: (address: string) => string | null
  /** Whether the file is another tool’s, so that the forms which only some tools know are read as well (`other-dialects.ts`). */
  readonly fromElsewhere?: boolean
}

/**
 * The story that a Markdown file says: CommonMark with GFM's tables, task lists, strikethrough, links, alerts and footnotes,
 * YAML front matter, and the boxes that `toMarkdown` writes. HTML in it is cleaned like any other HTML. Images stay when `asset` knows their file. When the text has a
 * heading of level 1, all its headings go one level down, below the headline. The result passes the schema's own check.
 * Never fails.
 */
export function fromMarkdown(text: string, sources: MarkdownSources = {}): ParsedMarkdown {
  try {
    return parsed(text, sources)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { frontMatter: {}, body: normaliseBody({ type: 'doc' }), problems: ['The text could not be read: its quotations or lists are nested too deeply.'] }
  }
}

function parsed(source: string, { asset = () => null, story = () => null, fromElsewhere = false }: MarkdownSources): ParsedMarkdown {
  const text = fromElsewhere ? inOurForms(source) : source
  const problems: string[] = []
  const withMatter = treeOf(text, true)
  const yaml = withMatter.children.find((node) => node.type === 'yaml')
  const frontMatter = yaml === undefined ? {} : readFrontMatter(yaml.value, problems)
  const tree = withFootnotes(frontMatter === null ? treeOf(text, false) : withMatter)
  if (tree.children.some(({ type }) => (type as string) === 'toml')) problems.push('The front matter was left out: only YAML can be read.')
  const reader = readerFor(tree, { text, fromElsewhere, asset: (address) => AssetHash.safeParse(asset(address)).data ?? null, story: storyKnown(story), problems }, blocksOf)
  const body = normaliseBody({ type: 'doc', content: blocksOf(tree.children, reader) })
  return { frontMatter: frontMatter ?? {}, body, problems: [...new Set(problems)] }
}

/** Only what is a link to a story counts as one. */
function storyKnown(story: NonNullable<MarkdownSources['story']>): (address: string) => string | null {
  return (address) => {
    const link = story(address)
    return link === null || storyLinkOf(link) === null ? null : link
  }
}

function treeOf(text: string, hasFrontMatter: boolean): Root {
  const kinds = hasFrontMatter ? (['yaml', 'toml'] as const) : []
  return parseMarkdown(text, {
    extensions: [frontmatter([...kinds]), gfm()],
    // Their transforms would make links of words that were escaped so as not to be links.
    mdastExtensions: [frontmatterFromMarkdown([...kinds]), gfmFromMarkdown().map(({ transforms: _none, ...extension }) => extension)],
  })
}
