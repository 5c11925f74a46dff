/** Where the window finds a picture of the desk. */
export const assetAddress = (hash: string): string => `copydesk-asset://asset/${hash}`

/** Where the window finds a smaller picture of it, or the first page of a PDF; nothing is there until it has been made. */
export const thumbnailAddress = (hash: string, size: 400 | 800 | 1600): string => `${assetAddress(hash)}?size=${size}`
