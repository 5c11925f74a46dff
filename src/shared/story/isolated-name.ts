const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u

/** A name that stands by itself in a sentence, whatever its script: numbers and stops beside one in Arabic stay where they are said. Others stay as they are. */
export const isolatedName = (name: string): string => (rightToLeft.test(name) ? `\u2068${name}\u2069` : name)
