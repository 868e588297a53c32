import { type Field, show } from '../domain/fields.ts'
import { fieldOf, tagOf } from '../domain/record.ts'
import type { Bound, Run } from './blocks.ts'
import type { Place } from './reviewPlaces.ts'

const kinds: { [K in Field['kind']]: Bound['kind'] } = {
  text: 'line',
  longText: 'lines',
  wholeNumber: 'line',
  decimal: 'line',
  money: 'line',
  date: 'date',
  choice: 'choice',
  yesNo: 'choice',
  key: 'line',
  upn: 'line',
}

const optionsOf = (field: Field): readonly string[] | undefined =>
  field.kind === 'choice' ? Object.values(field.choices) : field.kind === 'yesNo' ? ['Yes', 'No'] : undefined

const notRecorded = 'Not recorded yet'

/** What the record says of a field, as the document shows it: '' where nothing is recorded. */
export const recordedText = (place: Place, field: string): string =>
  show(fieldOf(place.type, field), (place.record ?? place.given)[field])

/** One field of a record as a piece of text that reads back. `placeholder` says what belongs there. */
export const bind = (place: Place, field: string, placeholder: string = notRecorded): Run => {
  const definition = fieldOf(place.type, field)
  const options = optionsOf(definition)
  return {
    bound: {
      tag: tagOf(place.type, place.key, field),
      title: definition.label,
      text: recordedText(place, field),
      // In brackets: a gap is told from an answer in print, and without colour.
      placeholder: `[${placeholder}]`,
      kind: kinds[definition.kind],
      ...(options ? { options } : {}),
    },
  }
}
