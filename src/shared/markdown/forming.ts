import { storyLinkOf, type StoryLink } from '../document/story-link'
import type { StoryId } from '../story/ids'
import { plainFlavour, type Flavour } from './flavour'

/** What the form of a body depends on beside the body. */
export interface FormOptions {
  /**
   * Where readers find another story; null when it is not there for them: the words then stand without a link. Without this
   * function links to stories keep the desk’s own address, which no reader can follow.
   */
  readonly storyAddress?: ((story: StoryId, heading: string | null) => string | null) | undefined
  readonly flavour?: Flavour | undefined
}

/** What one body is brought into Markdown’s form with. */
export interface Forming {
  /** What Markdown can’t say and readers would miss, in words. */
  readonly losses: string[]
  readonly raised: Flavour['raised']
  readonly dialect: Flavour['dialect']
  readonly addressOf: (href: string) => string | null
}

export function formingOf({ storyAddress, flavour = plainFlavour }: FormOptions): Forming {
  return { losses: [], raised: flavour.raised, dialect: flavour.dialect, addressOf: addressesOf(storyAddress) }
}

/** The address for readers that a link’s own address stands for; null when it leads to a story that readers do not have. */
export function addressesOf(storyAddress: FormOptions['storyAddress']): (href: string) => string | null {
  return (href) => {
    const link = storyAddress === undefined ? null : storyLinkOf(href)
    return link === null || storyAddress === undefined ? href : addressAt(link, storyAddress)
  }
}

const addressAt = ({ story, heading }: StoryLink, storyAddress: NonNullable<FormOptions['storyAddress']>): string | null => storyAddress(story, heading)

export function tell({ losses }: Forming, loss: string): void {
  if (!losses.includes(loss)) losses.push(loss)
}
