import { inWords, t } from '../../words/t.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import { counted } from '../../domain/counted.ts'
import { staffRoles } from '../../domain/rules/codes.ts'
import { lower } from '../minutes/parts.ts'

type Given = Pick<Allocation, 'sessionsPerWeek' | 'minutes' | 'groupSize' | 'role' | 'staff'>

const everyWeeks = (): Record<string, string> => ({
  '0.5': t`once every two weeks`,
  '0.33': t`once every three weeks`,
  '0.25': t`once every four weeks`,
})

const timesAWeek = (times: number): string =>
  times === 1
    ? t`once a week`
    : times === 2
      ? t`twice a week`
      : (everyWeeks()[String(times)] ?? t`${counted(times, 'time')} a week`)

/** `3 times a week, 20 minutes each time`; '' where neither is recorded. */
export const howOften = ({ sessionsPerWeek, minutes }: Given): string =>
  [
    sessionsPerWeek ? timesAWeek(sessionsPerWeek) : null,
    minutes
      ? sessionsPerWeek
        ? t`${counted(minutes, 'minute')} each time`
        : counted(minutes, 'minute')
      : null,
  ]
    .filter(Boolean)
    .join(', ')

/** `Group of 4`, `One to one`; '' where it isn't recorded. */
export const groupOf = ({ groupSize }: Given): string =>
  groupSize ? (groupSize === 1 ? t`One to one` : t`Group of ${groupSize}`) : ''

/** `in a group of 4`, `one to one`; '' where it isn't recorded. */
const inGroup = ({ groupSize }: Given): string =>
  groupSize ? (groupSize === 1 ? t`one to one` : t`in a group of ${groupSize}`) : ''

/** `Mrs Lane, teaching assistant`; '' where nobody is recorded. */
export const byWhom = ({ staff, role }: Given): string =>
  [staff, role && (staff ? lower(inWords(staffRoles[role])) : inWords(staffRoles[role]))]
    .filter(Boolean)
    .join(', ')

const withRole = (): Record<keyof typeof staffRoles, string> => ({
  ta: t`with a teaching assistant`,
  hlta: t`with a higher level teaching assistant`,
  teacher: t`with a teacher`,
  specialistTeacher: t`with a specialist teacher`,
  senco: t`with the SENCO`,
  supervisor: t`with a midday supervisor`,
  external: t`with an external professional`,
})

/** `3 times a week, 20 minutes each time, in a group of 4, with a teaching assistant`. */
export const amountInWords = (given: Given): string =>
  [
    howOften(given),
    inGroup(given),
    given.staff ? t`with ${given.staff}` : given.role && withRole()[given.role],
  ]
    .filter(Boolean)
    .join(', ')
