import { tagOf } from '../domain/record.ts'
import type { QualityPlace } from '../domain/rules/quality.ts'
import type { ReviewFile } from './reviewFile.ts'
import { placesOf, targetPlaces } from './reviewPlaces.ts'

/** The control in which a lost point of the checklist would be written; null where it has no one field. */
export const tagOfPlace = (file: ReviewFile, { record, field }: QualityPlace): string | null => {
  if (field === 'targets') {
    const [first] = targetPlaces(file).room
    return first ? tagOf(first.type, first.key, 'text') : null
  }
  for (const { type, key } of placesOf(file).values())
    if (key === record && Object.hasOwn(type.fields as object, field)) return tagOf(type, key, field)
  return null
}
