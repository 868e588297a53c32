import { t } from '../../words/t.ts'
import { partsOf } from './day.ts'
import { rolloverDue } from './rollover.ts'
import { showAcademicYear } from './schoolYear.ts'
import { type Context, joined, lateWords, lineOf, verb, whyOf } from './todayParts.ts'
import { whenOf } from './todayPeriods.ts'
import type { WorkLine } from './todayTypes.ts'

/** One line for the whole school while its pupils stand in last year's year groups: from August until it is done. */
export const rolloverLines = (context: Context): WorkLine[] => {
  const { pupils, today, periods } = context
  const due = rolloverDue([...pupils.values()], today)
  if (!due) return []
  const place = { is: 'school', section: 'classes' } as const
  const when = whenOf(due.by, periods)
  return [
    lineOf('school', due.by, context, {
      id: `year:${due.year}`,
      about: 'record',
      // The holidays are when it is prepared, however far off the first day is.
      ...(when === 'later' ? { when: 'halfTerm' } : {}),
      pupils: [],
      what: t`Move up to the school year ${showAcademicYear(due.year)}`,
      detail: joined(
        due.by < today && lateWords(due.by, today),
        t`${due.behind} of ${due.pupils} pupils are in last year’s year group`,
      ),
      why: whyOf(
        t`School year`,
        t`The school year begins on 1 September, and the autumn census counts everybody in their year`,
        'recommended',
        t`Practice; dates of birth and year groups of the register`,
        {
          'Pupils in last year’s year group': String(due.behind),
          Pupils: String(due.pupils),
          'School year begins in': String(partsOf(due.by)[0]),
        },
      ),
      next: verb(t`Start the new school year`, place),
      open: place,
    }),
  ]
}
