import { FileValue, type FieldDefinition } from '@shared/story/kind'
import { FilePlus, FileUp, Trash2 } from 'lucide-react'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { Button, IconButton } from '../../ui/Button'
import { addFile } from '../files/add-file'
import { chooseFiles } from '../files/choose-files'
import { FileCover } from '../files/FileCover'
import { aboutFile, useAsset } from '../files/use-asset'
import { AssetField } from './AssetField'

/** A file that belongs to the story, such as a report. */
export function FileField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useShownValue(session, field)
  const parsed = FileValue.safeParse(value)
  const file = parsed.success ? parsed.data : null
  const info = useAsset(file?.asset)

  const put = async (files: readonly File[]): Promise<void> => {
    const [chosen] = files
    const added = chosen && (await addFile(chosen))
    if (!added) return
    session.startStep()
    putField(session, field, { asset: added.hash, name: added.name })
  }
  const choose = (): void => void chooseFiles('one', /pdf/i.test(field.label) ? 'application/pdf' : '').then(put)
  return (
    <AssetField field={field} onFiles={(files) => void put(files)}>
      {file === null ? (
        <Button icon={FilePlus} className="fields-form__add" onClick={choose}>
          Add file
        </Button>
      ) : (
        <div className="file-field">
          <FileCover info={info} />
          <span className="file-field__words">
            <bdi className="file-field__name">{file.name}</bdi>
            <span className="file-field__about">{aboutFile(info)}</span>
          </span>
          <IconButton icon={FileUp} label="Replace file" size="small" onClick={choose} />
          <IconButton icon={Trash2} label="Remove file" size="small" onClick={() => putField(session, field, undefined)} />
        </div>
      )}
    </AssetField>
  )
}
