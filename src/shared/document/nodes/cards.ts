import { Node } from '@tiptap/core'
import { dataChoice, dataText } from './data-attribute'

/** What a button asks readers to do: follow it, or subscribe to something. */
export const buttonPurposes = ['link', 'subscribe'] as const

/** A call to readers: one link, shown as a button. */
export const ButtonCall = Node.create({
  name: 'button',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ label: dataText('label'), address: dataText('address'), purpose: dataChoice('purpose', buttonPurposes) }),
  parseHTML: () => [{ tag: 'div[data-button]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-button': '' }],
})

/** Something at another place of the web (a film, a post): a card that leads there, and asks nothing of anybody before it is followed. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ address: dataText('address'), title: dataText('title') }),
  parseHTML: () => [{ tag: 'div[data-embed]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-embed': '' }],
})

/** Other stories of the desk that readers may want next. */
export const RelatedStories = Node.create({
  name: 'relatedStories',
  group: 'block',
  content: 'relatedStory*',
  draggable: true,
  isolating: true,
  addAttributes: () => ({ title: dataText('title') }),
  parseHTML: () => [{ tag: 'div[data-related-stories]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-related-stories': '' }, 0],
})

/** One of them: its id, which stays when its address changes, and its headline as it is to be shown. */
export const RelatedStory = Node.create({
  name: 'relatedStory',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({ story: dataText('story'), headline: dataText('headline') }),
  parseHTML: () => [{ tag: 'div[data-related-story]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-related-story': '' }],
})
