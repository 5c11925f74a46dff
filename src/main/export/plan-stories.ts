import { createHash } from 'node:crypto'
import type { ApprovedStory } from '../../shared/approved-story'
import type { Preset, PagePlace } from '../../shared/markdown/presets/preset'
import { textField } from '../../shared/markdown/presets/story-facts'
import { placeOf, writePage } from '../../shared/markdown/presets/write-page'
import type { Failure } from '../../shared/result'
import type { AssetHash } from '../../shared/story/ids'
import { isSlug } from '../../shared/story/slug'
import type { OurFiles } from './manifest'
import { siteAddresses, slugsFor } from './site-addresses'

/** A file that a story becomes: its text, or the desk's file that it is a copy of. */
export type PlannedFile = { readonly path: string; readonly sha256: string } & ({ readonly text: string } | { readonly asset: AssetHash })

/** A story and all of its files: those that the page uses first, the page last. */
export interface PlannedStory {
  readonly story: ApprovedStory
  readonly headline: string
  readonly page: string
  readonly files: readonly PlannedFile[]
}

export interface Plan {
  readonly stories: readonly PlannedStory[]
  readonly problems: readonly Failure[]
}

/**
 * What an export is going to write. Stories come in one order whatever the order they are given in, so that the same
 * stories always get the same paths. Of two that want the same path, the one that has it already keeps it.
 * @param ours What is in the folder from former exports.
 * @param known Approved stories that are not exported now: links lead to those whose page is in the folder.
 */
export function planStories(stories: readonly ApprovedStory[], preset: Preset, ours: OurFiles, known: readonly ApprovedStory[] = []): Plan {
  const problems: Failure[] = []
  const sorted = stories.toSorted((a, b) => (a.approvedAt + a.revision.story < b.approvedAt + b.revision.story ? -1 : 1))
  const paths = new PagePaths(sorted, preset, ours)
  const placed = sorted.map((story) => ({ story, place: paths.take(story) }))
  const storyAddress = siteAddresses(placed, known, preset, ours)
  const planned = placed.flatMap(({ story, place }) => {
    const headline = textField(story.revision.fields, 'headline') || 'A story without a headline'
    const page = writePage(story, preset, place, storyAddress)
    problems.push(...slugProblems(story, headline, place, page.path))
    problems.push(...page.losses.map((message) => ({ code: 'markdown-loss', message, place: page.path })))
    if (page.text === null) {
      problems.push({ code: 'template-code', message: `The text of ‘${headline}’ holds code that the site generator would run and that can’t be escaped. It was not written; take the code out of the story.`, place: page.path })
      return []
    }
    const files = [...page.files.map(({ hash, path }): PlannedFile => ({ path, sha256: hash, asset: hash })), { path: page.path, sha256: sha256Of(page.text), text: page.text }]
    return [{ story, headline, page: page.path, files }]
  })
  return { stories: planned, problems }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function slugProblems({ revision }: ApprovedStory, headline: string, place: PagePlace, page: string): Failure[] {
  const slug = textField(revision.fields, 'slug')
  const at = `${page}, field ‘slug’`
  if (slug === '') return [{ code: 'slug-missing', message: `‘${headline}’ has no slug; its file is named by its headline.`, place: at }]
  if (!isSlug(slug)) return [{ code: 'slug-unsafe', message: `The slug ‘${slug}’ of ‘${headline}’ can’t name a file; it became ‘${place.slug}’.`, place: at }]
  if (place.slug.startsWith(`${safeSlug(slug)}-`)) return [{ code: 'slug-changed', message: `The slug ‘${slug}’ of ‘${headline}’ is taken by another story, or is no file name on every system; it became ‘${place.slug}’.`, place: at }]
  return []
}

const safeSlug = (slug: string): string => slug.normalize('NFC')

/** Hands out each path once; file systems that don't tell upper from lower case see none twice either. */
class PagePaths {
  readonly #taken = new Map<string, string>()
  readonly #preset: Preset

  constructor(stories: readonly ApprovedStory[], preset: Preset, ours: OurFiles) {
    this.#preset = preset
    const wanted = new Map(stories.map((story) => [story.revision.story as string, key(preset.page(placeOf(story)))]))
    for (const { path, story } of ours.values()) {
      // Whoever has moved away leaves its path to others; whoever is not exported now keeps it.
      if ((wanted.get(story) ?? key(path)) === key(path)) this.#taken.set(key(path), story)
    }
  }

  take(story: ApprovedStory): PagePlace {
    const place = placeOf(story)
    const { story: id } = story.revision
    for (const slug of slugsFor(place, id)) {
      const path = key(this.#preset.page({ ...place, slug }))
      if ((this.#taken.get(path) ?? id) !== id) continue
      this.#taken.set(path, id)
      return { ...place, slug }
    }
    return { ...place, slug: id }
  }
}

const key = (path: string): string => path.normalize('NFC').toLowerCase()
