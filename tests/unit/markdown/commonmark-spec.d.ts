declare module 'commonmark-spec' {
  /** The examples of the specification; a tab is written as an arrow. */
  export const tests: readonly { readonly number: number; readonly section: string; readonly markdown: string; readonly html: string }[]
}
