import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import type { Stored } from '../record.ts'
import type { Pupil } from '../records/pupil.ts'
import { type Day, daysBetween } from './day.ts'
import type { DueStatus } from './reviewDue.ts'
import type { ChaseBook } from './todayChases.ts'
import { type Periods, whenOf } from './todayPeriods.ts'
import type { Act, Owner, TodaySettings, WorkLine } from './todayTypes.ts'
import type { Strength, Why } from './why.ts'

/** What every part of the list reckons with. */
export type Context = TodaySettings & {
  readonly periods: Periods
  readonly chases: ChaseBook
  /** Pupils by key, those who left among them. */
  readonly pupils: ReadonlyMap<string, Stored<Pupil>>
}

/** Whether the pupil is still at the school. */
export const stillHere = (pupil: Pick<Pupil, 'left'>, today: Day): boolean =>
  pupil.left === null || pupil.left >= today

/** `9 days late`. */
export const lateWords = (day: Day, today: Day): string => {
  const days = daysBetween(day, today)
  return t`${counted(days, 'day')} late`
}

export const joined = (...parts: readonly (string | null | false | undefined)[]): string | null =>
  parts.filter(Boolean).join(' · ') || null

const words: Record<Exclude<WorkLine['when'], 'none'>, string> = {
  overdue: t`Overdue`,
  today: t`Today`,
  week: t`Due soon`,
  halfTerm: t`On track`,
  later: t`On track`,
}
const marks: Record<WorkLine['when'], DueStatus> = {
  overdue: 'overdue',
  today: 'dueSoon',
  week: 'dueSoon',
  halfTerm: 'onTrack',
  later: 'onTrack',
  none: 'unknown',
}

/** What a line of each kind opens a pupil's record for, unless it says so itself. */
const usualTasks: Record<WorkLine['about'], WorkLine['task']> = {
  review: { purpose: 'review', words: t`Annual review due` },
  advice: { purpose: 'review', words: t`Advice asked for` },
  action: { purpose: 'provision', words: t`Action due` },
  assessment: { purpose: 'assessment', words: t`EHC needs assessment` },
  support: { purpose: 'provision', words: t`Support or plan due` },
  record: { purpose: 'provision', words: t`Record out of date` },
  chase: { purpose: 'review', words: t`Reminder not answered` },
}

type Told = Pick<WorkLine, 'id' | 'about' | 'pupils' | 'what' | 'next' | 'open'> &
  Partial<
    Pick<WorkLine, 'typed' | 'detail' | 'chased' | 'why' | 'word' | 'status' | 'meeting' | 'when' | 'task'>
  >

/** A line with a day: its mark follows from whose turn it is and how near the day lies. */
export const lineOf = (owner: Owner, day: Day | null, { periods }: Context, told: Told): WorkLine => {
  const when = told.when ?? whenOf(day, periods)
  const others = owner !== 'school' && when !== 'overdue'
  return {
    task: usualTasks[told.about],
    typed: false,
    detail: null,
    chased: null,
    why: null,
    meeting: null,
    owner,
    day,
    when,
    status: owner === 'authority' && others ? 'authority' : marks[when],
    word: others
      ? owner === 'authority'
        ? t`Authority’s turn`
        : t`Waiting`
      : when === 'none'
        ? t`No date`
        : words[when],
    ...told,
  }
}

/** Something that is out of date or not filled in: it has no day, and is no step that anybody owes. */
export const recordLine = (
  context: Context,
  told: Omit<Told, 'about'> & { readonly word: string; readonly why: Why },
): WorkLine => lineOf('school', null, context, { ...told, about: 'record' })

export const whyOf = (
  rule: string,
  says: string,
  strength: Strength,
  source: string,
  inputs: Readonly<Record<string, string>>,
): Why => ({
  rule,
  says,
  strength,
  source,
  inputs: Object.entries(inputs).map(([label, value]) => ({ label, value })),
})

export const review = (key: string, block: string | null = null, field?: string): Act => ({
  is: 'review',
  key,
  block,
  ...(field ? { field } : {}),
})

type PupilAct = Extract<Act, { is: 'pupil' }>
export const inPupil = (
  key: string,
  section: PupilAct['section'],
  more: Partial<Pick<PupilAct, 'about' | 'field'>> = {},
): Act => ({ is: 'pupil', key, section, ...more })

/** A button that leads somewhere or does something; `writes` unless said. */
export const verb = (words: string, act: Act, writes = true): WorkLine['next'] => ({ words, act, writes })
