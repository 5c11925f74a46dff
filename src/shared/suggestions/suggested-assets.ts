import * as Y from 'yjs'
import { AssetHash } from '../story/ids'
import { readTurns } from './tag'

/** The files that are only suggested for a text: in a block that somebody suggests to insert, or in the place of another one. Each must be there when that is accepted. */
export function suggestedAssets(body: Y.XmlFragment): AssetHash[] {
  return body.toArray().flatMap((child) => (child instanceof Y.XmlElement ? suggestedIn(child, false) : []))
}

function suggestedIn(element: Y.XmlElement, isInserted: boolean): AssetHash[] {
  const attribute = (name: string): unknown => element.getAttributes()[name]
  const inserted = isInserted || (attribute('inserted') ?? null) !== null
  const own = inserted ? [attribute('asset')] : []
  const turned = readTurns(attribute('turned')).map(({ attrs }) => attrs['asset'])
  const hashes = [...own, ...turned].flatMap((hash) => AssetHash.safeParse(hash).data ?? [])
  return [...hashes, ...element.toArray().flatMap((child) => (child instanceof Y.XmlElement ? suggestedIn(child, inserted) : []))]
}
