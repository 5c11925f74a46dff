import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { redline } from '../../../src/shared/redline/redline'
import type { Redline, RedlineBlock } from '../../../src/shared/redline/redline-shape'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { anyBody } from '../document/arbitrary-body'
import { bold, doc, ferry, figure, h, list, p, revision, text } from './stories'

vi.setConfig({ testTimeout: 60_000 })

const between = (...bodies: readonly [DocumentNode, DocumentNode]): Redline => redline(revision(bodies[0]), revision(bodies[1]))
const words = ({ pieces }: RedlineBlock, ...kinds: string[]): string => pieces.flatMap((piece) => (kinds.includes(piece.kind) ? piece.text : [])).join('')
const movedBlocks = ({ blocks }: Redline): string[] => blocks.flatMap((block) => (block.change === 'movedFrom' || block.change === 'movedTo' ? [`${block.change} ${block.part}: ${words(block, 'same', block.change === 'movedFrom' ? 'deleted' : 'inserted')}`] : []))
const movedWords = ({ blocks, changes }: Redline): string[] => blocks.flatMap(({ pieces }) => pieces.flatMap(({ kind, text: letters, part }) => (kind !== 'same' && part !== undefined && changes[part] === 'move' ? [`${kind} ${part}: ${letters}`] : [])))

const smoke = p('Smoke from ships costs lives in every port.')
const money = p('A fund of the council pays half of every cable.')
const ferries = p('Ferries are counted once in the whole of the survey.')

