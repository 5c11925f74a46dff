/** Where the window finds a picture of the desk. */
export const assetAddress = (hash: string): string => `copydesk-asset://asset/${hash}`
