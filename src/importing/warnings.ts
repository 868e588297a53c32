import type { Pupil } from '../domain/records/pupil.ts'
import { yearGroups, yearNumberOf } from '../domain/rules/codes.ts'
import type { Day } from '../domain/rules/day.ts'
import { chronologicalYear } from '../domain/rules/schoolYear.ts'
import type { DraftNeed, Notice } from './readRow.ts'

const yearName = (year: number) => (year === 0 ? yearGroups.R : year < 0 ? 'nursery' : `Year ${year}`)

/** What is stored but looks odd: an age outside its year group, needs that don't fit the status. */
export const warningsFor = (pupil: Pupil, needs: readonly DraftNeed[], today: Day): Notice[] => {
  const notices: Notice[] = []
  const taught = pupil.yearGroup === null ? null : yearNumberOf(pupil.yearGroup)
  const usual = chronologicalYear(pupil.dateOfBirth, today)
  if (taught !== null && taught !== usual && Math.max(taught, usual) >= 0) {
    notices.push({
      column: 'Year group',
      message: `A child of this age is usually in ${yearName(usual)}, not ${yearName(taught)}: check the date of birth and the year group`,
    })
  }
  if (pupil.status === 'N' && needs.length > 0) {
    notices.push({ column: 'Need 1', message: 'The row has a need but no SEN status of K or E' })
  }
  if (needs.some(({ type }) => type === 'NSA') && (needs.length > 1 || pupil.status === 'E')) {
    notices.push({ column: 'Need 1', message: 'NSA is only for SEN support, and stands alone' })
  }
  return notices
}
