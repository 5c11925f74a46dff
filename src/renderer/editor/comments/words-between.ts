import { stretchBetween, type TextFlow } from '@shared/comments/text-flow'

/** The words between two positions of the text. */
export function wordsBetween(flow: TextFlow, { from, to }: { readonly from: number; readonly to: number }): string {
  const stretch = stretchBetween(flow, from, to)
  return stretch === null ? '' : flow.text.slice(stretch.start, stretch.end)
}
