import type { AssetInfo } from '@shared/ipc'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { complain } from '../../ui/notices'
import { insertBlock } from '../body/insert-block'
import { isPicture } from './add-file'
import { addToDesk, forgetOutcome } from './file-queue'
import { holdPlace } from './held-places'

/** From how many files on what went wrong is told in a list rather than one by one. */
export const manyFiles = 4

/**
 * Puts files into the desk and, one after the other, into the text: at `at`, or else where the cursor is. A file that can't be
 * taken is named in a message; the others go on.
 */
export async function insertFiles(editor: Editor, files: readonly File[], at = editor.state.selection.to): Promise<void> {
  if (files.length === 0) return
  const place = holdPlace(editor.view, at)
  const outcomes = addToDesk(files)
  for (const [index, file] of files.entries()) {
    place.say(files.length === 1 ? `Adding ‘${file.name}’ …` : `Adding ${index + 1} of ${files.length}: ‘${file.name}’ …`)
    const outcome = await outcomes[index]
    if (editor.isDestroyed || outcome === undefined) return
    if (outcome.kind === 'failed' && files.length < manyFiles) complain({ message: outcome.failure.message })
    const node = outcome.kind === 'added' ? nodeFor(editor, outcome.asset) : undefined
    if (node) place.move(insertBlock(editor, place.position(), node))
  }
  if (files.length < manyFiles) forgetOutcome()
  place.release()
  editor.view.focus()
}

/** Puts a file of the desk where the cursor is. */
export function insertAsset(editor: Editor, asset: AssetInfo): void {
  const node = nodeFor(editor, asset)
  if (node) insertBlock(editor, editor.state.selection.to, node)
  editor.view.focus()
}

/** A picture starts with what the library says of it, and has its own words from then on. */
function nodeFor({ schema }: Editor, { hash, name, words, ...info }: AssetInfo): Node | undefined {
  return isPicture(info) ? schema.nodes['figure']?.create({ asset: hash, ...words }) : schema.nodes['attachment']?.create({ asset: hash, name, label: words?.caption || withoutEnding(name) })
}

/** A file's name as a label: without its ending, with spaces for underscores. */
const withoutEnding = (name: string): string => name.replace(/\.[^.]{1,5}$/, '').replaceAll('_', ' ')
