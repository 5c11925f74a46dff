/** Marks of text that is suggested. Several members' may lie on each other. */
export const suggestionMarks = ['inserted', 'deleted', 'restyled'] as const

/** Attributes that every node can have, null at first: suggestions about a block, or about a break or a footnote in a line. */
export const suggestionAttributes = ['inserted', 'deleted', 'joined', 'turned'] as const

/** What stands in the text where a line is to be split or broken, marked as inserted. It is one sign, so that what others write around it keeps its place. */
export const splitSign = '¶'
