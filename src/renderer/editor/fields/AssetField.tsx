import type { FieldDefinition } from '@shared/story/kind'
import type { ReactNode } from 'react'
import { FieldGroup } from '../../ui/FieldGroup'
import { FileDrop } from './FileDrop'

interface AssetFieldProps {
  readonly field: FieldDefinition
  /** Files that were dropped on it. */
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** The frame of a field that holds a file of the desk: its name, and a place to drop files. */
export function AssetField({ field, onFiles, children }: AssetFieldProps) {
  return (
    <FieldGroup label={field.label} help={field.help} required={field.required} data-story-field={field.id}>
      <FileDrop onFiles={onFiles}>{children}</FileDrop>
    </FieldGroup>
  )
}