describe('a redline tells what was moved', () => {
  test('a block, from and to as one change', () => {
    const told = between(doc(smoke, money, ferries, h(2, 'Contact')), doc(money, ferries, smoke, h(2, 'Contact')))
    expect(movedBlocks(told)).toEqual(['movedFrom 0: Smoke from ships costs lives in every port.', 'movedTo 0: Smoke from ships costs lives in every port.'])
    expect(told).toMatchObject({ total: 1, counts: { move: 1 } })
  })

  test('some blocks together, with the rule between them, as one change', () => {
    const rule: DocumentNode = { type: 'horizontalRule' }
    const told = between(doc(smoke, rule, money, ferries, p('One.'), p('Two.'), p('Three.'), p('Four.')), doc(p('One.'), p('Two.'), p('Three.'), p('Four.'), ferries, smoke, rule, money))
    expect(told).toMatchObject({ total: 2, counts: { move: 2 } })
    expect(told.blocks.filter(({ change }) => change === 'movedTo').map(({ type, part }) => [type, part])).toEqual([['paragraph', 1], ['paragraph', 0], ['horizontalRule', 0], ['paragraph', 0]])
  })

  test('a block that was moved and edited: what changed in it stands where it is now', () => {
    const told = between(doc(smoke, money, ferries), doc(money, ferries, p('Smoke from ships costs lives in any port.')))
    const to = told.blocks.at(-1)
    expect(to).toMatchObject({ change: 'movedTo' })
    expect(to && [words(to, 'deleted'), words(to, 'inserted')]).toEqual(['every', 'any'])
    expect(told).toMatchObject({ total: 2, counts: { move: 1, wording: 1 } })
  })

  test('a picture, known by its file', () => {
    expect(between(doc(figure({ alt: 'The quay' }), smoke, money), doc(smoke, money, figure({ alt: 'The quay' })))).toMatchObject({ total: 1, counts: { move: 1 } })
  })

  test('an item to another place of its list', () => {
    expect(between(doc(list('clean power', 'quiet nights', 'fair pay')), doc(list('quiet nights', 'fair pay', 'clean power')))).toMatchObject({ total: 1, counts: { move: 1 } })
  })

  test('a sentence that went to another paragraph', () => {
    const sentence = 'The mayors will meet again in Lagoa Nova in the spring.'
    const told = between(doc(p(`Smoke costs lives in every port of the council. ${sentence}`), money), doc(p('Smoke costs lives in every port of the council.'), p(`A fund of the council pays half of every cable. ${sentence}`)))
    expect(movedWords(told)).toEqual([`deleted 0:  ${sentence}`, `inserted 0:  ${sentence}`])
    expect(told).toMatchObject({ total: 1, counts: { move: 1, wording: 0 } })
  })

  test('sentences that changed places within a paragraph, whatever of them is bold', () => {
    const told = between(doc(p('Nine ports have signed the plan today. Ferries are counted once in ', text('the whole', bold), ' of the survey.')), doc(p('Ferries are counted once in ', text('the whole', bold), ' of the survey. Nine ports have signed the plan today.')))
    expect(told).toMatchObject({ total: 1, counts: { move: 1 } })
  })

  test('a paragraph that was cut in two as what was cut off, not as new', () => {
    const told = between(doc(p('Nine ports have signed the plan. Ferries are counted once in the survey.')), doc(p('Nine ports have signed the plan.'), p('Ferries are counted once in the survey.')))
    expect(told.counts).toMatchObject({ move: 1, wording: 0 })
  })

  test('a sentence that went to another paragraph with a word changed on the way, as a move and that change', () => {
    const told = between(
      doc(p('Smoke costs lives in every port of the council. The mayors will meet again in Lagoa Nova in the spring of 2030.'), money),
      doc(p('Smoke costs lives in every port of the council.'), p('A fund of the council pays half of every cable. The mayors will meet again in Lagoa Nova in the autumn of 2031.')),
    )
    expect(movedWords(told)).toEqual(['deleted 0:  The mayors will meet again in Lagoa Nova in the ', 'deleted 0: of ', 'deleted 0: .', 'inserted 0:  The mayors will meet again in Lagoa Nova in the ', 'inserted 0: of ', 'inserted 0: .'])
    expect(told).toMatchObject({ total: 3, counts: { move: 1, wording: 1, number: 1 } })
  })

  test('two sentences that went together as one move, the shorter one, too', () => {
    const told = between(
      doc(p('Smoke costs lives in every port. The mayors will meet again in Lagoa Nova in the spring. All agree.'), money, ferries),
      doc(p('Smoke costs lives in every port.'), money, p('Ferries are counted once in the whole of the survey. The mayors will meet again in Lagoa Nova in the spring. All agree.')),
    )
    expect(told).toMatchObject({ total: 1, counts: { move: 1 } })
  })

  test('but not sentences of one template with other figures', () => {
    const told = between(
      doc(p('Smoke costs lives in every port. In March 12 ships called at the quay of Merrow.'), money),
      doc(p('Smoke costs lives in every port.'), p('A fund of the council pays half of every cable. In May 14 vessels called at the pier of Lagoa.')),
    )
    expect(told.counts.move).toBe(0)
  })

  const note = (words: string): DocumentNode => ({ type: 'footnote', content: [text(words)] })

  test('a footnote that went to another sentence, and what was changed in it', () => {
    const told = between(
      doc(p('Smoke costs lives in every port', note('Council survey, spring 2025'), '.'), money),
      doc(p('Smoke costs lives in every port.'), p('A fund of the council pays half of every cable', note('Council survey, spring 2026'), '.')),
    )
    expect(told).toMatchObject({ total: 2, counts: { move: 1, number: 1 } })
  })

  test('a sentence with its footnote as one move', () => {
    const sentence = ['The mayors will meet again in Lagoa', note('As they agreed.'), ' in the spring.'] as const
    const told = between(
      doc(p('Smoke costs lives in every port of the council, as all of its members know. ', ...sentence), money),
      doc(p('Smoke costs lives in every port of the council, as all of its members know.'), p('A fund of the council pays half of every cable. ', ...sentence)),
    )
    expect(told).toMatchObject({ total: 1, counts: { move: 1 } })
  })

  const item = (words: string, ...more: DocumentNode[]): DocumentNode => ({ type: 'listItem', content: [p(words), ...more] })
  const items = (...content: DocumentNode[]): DocumentNode => ({ type: 'bulletList', content })

  test('an item with its nested list, of which one was changed, as one move and that change', () => {
    const nested = (...words: string[]): DocumentNode => items(...words.map((line) => item(line)))
    const told = between(
      doc(items(item('Cables at every berth', nested('North quay', 'South quay', 'Old dock')), item('Tariffs that reward clean ships'), item('A fund for small harbours'), item('A council of engineers'), item('Plugs of one sort'))),
      doc(items(item('Tariffs that reward clean ships'), item('A fund for small harbours'), item('A council of engineers'), item('Plugs of one sort'), item('Cables at every berth', nested('North quay', 'South pier', 'Old dock')))),
    )
    expect(told).toMatchObject({ total: 2, counts: { move: 1, wording: 1 } })
  })

  test('a short item that was moved and changed', () => {
    const told = between(doc(list('Cables at every berth', 'Tariffs that reward clean ships', 'A fund for small harbours')), doc(list('Tariffs that reward clean ships', 'A fund for small harbours', 'Cables at each berth')))
    expect(told).toMatchObject({ total: 2, counts: { move: 1, wording: 1 } })
    expect(movedBlocks(told).length).toBe(2)
  })

  test('a picture with another caption, within its gallery, too', () => {
    const gallery = (...figures: DocumentNode[]): DocumentNode => ({ type: 'gallery', attrs: { caption: '' }, content: figures })
    const [first, second, third] = [figure({ alt: 'One' }), figure({ asset: ferry, alt: 'Two' }), figure({ asset: 'c'.repeat(64), alt: 'Three' })]
    expect(between(doc(gallery(first, second, third)), doc(gallery(second, third, figure({ alt: 'One', caption: 'At dawn' }))))).toMatchObject({ total: 2, counts: { move: 1, image: 1 } })
    expect(between(doc(gallery(first, second, third)), doc(gallery(third, first, second)))).toMatchObject({ total: 1, counts: { move: 1 } })
    expect(between(doc(gallery(first)), doc(gallery(first, second, third)))).toMatchObject({ total: 2, counts: { image: 2 } })
    expect(between(doc(gallery(first, second, third)), doc(gallery(first)))).toMatchObject({ total: 2, counts: { image: 2 } })
  })

  test('but not a few words, nor a rule, that stand elsewhere, too', () => {
    const told = between(doc(p('In the spring all ports meet.'), p('Nobody asked the crews of the ferries.')), doc(p('All ports meet.'), p('Nobody asked in the spring the crews of the ferries.')))
    expect(told.counts.move).toBe(0)
    const rule: DocumentNode = { type: 'horizontalRule' }
    expect(between(doc(rule, smoke, money), doc(smoke, money, rule)).counts.move).toBe(0)
  })
})

