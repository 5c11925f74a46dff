import { addAsset } from '../../../src/main/store/assets'
import { createStory, loadStory } from '../../../src/main/store/stories'
import { refreshStory } from '../../../src/main/store/story-index'
import type { AssetHash, StoryId } from '../../../src/shared/story/ids'
import type { FieldValue } from '../../../src/shared/story/kind'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { approve, kindOf, type TestDesk } from '../desk/people'
import { picture } from './picture'

export interface IllustratedStory {
  readonly id: StoryId
  readonly lead: AssetHash
  readonly inText: AssetHash
}

let stories = 0

/** An approved story with a lead image and one in the text, like no other in its slug and its pictures. */
export async function illustratedStory(desk: TestDesk, fields: Readonly<Record<string, FieldValue>> = {}): Promise<IllustratedStory> {
  stories += 1
  const lead = await addAsset(desk.desk, { name: 'Harbour at dawn.png', bytes: picture() })
  const inText = await addAsset(desk.desk, { name: 'Signing table.png', bytes: picture() })
  const id = createStory(desk.desk.db, {
    kind: kindOf(desk.desk, 'press-release'),
    by: desk.amina.member.id,
    headline: 'Ports & mayors agree: rents < wages',
    fields: {
      slug: `ports-agree-${process.pid}-${stories}`,
      summary: 'Mayors of nine port cities set a ceiling for rents & fees.',
      date: '2026-02-20',
      topics: ['Housing', 'Ports & harbours'],
      heroImage: { asset: lead.hash, alt: 'Cranes in the first light', decorative: false, caption: 'The eastern basin', credit: 'Ivo Marsh' },
      ...fields,
    },
    body: bodyWith(inText.hash),
  })
  refreshStory(desk.desk, id, loadStory(desk.desk.db, id))
  approve(desk, id)
  return { id, lead: lead.hash, inText: inText.hash }
}

function bodyWith(asset: AssetHash): DocumentNode {
  return {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'The nine cities will publish what they charge — all of it — by “the end of spring”.' }] },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'What was signed' }] },
      { type: 'figure', attrs: { asset, alt: 'Nine mayors at a long table', caption: 'The signing', credit: '', decorative: false } },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A list of ', marks: [] }, { type: 'text', text: 'fees', marks: [{ type: 'bold' }] }] }] }],
      },
    ],
  }
}
