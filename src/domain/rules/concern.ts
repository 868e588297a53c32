import { inWords, t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Concern } from '../records/concern.ts'
import { StaffConcern } from '../records/staffConcern.ts'
import type { Score } from '../records/score.ts'
import type { TeacherAsk } from '../records/teacherAsk.ts'
import { classKey, isInForce } from './classStaff.ts'
import type { ClassTeacher } from '../records/classTeacher.ts'
import { addDays, type Day, daysBetween, showDay } from './day.ts'
import type { DueStatus } from './reviewDue.ts'
import type { Why } from './why.ts'

/** The short questions that every teacher of a pupil is asked alike: choices first, then what they see in words. */
export const shortQuestions = [
  'communication',
  'learning',
  'emotional',
  'physical',
  'attention',
  'attendance',
] as const satisfies readonly (keyof StaffConcern)[]
export type ShortQuestion = (typeof shortQuestions)[number]
export const openQuestions = [
  'seen',
  'tried',
  'strengths',
  'parents',
] as const satisfies readonly (keyof StaffConcern)[]

/** What a teacher answers, in order. */
export const teacherQuestions = [...shortQuestions, ...openQuestions]

type Keyed<T> = T & { readonly key: string }

/** One teacher who was asked about a pupil, and what came of it. */
export type Asked = {
  readonly ask: Stored<TeacherAsk>
  readonly answer: Stored<StaffConcern> | null
  /** Withdrawn by the SENCO: nobody waits for it. */
  readonly closed: boolean
  readonly late: boolean
}

/**
 * Who was asked about one concern and who has answered. An answer counts whether or not its question was marked as
 * answered: the teacher's own row is the fact. Of two answers to one question the newest counts.
 */
export const askedAbout = (
  concern: Keyed<Concern>,
  asks: readonly Stored<TeacherAsk>[],
  answers: readonly Stored<StaffConcern>[],
  today: Day,
): Asked[] =>
  asks
    .filter((ask) => ask.concern === concern.key)
    .map((ask) => {
      const answer = answers
        .filter((one) => one.ask === ask.key)
        .reduce<Stored<StaffConcern> | null>(
          (newest, one) => (newest && newest.on >= one.on ? newest : one),
          null,
        )
      const closed = answer === null && ask.state === 'closed'
      return { ask, answer, closed, late: answer === null && !closed && ask.due !== null && ask.due < today }
    })
    .toSorted((a, b) => a.ask.teacher.localeCompare(b.ask.teacher, 'en-GB'))

/** What staff said of the pupil without being asked, or answered to questions of other concerns, since it was raised. */
export const alsoSaid = (
  concern: Keyed<Concern>,
  asked: readonly Asked[],
  answers: readonly Stored<StaffConcern>[],
): Stored<StaffConcern>[] => {
  const shown = new Set(asked.flatMap(({ answer }) => answer?.key ?? []))
  return answers.filter(
    (one) =>
      !shown.has(one.key) &&
      (one.concern === concern.key ||
        (one.concern === null && one.pupil === concern.pupil && one.on >= concern.raisedOn)),
  )
}

export const concernStates = {
  raised: 'Raised',
  asking: 'Waiting for teachers',
  toDecide: 'To decide',
  toTell: 'Parents to be told',
  watching: 'Watching',
  lookAgain: 'Look again',
  decided: 'Decided',
} as const
export type ConcernState = keyof typeof concernStates

/** Decisions of which parents are told: by law where SEN support begins, otherwise as good practice. */
const tells: readonly NonNullable<Concern['decision']>[] = [
  'support',
  'external',
  'request',
  'universal',
  'monitor',
]

/** Where a concern stands: nothing is a state that a person typed. */
export const concernState = (
  concern: Concern,
  asked: readonly Pick<Asked, 'answer' | 'closed'>[],
  today: Day,
): ConcernState => {
  if (concern.decision === null) {
    if (asked.some(({ answer, closed }) => answer === null && !closed)) return 'asking'
    return asked.some(({ answer }) => answer !== null) || concern.screening !== null || concern.found !== null
      ? 'toDecide'
      : 'raised'
  }
  if (tells.includes(concern.decision) && concern.toldOn === null) return 'toTell'
  if (concern.lookAgain !== null) return concern.lookAgain <= today ? 'lookAgain' : 'watching'
  return 'decided'
}

/** Whether nothing is left to do about it. */
export const isSettled = (state: ConcernState): boolean => state === 'decided'

