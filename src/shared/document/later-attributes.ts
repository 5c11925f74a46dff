/**
 * Attributes that the schema got after stories had been approved. A body says them only where they say something, so that
 * content which nobody touched keeps its bytes, its revision and its sign-offs.
 */
export const laterAttributes: Readonly<Record<string, readonly string[]>> = {
  figure: ['source', 'width', 'align', 'focusX', 'focusY'],
  table: ['caption'],
}
