/** The window's own page, its assets and its previews each have a scheme, so that each can be given its own rules. */
export const appScheme = 'copydesk-app'
export const assetScheme = 'copydesk-asset'
export const previewScheme = 'copydesk-preview'

export const appOrigin = `${appScheme}://app`
export const appPage = `${appOrigin}/index.html`
