import { t } from '../../words/t.ts'
import type { ExamArrangement } from '../records/examArrangement.ts'
import { type Day, showDay } from '../rules/day.ts'
import type { Why } from '../rules/why.ts'
import type { Due, Standing } from './duty.ts'
import { settledDay } from './why.ts'

const rule = t`Exam arrangements`
/** Those that somebody outside answers. */
const outside = ['approval', 'board', 'application'] as const
export const isOutside = ({ way }: ExamArrangement): boolean =>
  (outside as readonly (string | null)[]).includes(way)
export const isExtraTime = ({ arrangement }: ExamArrangement): boolean =>
  arrangement === 'time25' || arrangement === 'timeMore'
export const needsSending = (row: ExamArrangement): boolean => isOutside(row) || row.way === 'notification'

const because = (says: string, inputs: Why['inputs'] = [], source = t`Practice of schools`): Why => ({
  rule,
  says,
  strength: 'recommended',
  source,
  inputs,
})
const jcq = t`JCQ, Access Arrangements and Reasonable Adjustments`

const by = (what: string, says: string, verb: string, day: Day | null, source?: string): Due => ({
  what,
  day,
  owner: 'school',
  verb,
  why: {
    ...because(says, day === null ? [] : [{ label: t`By`, value: showDay(day) }], source),
    ...(day === null ? {} : { strength: 'local' as const }),
  },
})
const open = (word: string, due: Due): Standing => ({ is: 'open', word, due })

/** Before it is settled: what is lacking until it can be sent or agreed. */
const beforeAgreed = (row: ExamArrangement): Standing => {
  if (row.way === null)
    return open(
      t`Who settles it?`,
      by(
        t`Say who settles an exam arrangement`,
        t`Some the school decides, others need an approval before a deadline`,
        t`Say who settles it`,
        row.applyBy,
      ),
    )
  if (row.tests === 'jcq' && isExtraTime(row) && row.restBreaks === null)
    return open(
      t`Rest breaks first`,
      by(
        t`Say what was seen of rest breaks before extra time`,
        t`Supervised rest breaks are considered before extra time`,
        t`Write it down`,
        row.applyBy,
        jcq,
      ),
    )
  if (row.way === 'approval' && row.toldOn === null)
    return open(
      t`Candidate to be told`,
      by(
        t`Tell a candidate where their data go`,
        t`The candidate is told before an application is made online`,
        t`Tell the candidate`,
        row.applyBy,
        jcq,
      ),
    )
  if (needsSending(row) && row.appliedOn === null)
    return open(
      row.way === 'notification' ? t`To notify` : t`To apply`,
      by(
        row.way === 'notification'
          ? t`Notify the agency of an arrangement`
          : t`Apply for an exam arrangement`,
        row.applyBy === null
          ? t`No day is written down: see the deadlines of the season`
          : t`The day that was written down for it`,
        row.way === 'notification' ? t`Notify` : t`Apply`,
        row.applyBy,
      ),
    )
  if (isOutside(row))
    return {
      is: 'waiting',
      word: t`Applied`,
      due: {
        ...by(
          t`No answer yet to an application for an exam arrangement`,
          t`An arrangement holds only once it is approved`,
          t`Look for the answer`,
          row.examsFrom,
        ),
        owner: 'others',
      },
    }
  return open(
    t`To decide`,
    by(t`Decide about an exam arrangement`, t`The school settles this one itself`, t`Decide`, row.examsFrom),
  )
}

/** Once it is settled: that it holds until the last exam, that it is staffed, and what became of it. */
const afterAgreed = (row: ExamArrangement, today: Day): Standing => {
  const over = row.examsTo !== null && row.examsTo < today
  if (over)
    return open(
      t`Used?`,
      by(
        t`Say whether an exam arrangement was used`,
        t`What was used is evidence for the next season, and what was not may not be needed`,
        t`Write how it went`,
        row.examsTo,
      ),
    )
  if (row.expires !== null && (row.expires < today || (row.examsTo !== null && row.expires < row.examsTo)))
    return open(
      t`Approval ends too soon`,
      by(
        t`The approval of an exam arrangement ends before the exams`,
        t`A new application is made where the approval does not last until the last exam`,
        t`Apply again`,
        row.applyBy ?? row.expires,
        jcq,
      ),
    )
  if (row.room === null && row.staff === null && row.examsFrom !== null)
    return open(
      t`Agreed, room and staff open`,
      by(
        t`Find room and staff for an exam arrangement`,
        t`The exams officer needs to know who sits where and with whom`,
        t`Write room and staff`,
        row.examsFrom,
      ),
    )
  return row.examsTo === null
    ? { is: 'open', word: t`Agreed`, due: null }
    : {
        is: 'open',
        word: t`Ready`,
        due: {
          what: t`Say whether an exam arrangement was used`,
          day: row.examsTo,
          owner: 'school',
          verb: t`Write how it went`,
          why: settledDay(rule, t`Last exam or test on`, row.examsTo),
        },
      }
}

/** How an arrangement stands, from its dated facts alone. */
export const standingOf = (row: ExamArrangement, today: Day): Standing => {
  if (row.endedOn !== null) return { is: 'done', word: t`No longer needed`, due: null }
  if (row.used !== null)
    return {
      is: 'done',
      word: row.used === 'none' ? t`Not used` : t`Used`,
      due: null,
    }
  if (row.refusedOn !== null)
    return open(
      t`Refused`,
      by(
        t`An exam arrangement was refused: say what happens instead`,
        t`Whoever is refused still has the difficulty`,
        t`Decide what next`,
        row.examsFrom,
      ),
    )
  return row.agreedOn === null ? beforeAgreed(row) : afterAgreed(row, today)
}
