const loopback = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** A warning when what is sent to an address can be read on the way; empty otherwise. */
export function warnOfPlainAddress(address: URL): string {
  if (address.protocol === 'https:' || loopback.test(address.hostname)) return ''
  return ' Warning: the address begins with http, so passwords and texts can be read on the way. Use https if the site has it.'
}
