/**
 * The address that someone means who writes one without its scheme: 'example.org/x' is a web page, 'name@example.org' a mailbox.
 * Anything with a scheme, a path or a fragment stays as it is.
 */
export function linkAddressFrom(typed: string): string {
  const address = typed.trim()
  if (address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address) || /^[/#\\]/.test(address)) return address
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`
  return /^[^\s/]+\.[^\s/]{2,}([/?#].*)?$/.test(address) ? `https://${address}` : address
}
