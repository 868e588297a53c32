import { type Day, partsOf, weekdayOf, addDays } from './day.ts'

/** The academic year runs from 1 September to 31 August and is named by the year in which it starts. */
export const academicYearOf = (day: Day): number => {
  const [year, month] = partsOf(day)
  return month >= 9 ? year : year - 1
}

/** `2026/27` */
export const showAcademicYear = (start: number): string =>
  `${start}/${String((start + 1) % 100).padStart(2, '0')}`

/** The school year of a child of this age: 0 is Reception, 1 to 13 are Years 1 to 13, below 0 is nursery. */
export const chronologicalYear = (dateOfBirth: Day, on: Day): number =>
  academicYearOf(on) - academicYearOf(dateOfBirth) - 5

/** Whole years of age on a day. */
export const ageOn = (dateOfBirth: Day, on: Day): number => {
  const [year, month, date] = partsOf(dateOfBirth)
  const [y, m, d] = partsOf(on)
  return y - year - (m < month || (m === month && d < date) ? 1 : 0)
}

/**
 * End of compulsory school age: the last Friday of June of the school year in which the child turns 16.
 * Source: Education Act 1996 s.8 and the Education (School Leaving Date) Order 1997.
 */
export const endOfCompulsorySchoolAge = (dateOfBirth: Day): Day => {
  const lastOfJune = `${academicYearOf(dateOfBirth) + 17}-06-30`
  return addDays(lastOfJune, -((weekdayOf(lastOfJune) + 2) % 7))
}
