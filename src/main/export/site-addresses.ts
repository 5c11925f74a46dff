import type { ApprovedStory } from '../../shared/approved-story'
import { anchorOn } from '../../shared/markdown/heading-anchors'
import type { PagePlace, Preset } from '../../shared/markdown/presets/preset'
import { placeOf } from '../../shared/markdown/presets/write-page'
import { readerBody } from '../../shared/reader/reader-parts'
import type { StoryId } from '../../shared/story/ids'
import type { OurFiles } from './manifest'

/** A story and where its page stands in the site. */
export interface Placed {
  readonly story: ApprovedStory
  readonly place: PagePlace
}

/**
 * Where readers of a site find a story, and a heading of it: among those that are exported together, and those whose page is in
 * the folder from former exports. Null for all others.
 * @param known Approved stories of the desk that are not exported now.
 */
export function siteAddresses(exported: readonly Placed[], known: readonly ApprovedStory[], preset: Preset, ours: OurFiles): (id: StoryId, heading: string | null) => string | null {
  const placed = new Map<string, Placed>(known.flatMap((story) => formerPlace(story, preset, ours)).map((one) => [one.story.revision.story, one]))
  for (const one of exported) placed.set(one.story.revision.story, one)
  return (id, heading) => {
    const found = placed.get(id)
    if (found === undefined) return null
    const anchor = heading === null ? null : anchorOn(readerBody(found.story.revision, found.story.kind), heading, preset.flavour)
    return `${preset.address(found.place)}${anchor === null ? '' : `#${anchor}`}`
  }
}

/** The slugs that a story’s page can have: its own, and longer ones where others have that. */
export function slugsFor(place: PagePlace, id: StoryId): string[] {
  return [place.slug, `${place.slug}-${id.slice(0, 8)}`, `${place.slug}-${id}`]
}

function formerPlace(story: ApprovedStory, preset: Preset, ours: OurFiles): Placed[] {
  const place = placeOf(story)
  const { story: id } = story.revision
  const slug = slugsFor(place, id).find((candidate) => ours.get(preset.page({ ...place, slug: candidate }))?.story === id)
  return slug === undefined ? [] : [{ story, place: { ...place, slug } }]
}
