import type { AssetInfo } from '@shared/ipc'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { insertBlock } from '../body/insert-block'
import { addFile, isPicture } from './add-file'
import { holdPlace } from './held-places'

/**
 * Puts files into the desk and, one after the other, into the text: at `at`, or else where the cursor is. A file that can't be
 * taken is named in a message; the others go on.
 */
export async function insertFiles(editor: Editor, files: readonly File[], at = editor.state.selection.to): Promise<void> {
  if (files.length === 0) return
  const place = holdPlace(editor.view, at)
  for (const [index, file] of files.entries()) {
    place.say(files.length === 1 ? `Adding ‘${file.name}’ …` : `Adding ${index + 1} of ${files.length}: ‘${file.name}’ …`)
    const added = await addFile(file)
    if (editor.isDestroyed) return
    const node = added && nodeFor(editor, added)
    if (node) place.move(insertBlock(editor, place.position(), node))
  }
  place.release()
  editor.view.focus()
}

function nodeFor({ schema }: Editor, { hash, name, ...info }: AssetInfo): Node | undefined {
  return isPicture(info) ? schema.nodes['figure']?.create({ asset: hash }) : schema.nodes['attachment']?.create({ asset: hash, name, label: withoutEnding(name) })
}

/** A file's name as a label: without its ending, with spaces for underscores. */
const withoutEnding = (name: string): string => name.replace(/\.[^.]{1,5}$/, '').replaceAll('_', ' ')
