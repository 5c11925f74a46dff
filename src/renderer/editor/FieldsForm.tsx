import './fields-form.css'
import type { FieldDefinition } from '@shared/story/kind'
import { isAboveText } from '@shared/story/written-fields'
import { memo } from 'react'
import { useStorySession } from '../story/StoryProvider'
import { Commentable } from './comments/FieldComments'
import { AddressField } from './fields/AddressField'
import { ChoiceField } from './fields/ChoiceField'
import { ChoicesField } from './fields/ChoicesField'
import { DateField } from './fields/DateField'
import { DateTimeField } from './fields/DateTimeField'
import { FileField } from './fields/FileField'
import { ImageField } from './fields/ImageField'
import { KeptFields } from './fields/KeptFields'
import { LanguageField } from './fields/LanguageField'
import { ListField } from './fields/ListField'
import { SlugField } from './fields/SlugField'
import { PlainTextField } from './fields/PlainTextField'
import { StoryField } from './fields/StoryField'
import { Suggestible, SuggestibleNote } from './suggestions/fields/Suggestible'

/** The fields of the story's kind that are not part of the page one writes on. They are not drawn again with each save: they look at the story themselves. */
export const FieldsForm = memo(function FieldsForm() {
  const { kind } = useStorySession()
  return (
    <div className="fields-form" role="group" aria-label="Details">
      <SuggestibleNote />
      {kind.fields.map((field) => !isAboveText(field.id) && <Commentable key={`${field.id} ${field.type}`} field={field.id} label={field.label}><Suggestible field={field}><Control field={field} /></Suggestible></Commentable>)}
      <KeptFields />
    </div>
  )
})

function Control({ field }: { readonly field: FieldDefinition }) {
  switch (field.type) {
    case 'text':
    case 'longText':
      return <PlainTextField field={field} />
    case 'slug':
      return <SlugField field={field} />
    case 'date':
      return <DateField field={field} />
    case 'dateTime':
      return <DateTimeField field={field} />
    case 'choice':
      return <ChoiceField field={field} />
    case 'choices':
      return <ChoicesField field={field} />
    case 'list':
    case 'person':
    case 'place':
      return <ListField field={field} />
    case 'address':
      return <AddressField field={field} />
    case 'image':
      return <ImageField field={field} />
    case 'file':
      return <FileField field={field} />
    case 'language':
      return <LanguageField field={field} />
    case 'story':
      return <StoryField field={field} />
  }
}
