import { assetOf } from '../document/attributes'
import { languageOf } from '../reader/language'
import { readerParts } from '../reader/reader-parts'
import { ImageValue, type Kind } from '../story/kind'
import type { DocumentNode, Revision } from '../story/revision'
import { bodyRenderer, renderFigure, type RenderOptions } from './render-body'
import { languageAttributes } from './render/page'

export interface StoryRenderOptions extends Pick<RenderOptions, 'assetAddress' | 'pictureSources' | 'idPrefix' | 'storyAddress' | 'taskBoxes'> {
  /** Whether the lead image opens the page; off where a site shows it by itself. */
  readonly heroImage?: boolean
}

/**
 * The text of a story as readers get it: the body and what its kind adds (where a cross-post comes from and that it is no
 * endorsement, the link to a media feature's article, the file of a report). In a `div` that says the story's language
 * and direction, when it has a language. The headline is not part of it.
 */
export function renderStory(revision: Revision, kind: Kind, options: StoryRenderOptions): string {
  const language = languageOf(revision.fields)
  const { before, body, after, language: added } = readerParts(revision, kind)
  const renderer = bodyRenderer({ ...options, story: revision.story, assets: revision.assets, language })
  const aside = (name: string, nodes: readonly DocumentNode[]): string => (nodes.length === 0 ? '' : `<div class="${name}"${added === null ? '' : languageAttributes(added)}>\n${renderer.blocks(nodes)}</div>\n`)
  const hero = options.heroImage === true ? heroFigure(revision, options) : ''
  const html = hero + aside('story-origin', before) + renderer.blocks(body.content ?? []) + aside('story-links', after) + renderer.notes()
  return language === null ? html : `<div${languageAttributes(language)}>\n${html}</div>\n`
}

/** The lead image with its caption; empty when the story has none. */
export function heroFigure({ fields }: Revision, { assetAddress, pictureSources }: Pick<RenderOptions, 'assetAddress' | 'pictureSources'>): string {
  const image = ImageValue.safeParse(fields['heroImage'])
  if (!image.success || assetOf({ attrs: image.data }) === null) return ''
  const { focus, ...attrs } = image.data
  return renderFigure({ type: 'figure', attrs: { ...attrs, ...(focus && { focusX: focus.x, focusY: focus.y }) } }, { assetAddress, ...(pictureSources && { pictureSources }) })
}
