const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u

/** A name, or other words, that stand by themselves in a sentence: numbers and stops beside Arabic ones stay where they are said. Words of other scripts stay as they are. */
export const isolated = (words: string): string => (rightToLeft.test(words) ? `\u2068${words}\u2069` : words)
