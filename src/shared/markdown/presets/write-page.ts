import type { ApprovedStory } from '../../approved-story'
import { storyLinkAddress } from '../../document/story-link'
import { languageOf } from '../../reader/language'
import { readerBody } from '../../reader/reader-parts'
import { embargoEnd } from '../../story/embargo'
import type { AssetHash, StoryId } from '../../story/ids'
import { headingAnchors } from '../heading-anchors'
import { markdownForm } from '../normal-form'
import { writeMarkdown } from '../serialize'
import { lastChange, Moment, storyMoment } from './moment'
import { digestToCome, sealPage } from './page-proof'
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

/**
 * The files of an approved story: the same story at the same place always gives the same bytes, as long as the stories that it
 * links to stay where they are.
 * @param storyAddress Where readers of the site find another story, and a heading of it.
 */
export function writePage(story: ApprovedStory, preset: Preset, place: PagePlace, storyAddress: (id: StoryId, heading: string | null) => string | null = () => null): Page {
  const { revision, kind } = story
  const names = fileNames(revision.assets)
  const files = new Map(revision.assets.map(({ hash, mime }) => [hash as string, preset.file(place, { name: names.get(hash) ?? hash, isImage: mime.startsWith('image/') })]))
  const addressOf = (hash: string): string => files.get(hash)?.address ?? hash
  const links = new Map<string, string>()
  const options = { assetAddress: addressOf, flavour: preset.flavour, language: languageOf(revision.fields), storyAddress: noting(storyAddress, links) }
  const written = readerBody(revision, kind)
  const { body, losses } = markdownForm(written, options)
  const embargo = embargoEnd(revision.fields)
  const markdown = writeMarkdown(body, headingAnchors(written, preset.flavour), options)
  const harmless = preset.harmless ? preset.harmless(markdown) : markdown
  const facts = storyFacts(story, preset.name, addressOf)
  const proof = { ...facts.proof, links: Object.fromEntries([...links].sort()), ...digestToCome }
  const frontMatter = preset.frontMatter({ facts: { ...facts, proof }, place, updated: lastChange(story), embargo: embargo && new Moment(embargo) })
  return {
    path: preset.page(place),
    text: harmless === null ? null : sealPage(writeFrontMatter(frontMatter) + (harmless && `\n${harmless}`)),
    files: revision.assets.map(({ hash }) => ({ hash, path: files.get(hash)?.path ?? hash })),
    losses,
  }
}

/** Notes which address stands for which story, so that a page that is imported again has its links by id. */
function noting(storyAddress: (id: StoryId, heading: string | null) => string | null, links: Map<string, string>): (id: StoryId, heading: string | null) => string | null {
  return (story, heading) => {
    const address = storyAddress(story, heading)
    // Where the site has no name for a heading, the address is that of the page.
    if (address !== null) links.set(address, storyLinkAddress({ story, heading: address.includes('#') ? heading : null }))
    return address
  }
}
