import { getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { documentExtensions } from './extensions'

/** The ProseMirror schema of a story's body. */
export const documentSchema: Schema = getSchema(documentExtensions)