/** Days in which a teacher usually answers; the SENCO chooses the day. A school's practice, no rule. */
const usualAnswerDays = 7
/** The day to offer: that of the others who were asked about the same concern, while it is still to come. */
export const usualAnswerDay = (asked: readonly Pick<Asked, 'ask'>[], today: Day): Day =>
  asked
    .flatMap(({ ask: { due } }) => (due !== null && due > today ? [due] : []))
    .toSorted()
    .at(-1) ?? addDays(today, usualAnswerDays)

/** A mark and words for where it stands. */
export const concernMark = (
  concern: Concern,
  asked: readonly Asked[],
  today: Day,
): { readonly status: DueStatus; readonly word: string } => {
  const state = concernState(concern, asked, today)
  switch (state) {
    case 'asking': {
      const [there, all] = [
        asked.filter(({ answer }) => answer).length,
        asked.filter(({ closed }) => !closed).length,
      ]
      const late = asked.some((one) => one.late)
      return { status: late ? 'overdue' : 'onTrack', word: t`${there} of ${all} answered` }
    }
    case 'raised':
    case 'toDecide':
    case 'toTell':
    case 'lookAgain':
      return { status: 'dueSoon', word: inWords(concernStates[state]) }
    case 'watching':
      return { status: 'onTrack', word: t`Look again ${showDay(concern.lookAgain!)}` }
    case 'decided':
      return { status: 'done', word: t`Decided` }
  }
}

/** Why parents are told. Source: Children and Families Act 2014, section 68; Code of Practice 6.43 and 6.48. */
export const tellWhy = (concern: Concern): Why =>
  concern.decision === 'support'
    ? {
        rule: t`Section 68`,
        says: t`The school tells the parents when it begins to make special educational provision for a pupil who has no EHC plan`,
        strength: 'must',
        source: t`Children and Families Act 2014, section 68(2)`,
        inputs: concern.decidedOn ? [{ label: t`Decided on`, value: showDay(concern.decidedOn) }] : [],
      }
    : {
        rule: t`Parents are told`,
        says: t`Parents hear from the school what was found, whatever it comes to`,
        strength: 'recommended',
        source: t`SEND Code of Practice 6.38 to 6.39, 6.43`,
        inputs: concern.decidedOn ? [{ label: t`Decided on`, value: showDay(concern.decidedOn) }] : [],
      }

/** Who teaches or supports a pupil's class on a day and has a sign-in address: whom the short questions can be put to. */
export const teachersOf = (
  className: string | null,
  rows: readonly ClassTeacher[],
  day: Day,
): { readonly name: string; readonly userPrincipalName: string; readonly subject: string }[] => {
  if (className === null) return []
  const seen = new Set<string>()
  return rows
    .filter((row) => classKey(row.className) === classKey(className) && isInForce(row, day))
    .flatMap(({ name, userPrincipalName, subject, role }) => {
      const address = userPrincipalName?.trim().toLowerCase()
      if (!address || seen.has(address)) return []
      seen.add(address)
      return [
        { name, userPrincipalName: address, subject: subject ?? (role === 'ta' ? t`Support` : className) },
      ]
    })
}

/** How long somebody has been waiting for an answer: `asked 9 days ago`. */
export const askedWords = (ask: Pick<TeacherAsk, 'askedOn'>, today: Day): string => {
  const days = daysBetween(ask.askedOn, today)
  return days <= 0 ? t`asked today` : days === 1 ? t`asked yesterday` : t`asked ${days} days ago`
}

/** How many teachers see each difficulty, for a line over the table: those who can't say are not counted. */
export const tallyOf = (
  answers: readonly Pick<StaffConcern, ShortQuestion>[],
): Readonly<Record<ShortQuestion, { readonly marked: number; readonly some: number; readonly of: number }>> =>
  Object.fromEntries(
    shortQuestions.map((question) => {
      const said = answers.map((one) => one[question]).filter((one) => one !== null && one !== 'unknown')
      return [
        question,
        {
          marked: said.filter((one) => one === 'marked').length,
          some: said.filter((one) => one === 'some').length,
          of: said.length,
        },
      ]
    }),
  ) as ReturnType<typeof tallyOf>

/** So long before a concern was raised a screening still speaks for it. */
const screeningBackDays = 365

/** The scores that are a concern's screening: taken as such, from a year before it was raised on; newest first. */
export const screeningOf = <S extends Pick<Score, 'purpose' | 'day'>>(
  concern: Pick<Concern, 'raisedOn'>,
  scores: readonly S[],
): S[] =>
  scores
    .filter(
      ({ purpose, day }) => purpose === 'screen' && day >= addDays(concern.raisedOn, -screeningBackDays),
    )
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))

/** Labels of the answers, as a teacher reads them. */
export const questionLabel = (question: (typeof teacherQuestions)[number]): string =>
  inWords(StaffConcern.fields[question].label)
