import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../src/main/import/markdown/read-markdown'
import type { PresetName } from '../../../src/shared/presets'
import type { ApprovedStory } from '../../../src/shared/approved-story'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { approved, linkTo, paragraph, words } from './approved'
import { exportTo, filesIn, newFolder, read } from './folder'

const heading = (text: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [words(text)] })
const ferries = approved({ number: 2, kind: 'statement', fields: { headline: 'Ferries go electric', slug: 'ferries' }, body: [heading('What it costs: €9'), paragraph('Nine.'), heading('What it costs: €9'), paragraph('Ten.')] })
const { story: ferry } = ferries.revision
const body: DocumentNode[] = [
  heading('At the quay'),
  paragraph('See ', linkTo('the ferries', `story:${ferry}`), ', ', linkTo('their costs', `story:${ferry}#what-it-costs-9-2`), ' and ', linkTo('the quay', '#at-the-quay'), '.'),
  { type: 'relatedStories', attrs: { title: 'More' }, content: [{ type: 'relatedStory', attrs: { story: ferry, headline: 'Ferries go electric' } }] },
  { type: 'button', attrs: { label: 'Read on', address: `story:${ferry}`, purpose: 'link' } },
]
const power = approved({ body })

async function pageOf(preset: PresetName, stories: readonly ApprovedStory[], known: readonly ApprovedStory[] = [], folder = newFolder()): Promise<{ folder: string; text: string; problems: string[] }> {
  const { problems } = await exportTo(folder, { stories, known, preset })
  const page = Object.keys(filesIn(folder)).find((name) => name.endsWith('.md') && read(folder, name).includes('title: Shore power'))
  return { folder, text: page === undefined ? '' : read(folder, page), problems: problems.map(({ message }) => message) }
}

describe('a link to another story', () => {
  test.each<[PresetName, string, string, string]>([
    ['hugo', '/statements/ferries/', '#what-it-costs-9-1', '## At the quay {#at-the-quay}'],
    ['jekyll', '/statements/2026/03/02/ferries.html', '#what-it-costs-9-1', '## At the quay'],
    ['eleventy', '/statements/ferries/', '', '## <a id="at-the-quay"></a>At the quay'],
    ['astro', '/statements/ferries/', '#what-it-costs-9-1', '## At the quay'],
  ])('in a site of %s leads to its page, and to the heading by the name that the site gives it', async (preset, address, fragment, quay) => {
    const { text, problems } = await pageOf(preset, [power, ferries])
    expect(problems).toEqual([])
    expect(text).toContain(`${quay}\n\nSee [the ferries](${address}), [their costs](${address}${fragment}) and [the quay](#at-the-quay).`)
    expect(text).toContain(`- [Ferries go electric](${address})`)
    expect(text).toContain(`[Read on](${address})`)
  })

  test('that is not in the site is told, and its words stay', async () => {
    const { text, problems } = await pageOf('hugo', [power])
    expect(text).toContain('See the ferries, their costs and [the quay](#at-the-quay).')
    expect(text).toContain('- Ferries go electric\n')
    expect(text).toContain('\nRead on\n')
    expect(text).not.toContain(ferry)
    expect(problems).toHaveLength(4)
    expect(problems[0]).toBe('A link to another story was left out, because readers do not have that story here; its words stay: ‘the ferries’.')
  })

  test('that was exported before is found in the folder', async () => {
    const { folder } = await pageOf('jekyll', [ferries])
    const { text, problems } = await pageOf('jekyll', [power], [ferries], folder)
    expect(problems).toEqual([])
    expect(text).toContain('[the ferries](/statements/2026/03/02/ferries.html)')
  })

  test('is by its id again when the page is imported', async () => {
    const { text } = await pageOf('hugo', [power, ferries])
    const { body: again } = readMarkdown(text, { file: 'index.md', folder: 'shore-power-1' }).body(() => null)
    expect(again.content?.slice(0, 2)).toEqual([heading('At the quay'), paragraph('See ', linkTo('the ferries', `story:${ferry}`), ', ', linkTo('their costs', `story:${ferry}#what-it-costs-9-2`), ' and ', linkTo('the quay', '#at-the-quay'), '.')])
    expect(again.content?.slice(2)).toEqual(body.slice(2))
  })
})

test('exporting the same stories with links twice changes nothing', async () => {
  const { folder } = await pageOf('astro', [power, ferries])
  const before = filesIn(folder)
  await exportTo(folder, { stories: [power, ferries], preset: 'astro' })
  expect(filesIn(folder)).toEqual(before)
})
