import { Node } from '@tiptap/core'
import { dataChoice, dataText } from './data-attribute'

/** A sentence lifted out of the story, with whose it is. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ attribution: dataText('attribution') }),
  parseHTML: () => [{ tag: 'div[data-pull-quote]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-pull-quote': '' }, 0],
})

/** What a callout is for; GitHub's alerts have the same names. */
export const calloutTones = ['note', 'tip', 'important', 'warning'] as const
export type CalloutTone = (typeof calloutTones)[number]

/** Blocks set apart from the text, with a heading of their own. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ tone: dataChoice('tone', calloutTones), title: dataText('title') }),
  parseHTML: () => [{ tag: 'div[data-callout]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-callout': '' }, 0],
})
