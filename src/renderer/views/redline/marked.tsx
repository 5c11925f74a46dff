import type { LinkTargets } from '@shared/redline/link-targets'
import { addressOf, languageOf } from '@shared/redline/mark-words'
import type { DocumentMark } from '@shared/story/revision'
import type { ReactNode } from 'react'

/** Some text with the look that its marks give it. Links are shown, not followed: a redline is read. */
export function withMarks(text: ReactNode, marks: readonly DocumentMark[], targets: LinkTargets): ReactNode {
  return marks.reduce<ReactNode>((inside, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inside}</strong>
      case 'italic':
        return <em>{inside}</em>
      case 'underline':
        return <u>{inside}</u>
      case 'strike':
        return <s>{inside}</s>
      case 'subscript':
        return <sub>{inside}</sub>
      case 'superscript':
        return <sup>{inside}</sup>
      case 'highlight':
        return <mark>{inside}</mark>
      case 'language':
        return (
          <span className="redline__language" title={`In ${languageOf(mark)}`}>
            {inside}
          </span>
        )
      case 'code':
        return <code>{inside}</code>
      case 'link':
        return (
          <span className="redline__link" title={addressOf(mark, targets)}>
            {inside}
          </span>
        )
      default:
        return inside
    }
  }, text)
}
