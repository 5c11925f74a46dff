/** Whether an address looks like that of a document that people download, by its ending. */
export function isDocument(address: string): boolean {
  return !/\s/.test(address) && /\.(?:pdf|docx|xlsx|pptx|odt|ods|odp|epub)(?:[?#].*)?$/i.test(address)
}

/** Whether an address looks like that of a picture. */
export function isPicture(address: string): boolean {
  return /^data:image\//i.test(address) || /\.(?:png|jpe?g|jpe|gif|webp|avif|svg|bmp|tiff?|heic)(?:[?#].*)?$/i.test(address)
}
