import { AssetHash } from '../story/ids'

interface WithAttributes {
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
}

/** An attribute as text, as it was written; empty when it is none. */
export function textOfAttribute(node: WithAttributes, name: string): string {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

/** An attribute as a whole number that is at least `least`; `otherwise` when it is none. */
export function numberOfAttribute(node: WithAttributes, name: string, otherwise: number, least = otherwise): number {
  const value = node.attrs?.[name]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : otherwise
}

/** The file that a node shows or offers, or null when it has none. */
export function assetOf(node: WithAttributes): AssetHash | null {
  const parsed = AssetHash.safeParse(node.attrs?.['asset'])
  return parsed.success ? parsed.data : null
}
