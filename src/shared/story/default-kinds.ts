import { Kind, type FieldDefinition } from './kind'

type Field = Omit<FieldDefinition, 'required'> & { required?: boolean }

const headline: Field = { id: 'headline', label: 'Headline', type: 'text', required: true, maxLength: 160 }
const slug: Field = {
  id: 'slug',
  label: 'Slug',
  type: 'slug',
  required: true,
  maxLength: 80,
  help: 'The last part of the page address',
}
const summary: Field = {
  id: 'summary',
  label: 'Summary',
  type: 'longText',
  required: true,
  maxLength: 320,
  help: 'One or two sentences for listings and search engines',
}

/** Fields that every kind ends with. */
const common: Field[] = [
  { id: 'byline', label: 'Byline', type: 'person', help: 'Who is named as author' },
  { id: 'heroImage', label: 'Lead image', type: 'image' },
  { id: 'date', label: 'Date', type: 'date', help: 'The date readers see' },
  { id: 'topics', label: 'Topics', type: 'list' },
  { id: 'places', label: 'Places', type: 'place' },
  { id: 'language', label: 'Language', type: 'language' },
  { id: 'embargo', label: 'Embargo', type: 'dateTime', help: 'Not to be published before this moment' },
]

function kind(id: string, label: string, plural: string, own: Field[]): Kind {
  return Kind.parse({ id, label, plural, fields: [headline, slug, summary, ...own, ...common] })
}

/** The ten kinds that a new desk starts with. */
export const defaultKinds: readonly Kind[] = [
  kind('press-release', 'Press release', 'Press releases', [
    { id: 'dateline', label: 'Dateline', type: 'text', help: 'Place that opens the release' },
    { id: 'contact', label: 'Press contact', type: 'text' },
  ]),
  kind('statement', 'Statement', 'Statements', [
    { id: 'speaker', label: 'Attributed to', type: 'text', help: 'Whose statement it is' },
  ]),
  kind('media-feature', 'Media feature', 'Media features', [
    { id: 'outlet', label: 'Outlet', type: 'text', required: true },
    { id: 'outletAddress', label: 'Article address', type: 'address', required: true },
    { id: 'outletDate', label: 'Article date', type: 'date' },
  ]),
  kind('announcement', 'Announcement', 'Announcements', []),
  kind('readout', 'Readout', 'Readouts', [
    { id: 'eventDate', label: 'Date of the event', type: 'date' },
    { id: 'participants', label: 'Participants', type: 'person' },
  ]),
  kind('research', 'Research', 'Research', [{ id: 'authors', label: 'Research authors', type: 'person' }]),
  kind('publication', 'Publication', 'Publications', [
    { id: 'report', label: 'Report (PDF)', type: 'file', required: true },
    { id: 'publisher', label: 'Publisher', type: 'text' },
  ]),
  kind('knowledge-product', 'Knowledge product', 'Knowledge products', [
    { id: 'file', label: 'File', type: 'file' },
    { id: 'audience', label: 'Audience', type: 'text' },
  ]),
  kind('cross-post', 'Cross-post', 'Cross-posts', [
    { id: 'origin', label: 'First published by', type: 'text', required: true },
    { id: 'originAddress', label: 'Original address', type: 'address', required: true },
  ]),
  kind('newsletter', 'Newsletter', 'Newsletters', [
    { id: 'issue', label: 'Issue', type: 'text', help: 'Such as 2026 Q1' },
  ]),
]
