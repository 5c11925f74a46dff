import { FileValue, type FieldDefinition } from '@shared/story/kind'
import { FilePlus, FileUp, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { Button, IconButton } from '../../ui/Button'
import { addFile } from '../files/add-file'
import { chooseFiles } from '../files/choose-files'
import { FileCover } from '../files/FileCover'
import { aboutFile, useAsset } from '../files/use-asset'
import { FileDrop } from './FileDrop'

/** A file that belongs to the story, such as a report. */
export function FileField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useShownValue(session, field)
  const parsed = FileValue.safeParse(value)
  const file = parsed.success ? parsed.data : null
  const info = useAsset(file?.asset)
  const labelId = useId()

  const put = async (files: readonly File[]): Promise<void> => {
    const [chosen] = files
    const added = chosen && (await addFile(chosen))
    if (!added) return
    session.startStep()
    putField(session, field, { asset: added.hash, name: added.name })
  }
  const choose = (): void => void chooseFiles('one', /pdf/i.test(field.label) ? 'application/pdf' : '').then(put)
  return (
    <div className="field" role="group" aria-labelledby={labelId} data-story-field={field.id}>
      <span className="field__label" id={labelId}>
        <span>
          {field.label}
          {field.required && <span className="field__required" aria-hidden>{' *'}</span>}
        </span>
      </span>
      <FileDrop onFiles={(files) => void put(files)}>
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
      </FileDrop>
      {field.help && <span className="field__help">{field.help}</span>}
    </div>
  )
}
