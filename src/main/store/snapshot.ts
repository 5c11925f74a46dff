import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { bodyWithSuggestions, normaliseBody } from '../../shared/document/normalise'
import { AssetHash, KindId, type StoryId } from '../../shared/story/ids'
import { allFields, type FieldValues } from '../../shared/story/kind'
import type { DocumentNode, Revision, RevisionAsset } from '../../shared/story/revision'
import { readFields, storyBody, storyMeta } from '../../shared/story/story-doc'
import { fieldSuggestions } from '../../shared/suggestions/fields/field-suggestions'
import { openSuggestions } from '../../shared/suggestions/open-suggestions'
import type { Suggestion } from '../../shared/suggestions/suggestion'
import { whereOpen, type AboutSuggestion } from '../../shared/suggestions/where-open'
import type { Desk } from '../desk/desk'
import { kindNamed } from '../desk/kinds'
import { deskFor } from '../desk/story-desk'
import { describeAsset } from './assets'
import { storyFileNames } from './story-file-names'

/**
 * A story as it stands, as the revision that it would become. The body has gone through the schema: what it can't say is
 * left out, defaults are filled in, and marks are in one order, so that the same content always gives the same bytes.
 */
export function snapshot(desk: Desk, id: StoryId, doc: Y.Doc): Revision {
  const kind = kindNamed(deskFor(desk, id), storyMeta(doc).get('kind'))
  const fields = readFields(doc, allFields(kind))
  const body = bodyOf(doc)
  return { format: 'copydesk.revision/1', story: id, kind: KindId.parse(kind.id), fields, body, assets: assetsOf(desk, id, fields, body) }
}

/** The body of a story's document through the schema. */
export function bodyOf(doc: Y.Doc): DocumentNode {
  return normaliseBody(yXmlFragmentToProsemirrorJSON(storyBody(doc)))
}

/** What is suggested in a story and has no answer yet, for its fields and then in its text. */
export function openSuggestionsOf(doc: Y.Doc): Suggestion[] {
  return [...fieldSuggestions(doc), ...openSuggestions(bodyWithSuggestions(yXmlFragmentToProsemirrorJSON(storyBody(doc))))]
}

/** The same, as where it is about. */
export function suggestionsOf(doc: Y.Doc): AboutSuggestion[] {
  return [...fieldSuggestions(doc).map(({ id, field }) => ({ id, field })), ...whereOpen(bodyWithSuggestions(yXmlFragmentToProsemirrorJSON(storyBody(doc))))]
}

/** Every asset that fields or body use and that the desk has, once each, sorted by hash. */
function assetsOf({ db }: Desk, id: StoryId, fields: FieldValues, body: DocumentNode): RevisionAsset[] {
  return describeFiles(db, id, hashesIn(fields, body))
}

/** What a version of a story says of these files, as far as the desk has them: the same on every desk that the story is on. */
export function describeFiles(db: Desk['db'], id: StoryId, hashes: readonly AssetHash[]): RevisionAsset[] {
  if (hashes.length === 0) return []
  const names = storyFileNames(db, id)
  return hashes.flatMap((hash) => {
    const info = describeAsset(db, hash)
    return info === undefined ? [] : [{ hash, name: names.get(hash) ?? info.name, mime: info.mime, size: info.size }]
  })
}

/** Every asset that fields or body name, once each, sorted by hash; whether or not the desk has it. */
export function hashesIn(fields: FieldValues, body: DocumentNode): AssetHash[] {
  return [...new Set([...hashesInFields(fields), ...hashesInBody(body)])].sort()
}

function hashesInFields(fields: FieldValues): AssetHash[] {
  return Object.values(fields).flatMap((value) => (typeof value === 'object' && 'asset' in value ? hashOf(value.asset) : []))
}

function hashesInBody(node: DocumentNode): AssetHash[] {
  return [...hashOf(node.attrs?.['asset']), ...(node.content ?? []).flatMap(hashesInBody)]
}

function hashOf(value: unknown): AssetHash[] {
  const parsed = AssetHash.safeParse(value)
  return parsed.success ? [parsed.data] : []
}
