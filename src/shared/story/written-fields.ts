import type { FieldDefinition } from './kind'

type Field = Pick<FieldDefinition, 'id' | 'type'>

const above: readonly string[] = ['headline', 'summary']

/** Whether a field stands above the text, where a reader comes to it first. The others stand in the form beside it. */
export const isAboveText = (field: string): boolean => above.includes(field)

/** The fields that are written as text, as one comes to them: headline, summary, then those of the form. Slugs and addresses are no words. */
export function writtenFields<F extends Field>(fields: readonly F[]): readonly F[] {
  const written = fields.filter(({ type }) => type === 'text' || type === 'longText')
  return [...above.flatMap((id) => written.filter((field) => field.id === id)), ...written.filter(({ id }) => !isAboveText(id))]
}

/** Those among them that hold sentences. In one line of the form stands a name, a number, a place: a dictionary knows nothing of those. */
export const proseFields = <F extends Field>(fields: readonly F[]): readonly F[] => writtenFields(fields).filter(({ id, type }) => isAboveText(id) || type === 'longText')
