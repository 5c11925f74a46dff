import { FileValue } from '../story/kind'
import { plainText } from '../story/text'
import { inField, textOf, type Check, type Found, type PreflightInput } from './check'
import { walk } from './walk'

/** What only some kinds of story need. */
export const kindChecks: readonly Check[] = [
  { id: 'cross-post', label: 'Origin of a cross-post', severity: 'blocker', find: findCrossPost },
  { id: 'media-feature', label: 'Outlet and address of a media feature', severity: 'blocker', find: findMediaFeature },
  { id: 'report', label: 'PDF of a report', severity: 'blocker', find: findReport },
  { id: 'empty-body', label: 'Empty body', severity: 'blocker', find: findEmptyBody },
]

/** The fields of a kind that are empty, each with its own words. */
function missing({ fields }: PreflightInput, wanted: Readonly<Record<string, readonly [message: string, fix: string]>>): Found[] {
  return Object.entries(wanted).flatMap(([field, [message, fix]]) => (textOf(fields, field) === '' ? [{ message, fix, place: inField(field) }] : []))
}

function findCrossPost(input: PreflightInput): Found[] {
  if (input.kind.id !== 'cross-post') return []
  return missing(input, {
    origin: ['A cross-post must say who published it first.', 'Name the first publisher.'],
    originAddress: ['A cross-post must link to the original.', 'Give the address of the original page.'],
  })
}

function findMediaFeature(input: PreflightInput): Found[] {
  if (input.kind.id !== 'media-feature') return []
  return missing(input, {
    outlet: ['A media feature must name the outlet.', 'Name the newspaper, station or site.'],
    outletAddress: ['A media feature must link to the article.', 'Give the address of the article.'],
  })
}

function findReport({ kind, fields, assetMime }: PreflightInput): Found[] {
  if (kind.id !== 'publication') return []
  const place = inField('report')
  const file = FileValue.safeParse(fields['report'])
  if (!file.success) return [{ message: 'A publication must carry its report as a PDF.', place, fix: 'Add the PDF.' }]
  const mime = assetMime?.(file.data.asset)
  if (assetMime === undefined || mime === 'application/pdf') return []
  return [{ message: mime === undefined ? `The file ‘${file.data.name}’ is not on the desk.` : `‘${file.data.name}’ is not a PDF.`, place, fix: 'Add the report as a PDF.' }]
}

function findEmptyBody({ kind, body }: PreflightInput): Found[] {
  const hasWords = plainText(body).trim() !== '' || walk(body).some(({ node }) => node.type === 'figure' || node.type === 'attachment' || node.type === 'embed')
  if (hasWords) return []
  // A media feature's text is elsewhere: its summary and its link may be all there is.
  const severity = kind.id === 'media-feature' ? 'note' : 'blocker'
  return [{ message: 'The story has no text.', place: { in: 'story' }, fix: 'Write the story.', severity }]
}
