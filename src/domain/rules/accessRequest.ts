import { t } from '../../words/t.ts'
import type { AccessRequest } from '../records/accessRequest.ts'
import { addDays, addMonths, type Day, showDay, weekdayOf } from './day.ts'
import type { DueStatus } from './reviewDue.ts'
import type { Why } from './why.ts'

/** A stretch of school days, first and last day included. */
export type Term = { readonly from: Day; readonly to: Day }

/** Until when a request must be answered, and why. */
export type AccessDue = {
  readonly day: Day
  readonly why: Why
  /** Reckoned without what it needs: the school's term dates. It can only come to be later. */
  readonly estimate: boolean
  /** We are not sure of the rule itself: a person has to check it. */
  readonly isToCheck: boolean
  /** The last day on which the person can be told that two more months are needed; null where the law knows none. */
  readonly tellBy: Day | null
}

type Asked = Pick<AccessRequest, 'kind' | 'received' | 'extended'>

const isWeekend = (day: Day) => weekdayOf(day) % 6 === 0
/** A period that ends on a Saturday or Sunday ends on the next Monday. */
const afterWeekend = (day: Day): Day => (isWeekend(day) ? addDays(day, weekdayOf(day) === 6 ? 2 : 1) : day)

const article12 = t`UK GDPR, article 12(3); Information Commissioner, right of access`

const subjectAccess = ({ received, extended }: Asked): AccessDue => {
  const months = extended ? 3 : 1
  const corresponding = addMonths(received, months)
  const day = afterWeekend(corresponding)
  return {
    day,
    estimate: false,
    isToCheck: false,
    tellBy: afterWeekend(addMonths(received, 1)),
    why: {
      rule: extended ? 'A2' : 'A1',
      says: extended
        ? t`A complex request is answered within three months of its receipt, if the person was told so within the first`
        : t`A request is answered without undue delay, at the latest one month after its receipt`,
      strength: 'must',
      source: article12,
      inputs: [
        { label: t`Received`, value: showDay(received) },
        { label: t`Months`, value: String(months) },
        ...(day === corresponding
          ? []
          : [{ label: t`Falls on a weekend`, value: t`${showDay(corresponding)}, so the Monday after` }]),
        { label: t`Bank holidays`, value: t`not counted on: the day shown is the safe one` },
      ],
    },
  }
}

/** So many school days after a day; null where the terms that are known end before. */
const schoolDaysAfter = (day: Day, count: number, terms: readonly Term[]): Day | null => {
  const last = terms.reduce((to, term) => (term.to > to ? term.to : to), '')
  let left = count
  for (let at = addDays(day, 1); at <= last; at = addDays(at, 1)) {
    if (!isWeekend(at) && terms.some(({ from, to }) => from <= at && at <= to)) left -= 1
    if (left === 0) return at
  }
  return null
}

const weekdaysAfter = (day: Day, count: number): Day => {
  let at = day
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    if (!isWeekend(at)) left -= 1
  }
  return at
}

const schoolDays = 15
/** Said wherever this rule is: its text was not at hand when it was put in here. */
const checkSchoolDays = t`Check it with your data protection officer: we did not read the regulation itself. It is for maintained schools; in an academy look at your own policy`

const educationalRecord = ({ received }: Asked, terms: readonly Term[] | null): AccessDue => {
  // Terms that begin after the receipt leave the days between unknown.
  const covered = terms?.some(({ from }) => from <= received)
  const known = covered ? schoolDaysAfter(received, schoolDays, terms!) : null
  return {
    day: known ?? weekdaysAfter(received, schoolDays),
    estimate: known === null,
    isToCheck: true,
    tellBy: null,
    why: {
      rule: 'A3',
      says: t`A maintained school lets a parent have the educational record within 15 school days`,
      strength: 'must',
      source: t`Education (Pupil Information) (England) Regulations 2005, regulation 5`,
      inputs: [
        { label: t`Received`, value: showDay(received) },
        { label: t`School days`, value: String(schoolDays) },
        { label: t`How sure`, value: checkSchoolDays },
        known === null
          ? {
              label: t`Estimate`,
              value: t`counted in weekdays, as term dates aren’t known here; holidays make it later, never earlier`,
            }
          : { label: t`Term dates`, value: t`as the school gave them` },
      ],
    },
  }
}

/**
 * The last day for answering a request for access. `terms` are the school's, with holidays and training days left
 * out; null where they aren't known, which makes the day an estimate on the safe side. An extension is for subject
 * access alone.
 */
export const accessDue = (request: Asked, terms: readonly Term[] | null): AccessDue =>
  request.kind === 'educationalRecord' ? educationalRecord(request, terms) : subjectAccess(request)

/** Whether a request waits, and how urgently, in the words and marks of everything that has a date. */
export const accessStatus = (
  request: Pick<AccessRequest, 'kind' | 'received' | 'extended' | 'state'>,
  today: Day,
  terms: readonly Term[] | null = null,
): DueStatus => {
  if (request.state !== 'open') return 'done'
  const { day } = accessDue(request, terms)
  return day < today ? 'overdue' : day <= addDays(today, 7) ? 'dueSoon' : 'onTrack'
}

export const accessSteps = {
  received: 'Received',
  identity: 'Check who asks',
  look: 'Look through',
  make: 'Make the folder',
  sent: 'Sent',
} as const
export type AccessStep = keyof typeof accessSteps

/** What is to be done next. `undecided` counts what still has to be looked at; null while it isn't known. */
export const accessStep = (
  request: Pick<AccessRequest, 'state' | 'identityChecked'>,
  undecided: number | null,
): AccessStep =>
  request.state !== 'open'
    ? 'sent'
    : !request.identityChecked
      ? 'identity'
      : undecided === 0
        ? 'make'
        : 'look'