describe('for any two bodies', () => {
  test('what is moved stands at two places, and says at the new one what it was at the old one', () => {
    const shuffled = anyBody.chain((body) => fc.tuple(fc.constant(body), fc.shuffledSubarray([...(body.content ?? [])], { minLength: 1 })))
    fc.assert(
      fc.property(shuffled, ([body, content]) => {
        const { blocks } = between(body, doc(...content))
        const texts = (change: string, kind: string): string[] => blocks.filter((block) => block.change === change).map((block) => `${block.part} ${words(block, 'same', kind)}`)
        expect(texts('movedTo', 'deleted').sort()).toEqual(texts('movedFrom', 'deleted').sort())
      }),
      { numRuns: 200 },
    )
  })

  test('words that are told as moved are the same words at both places', () => {
    const sentences = fc.array(fc.constantFrom('Nine ports have signed the plan of the council.', 'Ferries are counted once in the whole survey.', 'A fund pays half of every cable at the quay.', 'Smoke costs lives.'), { minLength: 1, maxLength: 4 })
    const paragraphs = fc.array(sentences.map((all) => p(all.join(' '))), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(paragraphs, paragraphs, (one, other) => {
        const told = between(doc(...one), doc(...other))
        const signs = (kind: string): string[] => told.changes.flatMap((change, part) => (change === 'move' ? [`${part} ${told.blocks.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.part === part && piece.kind === kind ? piece.text : []))).join('').replace(/[\s.]+/g, ' ').trim()}`] : []))
        const blockMoves = new Set(told.blocks.flatMap(({ change, part }) => (change === 'movedTo' ? [`${part} `] : [])))
        expect(signs('inserted').filter((sign) => !blockMoves.has(sign))).toEqual(signs('deleted').filter((sign) => !blockMoves.has(sign)))
      }),
      { numRuns: 200 },
    )
  })
})
