import type { ApprovedStory } from '../../approved-story'
import { embargoEnd } from '../../story/embargo'
import { textField } from './story-facts'

/** A moment in UTC that front matter writes bare, so that site generators take it for one, and not for a text. */
export class Moment {
  /** Such as `2026-03-02T09:30:00+00:00`. */
  readonly iso: string
  constructor(at: Date) {
    this.iso = `${at.toISOString().slice(0, 19)}+00:00`
  }

  /** Such as `2026-03-02`. */
  get day(): string {
    return this.iso.slice(0, 10)
  }
}

/** The same moment in the form that Jekyll documents, such as `2026-03-02 09:30:00 +0000`. */
export class SpacedMoment {
  readonly text: string
  constructor({ iso }: Moment) {
    this.text = `${iso.slice(0, 10)} ${iso.slice(11, 19)} +0000`
  }
}

/**
 * When a story is from, for readers. Its own date says no time: on the day of its embargo's end that is the time, on the
 * day of its approval the time of that, so that the page does not lie in the future; else noon in UTC, which is the same
 * day in nearly all time zones. A story without a date is from its first publication, or its approval.
 */
export function storyMoment({ revision, approvedAt, firstPublishedAt }: ApprovedStory): Moment {
  const day = textField(revision.fields, 'date')
  const noon = new Date(`${day}T12:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(noon.getTime())) return new Moment(new Date(firstPublishedAt ?? approvedAt))
  const known = [embargoEnd(revision.fields), new Date(approvedAt)]
  return new Moment(known.find((at) => at !== null && at.toISOString().startsWith(day)) ?? noon)
}

/** The later of a story's own moment and its approval. */
export function lastChange(story: ApprovedStory): Moment {
  const [own, approved] = [storyMoment(story), new Moment(new Date(story.approvedAt))]
  return own.iso > approved.iso ? own : approved
}
