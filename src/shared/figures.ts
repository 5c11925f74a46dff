/** A whole number as British English writes it: ‘20,000’. Not by `Intl`, which holds half a megabyte for it. */
export const inFigures = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
