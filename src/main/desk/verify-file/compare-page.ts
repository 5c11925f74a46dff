import type { ApprovedStory } from '../../../shared/approved-story'
import { fault, proved, type Statement } from '../../../shared/audit/statement'
import { storyLinkAddress } from '../../../shared/document/story-link'
import { anchorOn } from '../../../shared/markdown/heading-anchors'
import type { PageProof } from '../../../shared/markdown/presets/page-proof'
import type { PagePlace, Preset } from '../../../shared/markdown/presets/preset'
import { presetNamed } from '../../../shared/markdown/presets/preset-named'
import { placeOf, writePage, type Page } from '../../../shared/markdown/presets/write-page'
import { readerBody } from '../../../shared/reader/reader-parts'
import { DeskError } from '../../../shared/result'
import type { StoryId } from '../../../shared/story/ids'
import { slugsFor } from '../../export/site-addresses'
import { signOffsOf } from '../approved-stories'
import type { Desk } from '../desk'

/** What came of a comparison, and the page as it should be, where it is known. */
export interface Comparison {
  readonly statement: Statement
  readonly page: Page | undefined
}

/**
 * Writes the approved version anew and compares bytes. Where it stands in the site, and whether it had been published by then, is not part of
 * the version: each of the few possibilities is tried.
 */
export function comparePage(desk: Desk, page: string, proof: PageProof, story: ApprovedStory): Comparison {
  const preset = presetNamed(proof.writtenFor)
  const storyAddress = addressesOf(desk, proof, preset)
  const written = versionsOf(story).flatMap((version) => placesOf(version).map((place) => writePage(version, preset, place, storyAddress)))
  const same = written.find(({ text }) => text === page)
  if (same !== undefined) return { statement: proved('Written anew from that version for the same site generator, the page is the same to the byte.'), page: same }
  const unixLines = page.replaceAll('\r\n', '\n')
  const inWords = written.find(({ text }) => text === unixLines)
  if (inWords !== undefined) return { statement: fault('The words are those of that version, but something changed the ends of the lines (CRLF): the bytes are not those that were written.'), page: inWords }
  const texts = [...new Set(written.map(({ text }) => text))].filter((text) => text !== null)
  return { statement: fault(firstDifference(page, texts)), page: undefined }
}

/** Before and after its first publication. */
function versionsOf(story: ApprovedStory): ApprovedStory[] {
  return story.firstPublishedAt === null ? [story] : [story, { ...story, firstPublishedAt: null }]
}

function placesOf(story: ApprovedStory): PagePlace[] {
  const place = placeOf(story)
  return slugsFor(place, story.revision.story).map((slug) => ({ ...place, slug }))
}

/**
 * Where the page's links to other stories may lead: to an address that the page gives for a story, if some approved version of that
 * story has it. What the page says alone is not believed.
 */
function addressesOf(desk: Desk, { links }: PageProof, preset: Preset): (id: StoryId, heading: string | null) => string | null {
  return (id, heading) => {
    for (const story of everApproved(desk, id)) {
      const anchor = heading === null ? null : anchorOn(readerBody(story.revision, story.kind), heading, preset.flavour)
      for (const place of placesOf(story)) {
        const address = `${preset.address(place)}${anchor === null ? '' : `#${anchor}`}`
        if (links[address] === storyLinkAddress({ story: id, heading: anchor === null ? null : heading })) return address
      }
    }
    return null
  }
}

/** Each version of a story that was ever approved, the newest first. One that can't be read has none. */
function everApproved(desk: Desk, id: StoryId): ApprovedStory[] {
  try {
    const { workflow, approvedAs } = signOffsOf(desk, id)
    return (workflow.approved ?? []).toReversed().flatMap((sanction) => versionsOf(approvedAs(sanction)))
  } catch (error) {
    if (error instanceof DeskError) return []
    throw error
  }
}

const digest = /^( *fileDigest: ).*$/m

/** Where a page and what it should be part ways, by the version that it is nearest to. The digest is a consequence, and told only when nothing else is different. */
function firstDifference(page: string, texts: readonly string[]): string {
  const found = page.replace(digest, '$1').split('\n')
  const nearest = texts.map((text) => text.replace(digest, '$1').split('\n')).map((lines) => ({ lines, same: sameLines(found, lines) })).sort((a, b) => b.same - a.same)[0]
  if (nearest === undefined) return 'That version can’t be written for this site generator any more.'
  const { lines, same } = nearest
  if (same === found.length && same === lines.length) return 'Only the digest in the front matter is not the one that was written.'
  return `The page is not what was approved. Line ${same + 1} is ${quoted(found[same])}; what was approved has ${quoted(lines[same])}. (Should nobody have changed the file, the desk’s kinds or names may have changed since: export it anew and compare.)`
}

function sameLines(a: readonly string[], b: readonly string[]): number {
  const end = Math.min(a.length, b.length)
  for (let line = 0; line < end; line++) if (a[line] !== b[line]) return line
  return end
}

const longest = 120
const quoted = (line: string | undefined): string => (line === undefined ? 'missing' : line === '' ? 'empty' : `‘${line.length > longest ? `${line.slice(0, longest)}…` : line}’`)
