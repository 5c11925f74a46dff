import type { Editor } from '@tiptap/core'
import { addFile, isPicture } from './add-file'

/** Puts files into the desk and, one after the other, into the text at the cursor. */
export async function insertFiles(editor: Editor, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const added = await addFile(file)
    if (added === null) continue
    const content = isPicture(added)
      ? { type: 'figure', attrs: { asset: added.hash } }
      : { type: 'attachment', attrs: { asset: added.hash, name: added.name, label: withoutEnding(added.name) } }
    editor.chain().focus().insertContent(content).run()
  }
}

/** A file's name as a label: without its ending, with spaces for underscores. */
export const withoutEnding = (name: string): string => name.replace(/\.[^.]{1,5}$/, '').replaceAll('_', ' ')
