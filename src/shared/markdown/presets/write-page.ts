import type { ApprovedStory } from '../../approved-story'
import { readerBody } from '../../reader/reader-parts'
import { embargoEnd } from '../../story/embargo'
import type { AssetHash } from '../../story/ids'
import { markdownForm } from '../normal-form'
import { writeMarkdown } from '../serialize'
import { lastChange, Moment, storyMoment } from './moment'
import type { PagePlace, Preset } from './preset'
import { fileNames, safePart } from './safe-names'
import { storyFacts, textField } from './story-facts'
import { writeFrontMatter } from './write-front-matter'

/** A story as the files of a site. */
export interface Page {
  readonly path: string
  /** The whole file; null when the generator would take part of the text for its own code. */
  readonly text: string | null
  readonly files: readonly { readonly hash: AssetHash; readonly path: string }[]
  /** What Markdown can't say of the story, in words. */
  readonly losses: readonly string[]
}

/** Where a story stands in a site by its kind, slug and date. */
export function placeOf(story: ApprovedStory): PagePlace {
  const { fields } = story.revision
  return { section: safePart(story.kind.plural), slug: safePart(textField(fields, 'slug') || textField(fields, 'headline')), date: storyMoment(story) }
}

/** The files of an approved story: the same story at the same place always gives the same bytes. */
export function writePage(story: ApprovedStory, preset: Preset, place: PagePlace): Page {
  const { revision, kind } = story
  const names = fileNames(revision.assets)
  const files = new Map(revision.assets.map(({ hash, mime }) => [hash as string, preset.file(place, { name: names.get(hash) ?? hash, isImage: mime.startsWith('image/') })]))
  const addressOf = (hash: string): string => files.get(hash)?.address ?? hash
  const { body, losses } = markdownForm(readerBody(revision, kind))
  const embargo = embargoEnd(revision.fields)
  const markdown = writeMarkdown(body, { assetAddress: addressOf, lineBreaks: preset.lineBreaks })
  const harmless = preset.harmless ? preset.harmless(markdown) : markdown
  const frontMatter = preset.frontMatter({ facts: storyFacts(story, addressOf), place, updated: lastChange(story), embargo: embargo && new Moment(embargo) })
  return {
    path: preset.page(place),
    text: harmless === null ? null : writeFrontMatter(frontMatter) + (harmless && `\n${harmless}`),
    files: revision.assets.map(({ hash }) => ({ hash, path: files.get(hash)?.path ?? hash })),
    losses,
  }
}
