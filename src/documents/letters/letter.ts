import { t } from '../../words/t.ts'
import { type Day, partsOf, weekdayOf } from '../../domain/rules/day.ts'
import type { Block } from '../blocks.ts'
import type { ReviewFile } from '../reviewFile.ts'

/** The letters that a review needs, each in a file of its own. */
export const letterKinds = {
  invitation: 'Invitation',
  advice: 'Request for advice',
  papers: 'Cover for the papers',
  report: 'Cover for the report',
  chaseAdvice: 'Reminder: advice',
  chaseDecision: 'Reminder: the authority’s decision',
  chaseNotice: 'Reminder: the proposed changes',
  chaseFinal: 'Reminder: the final plan',
  chaseAssessment: 'Reminder: the EHC needs assessment',
  supportNotice: 'Notice of SEN support',
  concernDecision: 'What was found and decided',
} as const
export type LetterKind = keyof typeof letterKinds

/** To whom a letter goes. */
export type Addressee = {
  /** The person at the review; null for an officer who is only named in the pupil's record. */
  readonly key: string | null
  readonly name: string
  /** How the person is addressed: family letters are written otherwise than an officer's. */
  readonly as: 'parent' | 'youngPerson' | 'child' | 'professional'
  readonly role: string
  readonly statutory: boolean
  readonly organisation: string | null
  readonly address: string | null
  readonly email: string | null
  /** Language and format that the record says they prefer. */
  readonly language: string | null
  /** Whom to ask before anything is sent. */
  readonly restriction: string | null
  /** The contact of the pupil who this is, where one is known. */
  readonly contact?: string | null
}

/** What a letter is made of. `bound`: the review's own fields are bound, as no other letter stands in the file. */
export type Writing = {
  readonly file: ReviewFile
  readonly to: Addressee
  readonly today: Day
  readonly bound: boolean
}
export type LetterBody = (writing: Writing) => { readonly subject: string; readonly blocks: readonly Block[] }

const days = () => [t`Sunday`, t`Monday`, t`Tuesday`, t`Wednesday`, t`Thursday`, t`Friday`, t`Saturday`]
const months = () => [
  t`January`,
  t`February`,
  t`March`,
  t`April`,
  t`May`,
  t`June`,
  t`July`,
  t`August`,
  t`September`,
  t`October`,
  t`November`,
  t`December`,
]
export const weekday = (day: Day): string => days()[weekdayOf(day)]!
/** `10 March 2026`: a letter has room. */
export const letterDay = (day: Day): string => {
  const [year, month, date] = partsOf(day)
  return `${date} ${months()[month - 1]} ${year}`
}
/** `Tuesday 10 March 2026`. */
export const fullDay = (day: Day): string => `${weekday(day)} ${letterDay(day)}`
