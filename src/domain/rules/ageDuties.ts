import { t } from '../../words/t.ts'
import type { Pupil } from '../records/pupil.ts'
import { addDays, addMonths, type Day, earliest, showDay } from './day.ts'
import { lawOn, limitOn, reckon, type RuledDay, whyOf } from './limits.ts'
import { adulthoodDue, rightsWithYoungPerson } from './reviewDates.ts'
import type { ReviewSettings } from './reviewSettings.ts'
import { ageOn, chronologicalYear, endOfCompulsorySchoolAge } from './schoolYear.ts'
import type { Why } from './why.ts'

/** R12: between when and when a child under five is best reviewed again; `to` binds where the authority made it a limit. */
export type UnderFiveWindow = { readonly from: RuledDay; readonly to: RuledDay; readonly binding: boolean }

/** Null once the child is five on the first day of the window. `last` is the last review, or the plan's issue. */
export const underFiveWindow = (
  dateOfBirth: Day,
  last: Day,
  settings: ReviewSettings,
): UnderFiveWindow | null => {
  const inputs = { 'Date of birth': showDay(dateOfBirth), 'Last review': showDay(last) }
  const start = lawOn('underFiveFrom', last)
  const from = reckon(last, start.span, 'after')
  if (ageOn(dateOfBirth, from) >= 5) return null
  const law = lawOn('underFiveReview', last)
  const row = limitOn('underFiveReview', last, settings)
  // A local limit in days is never later than the guidance's months.
  const to = earliest(reckon(last, row.span, 'after'), reckon(last, law.span, 'after'))
  return {
    from: { day: from, why: whyOf('underFiveFrom', start, inputs) },
    to: { day: to, why: whyOf('underFiveReview', row, inputs) },
    binding: row.strength === 'local',
  }
}

/** Something that a review has to do or may do because of who the pupil is. `day` is when it begins to hold, where it has one. */
export type Duty = {
  readonly duty: 'adulthood' | 'youngPerson' | 'lookedAfter' | 'elsewhere' | 'underFive' | 'interim'
  readonly day: Day | null
  readonly why: Why
}

type Person = Pick<Pupil, 'dateOfBirth'> & Partial<Pick<Pupil, 'yearGroup' | 'lookedAfter' | 'homeEducated'>>

const why = (
  rule: string,
  says: string,
  strength: Why['strength'],
  source: string,
  inputs: Record<string, string>,
): Why => ({
  rule,
  says,
  strength,
  source,
  inputs: Object.entries(inputs).map(([label, value]) => ({ label, value })),
})

type Inputs = Readonly<Record<string, string>>

const adulthoodWhy = (pupil: Person, on: Day, held: Inputs): Why =>
  why(
    'R13',
    t`From Year 9 the review considers what prepares for adulthood and independent living`,
    'must',
    t`SEND Regulations 2014, regulations 20(6) and 21(6)`,
    { ...held, 'Year by age': String(chronologicalYear(pupil.dateOfBirth, on)) },
  )

const rightsWhy = (end: Day, held: Inputs): Why =>
  why(
    'R14',
    t`The rights are with the young person: letters go to them, and their capacity to decide is recorded`,
    'must',
    t`Children and Families Act 2014, section 83; Education Act 1996, section 8`,
    { ...held, 'End of compulsory school age': showDay(end) },
  )

/** What a pupil's age asks for, or will within a year. `from`: the first day on which it holds. */
export type AgeDuty = {
  readonly duty: 'adulthood' | 'sixteen' | 'youngPerson'
  readonly from: Day | null
  readonly ahead: boolean
  readonly why: Why
}

/** R13 and R14 for a pupil with a plan on a day, with what begins within the next twelve months; nothing without a plan. */
export const ageDutiesOn = (pupil: Person & Pick<Pupil, 'status'>, today: Day): AgeDuty[] => {
  if (pupil.status !== 'E') return []
  const { dateOfBirth } = pupil
  const held = { 'Date of birth': showDay(dateOfBirth) }
  const year = addMonths(today, 12)
  const end = endOfCompulsorySchoolAge(dateOfBirth)
  const from = (duty: AgeDuty['duty'], day: Day, reason: Why): AgeDuty[] =>
    day > year ? [] : [{ duty, from: day, ahead: day > today, why: reason }]
  return [
    ...(adulthoodDue(pupil.yearGroup ?? null, dateOfBirth, today)
      ? [
          {
            duty: 'adulthood',
            from: null,
            ahead: false,
            why: adulthoodWhy(pupil, today, { ...held, Today: showDay(today) }),
          } as const,
        ]
      : []),
    ...from(
      'sixteen',
      addMonths(dateOfBirth, 16 * 12),
      why(
        t`16 and over`,
        t`From 16 a young person is taken to be able to decide unless it is shown, for that decision, that they cannot`,
        'must',
        t`Mental Capacity Act 2005, sections 1, 2(5) and 3`,
        held,
      ),
    ),
    ...from('youngPerson', addDays(end, 1), rightsWhy(end, held)),
  ]
}

/** R12 to R17: what holds for a review of this pupil on the day of its meeting. */
export const reviewDuties = (
  pupil: Person,
  meeting: Day,
  last: Day | null,
  settings: ReviewSettings,
): Duty[] => {
  const born = showDay(pupil.dateOfBirth)
  const held = { 'Date of birth': born, Meeting: showDay(meeting) }
  const end = endOfCompulsorySchoolAge(pupil.dateOfBirth)
  const young = last ? underFiveWindow(pupil.dateOfBirth, last, settings) : null
  return [
    ...(young ? [{ duty: 'underFive', day: young.from.day, why: young.to.why } as const] : []),
    ...(adulthoodDue(pupil.yearGroup ?? null, pupil.dateOfBirth, meeting)
      ? [
          {
            duty: 'adulthood',
            day: null,
            why: adulthoodWhy(pupil, meeting, held),
          } as const,
        ]
      : []),
    ...(rightsWithYoungPerson(pupil.dateOfBirth, meeting)
      ? [
          {
            duty: 'youngPerson',
            day: end,
            why: rightsWhy(end, held),
          } as const,
        ]
      : []),
    ...(pupil.lookedAfter
      ? [
          {
            duty: 'lookedAfter',
            day: null,
            why: why(
              'R15',
              'Where possible the review is held with the review of the care plan or the personal education plan',
              'should',
              'SEND Code of Practice 9.169 and 10.10',
              { Meeting: showDay(meeting) },
            ),
          } as const,
        ]
      : []),
    ...(pupil.homeEducated
      ? [
          {
            duty: 'elsewhere',
            day: null,
            why: why(
              'R17',
              'The pupil is not at a school: the authority invites, holds the meeting and writes the report, with the same limits',
              'must',
              'SEND Regulations 2014, regulation 21',
              { Meeting: showDay(meeting) },
            ),
          } as const,
        ]
      : []),
  ]
}

/** R16: an interim or early review may be held at any time, with the same steps and limits. */
export const interimDuty: Duty = {
  duty: 'interim',
  day: null,
  why: why(
    'R16',
    t`A review may be held early: where the placement is at risk, needs have changed, or a parent asks. Its steps and limits are the same`,
    'recommended',
    t`SEND Code of Practice 9.193; practice of authorities`,
    {},
  ),
}
