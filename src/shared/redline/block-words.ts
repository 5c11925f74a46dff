import { textOfAttribute } from '../document/attributes'
import { nameOfType } from './form-words'
import { targetText, type LinkTargets } from './link-targets'
import type { RedlineBlock } from './redline-shape'
import { saidBy, toneNames } from './said-attributes'

/** Blocks that are nothing but what they say in their attributes. */
const cards = new Set(['figure', 'attachment', 'button', 'embed', 'relatedStory', 'relatedStories'])
export const isCard = ({ type }: RedlineBlock): boolean => cards.has(type)

/** Whether a block came, went or was moved as a whole. */
export const isWhole = ({ change }: RedlineBlock): boolean => change !== 'kept' && change !== 'changed'

/** What begins with a block, in words: a callout with its sort and title, a gallery, a list of related stories. */
export function headsOf({ opens = [] }: RedlineBlock): string[] {
  return opens.flatMap((node) => {
    const named = (what: string, title: string): string[] => [title === '' ? what : `${what}: ${title}`]
    if (node.type === 'callout') return named(Object.entries(toneNames).find(([tone]) => tone === textOfAttribute(node, 'tone'))?.[1] ?? 'Callout', textOfAttribute(node, 'title'))
    if (node.type === 'gallery') return named('Gallery', textOfAttribute(node, 'caption'))
    return node.type === 'relatedStories' ? named('Related stories', textOfAttribute(node, 'title')) : []
  })
}

const wholeWords: Readonly<Record<RedlineBlock['change'], string>> = { kept: '', changed: '', inserted: 'inserted', deleted: 'deleted', movedFrom: 'moved away', movedTo: 'moved here' }

/** ‘Image’, ‘Image inserted’, ‘Rule moved here’. */
export const labelOfCard = ({ type, change }: RedlineBlock): string => `${nameOfCard(type)} ${wholeWords[change]}`.trimEnd()

/** ‘Image’. */
export function nameOfCard(type: string): string {
  const name = nameOfType(type)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** The words by which a card is known. */
export function titleOfCard(block: RedlineBlock): string {
  return ['label', 'title', 'headline', 'name', 'caption'].map((name) => textOfAttribute(block, name)).find((text) => text !== '') ?? ''
}

/** What a card that came or went says beside that, as far as it is not what every new one says. */
export function factsOfCard(block: RedlineBlock, targets: LinkTargets): { readonly id: string; readonly label: string; readonly text: string }[] {
  if (!isWhole(block)) return []
  const { type, attrs } = block
  const title = titleOfCard(block)
  const usual = new Map(saidBy({ type }, []).map(({ id, text }) => [id, text]))
  const said = saidBy({ type, attrs }, []).filter(({ id, text }) => id !== 'asset' && text !== '' && text !== title && text !== usual.get(id))
  return said.map((fact) => (fact.id === 'address' ? { ...fact, text: targetText(fact.text, targets) } : fact))
}
