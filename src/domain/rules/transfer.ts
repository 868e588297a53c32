import { t } from '../../words/t.ts'
import type { Hold } from '../records/hold.ts'
import type { NeedsAssessment } from '../records/needsAssessment.ts'
import type { Pupil } from '../records/pupil.ts'
import type { School } from '../records/school.ts'
import type { Transfer } from '../records/transfer.ts'
import type { Stored } from '../record.ts'
import { addDays, type Day, showDay } from './day.ts'
import { lawOn, type RuledDay, whyOf } from './limits.ts'
import { assessmentState } from './needsAssessment.ts'
import { disposalReview } from './retention.ts'
import { receiptOf } from './retentionFacts.ts'
import type { RuleRow } from './retentionRules.ts'
import { addSchoolDays, knowsYear, type SchoolCalendar } from './schoolCalendar.ts'
import type { Why } from './why.ts'

/** The clocks of a transfer run on the school's own days; how binding they are hangs on what kind of school it is. */
export type TransferClock = {
  readonly calendar: SchoolCalendar
  readonly inLaw: School['inLaw']
}

/**
 * By when the common transfer file and the record go, counted from the last day on roll, which is not counted itself.
 * A school that has not said what it is in law is held to what a maintained school must do.
 */
export const recordDue = (left: Day, { calendar, inLaw }: TransferClock): RuledDay => {
  const name = inLaw === null || inLaw === 'maintained' ? 'recordSent' : 'recordSentAcademy'
  const row = lawOn(name, left)
  if (!('schoolDays' in row.span)) throw new Error('The record is sent within a number of school days')
  const day = addSchoolDays(calendar, left, row.span.schoolDays)
  return {
    day,
    why: whyOf(name, row, {
      [t`Last day on roll`]: showDay(left),
      ...(knowsYear(calendar, left) && knowsYear(calendar, day)
        ? {}
        : { [t`School days`]: t`without holidays that nobody entered: the day may be later` }),
    }),
  }
}

/** By when the safeguarding lead hands over what is theirs. */
export const protectionDue = (left: Day): RuledDay => {
  const row = lawOn('protectionSent', left)
  if (!('days' in row.span)) throw new Error('The child-protection file goes within a number of days')
  return {
    day: addDays(left, row.span.days),
    why: whyOf('protectionSent', row, { [t`Last day on roll`]: showDay(left) }),
  }
}

/** What becomes of the school's own copy once the next school has the file. */
export type OwnCopy =
  /** The rules keep it, or nobody can say. */
  | { readonly is: 'kept'; readonly says: string; readonly until: Day | null; readonly why: Why }
  /** From this day on a person may decide that it goes. */
  | { readonly is: 'goes'; readonly day: Day; readonly why: Why }

type CopyPupil = Stored<
  Pick<Pupil, 'dateOfBirth' | 'left' | 'admitted' | 'status' | 'statusFrom' | 'planIssued' | 'fileReceived'>
>

/** What stands for or against the disposal of one pupil's record; rows of others are left aside. */
export type KeepingRows = {
  readonly retentionRules: readonly RuleRow[]
  readonly holds: readonly Pick<Hold, 'pupil' | 'kind' | 'from' | 'lifted' | 'lookAgain'>[]
  readonly assessments: readonly NeedsAssessment[]
}

/**
 * Whether the school's own copy may go, after the next school confirmed that it has the file; null before that. The
 * day is that of the school's retention rules; a legal hold and an assessment that is not over keep it. A request for
 * access that is not answered keeps it too, which the place where it is disposed of looks at (Records, Keeping).
 */
export const ownCopy = (
  pupil: CopyPupil & { readonly key: string },
  { retentionRules, holds, assessments }: KeepingRows,
  today: Day,
): OwnCopy | null => {
  const received = receiptOf(pupil)
  if (received === null) return null
  const review = disposalReview(
    pupil,
    retentionRules,
    holds.filter((hold) => hold.pupil === pupil.key),
    today,
    { received, hadSend: true, requests: [] },
  )
  if (review.held)
    return { is: 'kept', says: review.held.says, until: review.held.lookAgain, why: review.why }
  const pending = assessments.some(
    (one) => one.pupil === pupil.key && !['issued', 'refused', 'closed'].includes(assessmentState(one)),
  )
  if (pending)
    return {
      is: 'kept',
      says: t`An EHC needs assessment is not over yet`,
      until: null,
      why: {
        rule: t`Own copy`,
        says: t`The school that asked for an assessment keeps what it needs to answer for it until it is over`,
        strength: 'recommended',
        source: t`Advice to SENCOs`,
        inputs: [],
      },
    }
  return review.day === null
    ? { is: 'kept', says: t`The retention rules have no day for it`, until: null, why: review.why }
    : { is: 'goes', day: review.day, why: review.why }
}

/** Whether a pupil's file is of the SENCO's to send: there is, or was, something in it. */
const hasFile = ({ status, statusFrom, planIssued }: Pupil): boolean =>
  status !== 'N' || statusFrom !== null || planIssued !== null

/** Calendar days after which nobody is reminded of a leaver of whom no transfer was ever begun: the file went otherwise. */
const reminded = 120
/** Calendar days before the last day on roll from which a leaver is told. */
const ahead = 28

/** Pupils with a SEND file who leave soon or left, whose file nobody has begun to send. */
export const leaversWithout = <P extends Stored<Pupil>>(
  pupils: readonly P[],
  transfers: readonly Pick<Transfer, 'pupil' | 'way'>[],
  today: Day,
): P[] => {
  const begun = new Set(transfers.flatMap(({ pupil, way }) => (way === 'leaving' ? [pupil] : [])))
  return pupils.filter(
    (pupil) =>
      pupil.left !== null &&
      pupil.left <= addDays(today, ahead) &&
      pupil.left >= addDays(today, -reminded) &&
      hasFile(pupil) &&
      receiptOf(pupil) === null &&
      !begun.has(pupil.key),
  )
}
