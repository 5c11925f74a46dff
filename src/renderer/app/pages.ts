/** The numbers of the pages, of `size` entries each, that hold the entries from `first` to `last`, counted from 0. */
export function pagesOf(first: number, last: number, size: number): number[] {
  const from = Math.floor(Math.max(first, 0) / size)
  const to = Math.floor(Math.max(last, 0) / size)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
