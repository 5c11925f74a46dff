import { expect, test } from 'vitest'
import type { ApprovedStory } from '../../../src/shared/approved-story'
import { storyFacts } from '../../../src/shared/markdown/presets/story-facts'
import { writeFrontMatter } from '../../../src/shared/markdown/presets/write-front-matter'
import { Instant, KindId, MemberId, StoryId } from '../../../src/shared/story/ids'
import { Kind, type FieldValues } from '../../../src/shared/story/kind'
import { revisionId, type Revision } from '../../../src/shared/story/revision'

const story = StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01')
const kind = Kind.parse({
  id: 'readout',
  label: 'Readout',
  plural: 'Readouts',
  fields: [
    { id: 'headline', label: 'Headline', type: 'text' },
    { id: 'byline', label: 'Byline', type: 'person' },
    { id: 'places', label: 'Places', type: 'place' },
    { id: 'participants', label: 'Participants', type: 'person' },
    { id: 'themes', label: 'Themes', type: 'choices', options: ['Housing', 'Ports'] },
    { id: 'before', label: 'Earlier readouts', type: 'story' },
  ],
  removed: [{ id: 'venue', label: 'Venue', type: 'text' }],
})

function approved(fields: FieldValues): ApprovedStory {
  const revision: Revision = { format: 'copydesk.revision/1', story, kind: KindId.parse('readout'), fields, body: { type: 'doc', content: [{ type: 'paragraph' }] }, assets: [] }
  const at = Instant.parse('2026-03-02T09:00:00.000Z')
  return { id: revisionId(revision), revision, kind, approvals: [{ by: MemberId.parse('c'.repeat(32)), name: 'Tomás Ferreira', at, note: '', signature: 'c2ln', event: '{}', key: 'a2V5' }], approvedAt: at, firstPublishedAt: null }
}

test('the fields of a desk’s own making leave as front matter, each in its form', () => {
  const facts = storyFacts(approved({ headline: 'Mayors meet', byline: ['Inês Carvalhal'], places: ['Porto Alvar'], participants: ['Leila Haddad', 'Amparo Ruiz'], themes: ['Housing', 'Ports'], before: [{ story, headline: 'The first meeting' }] }), 'hugo', (hash) => hash)
  expect(facts).toMatchObject({ authors: ['Inês Carvalhal'], places: ['Porto Alvar'] })
  expect(facts.own).toEqual({ participants: ['Leila Haddad', 'Amparo Ruiz'], themes: ['Housing', 'Ports'], before: [{ title: 'The first meeting', story }] })
  expect(writeFrontMatter({ own: facts.own })).toBe(
    ['---', 'own:', '  participants:', '    - Leila Haddad', '    - Amparo Ruiz', '  themes:', '    - Housing', '    - Ports', '  before:', '    - title: The first meeting', `      story: ${story}`, '---', ''].join('\n'),
  )
})

test('what was approved in a field that was removed since leaves as it was approved', () => {
  expect(storyFacts(approved({ headline: 'Mayors meet', venue: 'The old customs house' }), 'hugo', (hash) => hash).own).toEqual({ venue: 'The old customs house' })
})
