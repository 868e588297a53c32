import type { Pupil } from '../domain/records/pupil.ts'
import type { RefusedRow, Who } from './plan.ts'
import type { Draft, Reason } from './readRow.ts'

/** A row of which every cell could be read: it says who the pupil is. */
export type Named = Draft & {
  readonly values: Partial<Pupil> & Pick<Pupil, 'surname' | 'forename' | 'dateOfBirth'>
}
export const isNamed = (draft: Draft): draft is Named => draft.reasons.length === 0
export const whoOf = ({ values }: Named): Who => ({
  surname: values.surname,
  forename: values.forename,
  upn: values.upn ?? null,
})

export const refused = (draft: Draft, reasons: readonly Reason[]): RefusedRow => ({
  row: draft.row,
  outcome: 'refused',
  who: isNamed(draft) ? whoOf(draft) : null,
  reasons,
  notices: draft.notices,
})
