import { inWords, t } from '../../words/t.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
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
      : (everyWeeks()[String(times)] ?? t`${times} times a week`)

/** `3 times a week, 20 minutes each time`; '' where neither is recorded. */
export const howOften = ({ sessionsPerWeek, minutes }: Given): string =>
  [
    sessionsPerWeek ? timesAWeek(sessionsPerWeek) : null,
    minutes ? t`${minutes} minutes${sessionsPerWeek ? t` each time` : ''}` : null,
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

/** `3 times a week, 20 minutes each time, in a group of 4, with a teaching assistant`. */
export const amountInWords = (given: Given): string =>
  [
    howOften(given),
    inGroup(given),
    given.staff
      ? t`with ${given.staff}`
      : given.role &&
        t`with ${given.role === 'senco' ? 'the' : 'a'} ${lower(inWords(staffRoles[given.role]))}`,
  ]
    .filter(Boolean)
    .join(', ')
    .replace(/\ba (?=[aeiou])/g, 'an ')
