import type { DutyPlace } from '../duties/duty.ts'
import type { Stored } from '../record.ts'
import type { Action } from '../records/action.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Concern } from '../records/concern.ts'
import type { Chase } from '../records/chase.ts'
import type { ChronologyEntry } from '../records/chronologyEntry.ts'
import type { ComplaintStage } from '../records/complaintStage.ts'
import type { Contributor } from '../records/contributor.ts'
import type { Disclosure } from '../records/disclosure.ts'
import type { Group } from '../records/group.ts'
import type { Cycle } from '../records/cycle.ts'
import type { Need } from '../records/need.ts'
import type { NeedsAssessment } from '../records/needsAssessment.ts'
import type { Outcome } from '../records/outcome.ts'
import type { OutcomeProgress } from '../records/outcomeProgress.ts'
import type { Profile } from '../records/profile.ts'
import type { Provision } from '../records/provision.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import type { Hold } from '../records/hold.ts'
import type { RetentionRule } from '../records/retentionRule.ts'
import type { StaffConcern } from '../records/staffConcern.ts'
import type { TeacherAsk } from '../records/teacherAsk.ts'
import type { School } from '../records/school.ts'
import type { TermDate } from '../records/termDate.ts'
import { type Day, showWeekday } from './day.ts'
import type { LedgerSums } from './ledgerTypes.ts'
import type { PublicationState } from './publish.ts'
import type { ReviewSettings } from './reviewSettings.ts'
import type { DueStatus } from './reviewDue.ts'
import type { Why } from './why.ts'

/** How what staff see of a pupil stands, with the parts that differ. */
export type Published = {
  readonly pupil: string
  readonly is: PublicationState
  readonly changes: readonly { readonly label: string }[]
}

/** What was delivered of a line in the last weeks; only lines that have a time in the week. */
export type RecentDelivery = { readonly allocation: string; readonly sums: LedgerSums }

/** Where staff see older ones: rows of the staff site's list of sessions, and school days on it, that differ from the records. */
export type StaffBehind = { readonly names: number; readonly days: number }

/** The lists of duties, by the duty: what `dutyLines` reads. */
export const dutyListNames = [
  'referrals',
  'services',
  'meetings',
  'sections',
  'website',
  'governors',
  'objectives',
  'planActions',
  'walks',
  'policies',
  'evidence',
  'arrangements',
  'form8',
  'examDates',
  'adjustments',
  'safety',
  'accessibility',
  'transfers',
  'transitions',
  'visits',
  'parents',
  'letters',
  'enquiries',
  'complaints',
  'safeguarding',
] as const
export type DutyListName = (typeof dutyListNames)[number]

/** All that the work list is made from: records that are not archived. */
export type TodayLists = {
  readonly pupils: readonly Stored<Pupil>[]
  readonly reviews: readonly Stored<Review>[]
  readonly contributors: readonly Stored<Contributor>[]
  readonly actions: readonly Stored<Action>[]
  readonly chases: readonly Stored<Chase>[]
  readonly assessments: readonly Stored<NeedsAssessment>[]
  readonly allocations: readonly Stored<Allocation>[]
  readonly provisions: readonly Stored<Provision>[]
  readonly needs: readonly Stored<Need>[]
  readonly outcomes: readonly Stored<Outcome>[]
  readonly progress: readonly Stored<OutcomeProgress>[]
  readonly profiles: readonly Stored<Profile>[]
  readonly cycles: readonly Stored<Cycle>[]
  /** Entries of the chronology that are conversations with parents. */
  readonly conversations: readonly Stored<ChronologyEntry>[]
  readonly published: readonly Published[]
  readonly groups: readonly Stored<Group>[]
  /** What was delivered in the last four weeks, by line. */
  readonly recent: readonly RecentDelivery[]
  /** One, or none where staff see what the records have. */
  readonly staffBehind: readonly StaffBehind[]
  readonly concerns: readonly Stored<Concern>[]
  readonly teacherAsks: readonly Stored<TeacherAsk>[]
  readonly staffConcerns: readonly Stored<StaffConcern>[]
  readonly retentionRules: readonly Stored<RetentionRule>[]
  readonly holds: readonly Stored<Hold>[]
  /** Within how many days each stage of a complaint is answered. */
  readonly complaintStages: readonly Stored<ComplaintStage>[]
} & { readonly [N in DutyListName]: readonly Stored<unknown>[] }

/** What a school has settled that the list depends on. */
export type TodaySettings = {
  readonly today: Day
  readonly school: School | null
  readonly review: ReviewSettings
  readonly terms: readonly TermDate[]
  /** When figures were last sent to governors and the trust; nothing where that never was. */
  readonly figuresSent?: Day | null
}

/** Where the next step is taken, or what it does. `field`: the one to write in there. */
export type Act =
  | {
      readonly is: 'review'
      readonly key: string
      readonly block: string | null
      readonly field?: string
    }
  | { readonly is: 'live'; readonly key: string }
  | {
      readonly is: 'pupil'
      readonly key: string
      readonly section:
        | 'thread'
        | 'reviews'
        | 'details'
        | 'needs'
        | 'outcomes'
        | 'plan'
        | 'provision'
        | 'delivery'
        | 'actions'
        | 'profile'
        | 'assessment'
      readonly about?: string
      readonly field?: string
    }
  | { readonly is: 'provision' }
  /** What was planned and delivered in the last weeks. */
  | { readonly is: 'delivered' }
  /** Who comes when, with what staff see of it. */
  | { readonly is: 'timetable' }
  /** What the school tells governors and its trust. */
  | { readonly is: 'figures' }
  /** Support that has stopped by itself: says whether it carries on, or what happened then. */
  | {
      readonly is: 'lapsed'
      readonly lines: readonly string[]
      readonly group: string | null
      readonly until: Day
      /** It was only to be looked at again: saying what happened then ends it. */
      readonly runs: boolean
    }
  /** A concern, or where those lie that nobody has taken up. */
  | { readonly is: 'concern'; readonly key: string | null }
  /** A row of a duty, or its list. */
  | { readonly is: 'duty'; readonly place: DutyPlace; readonly duty: string; readonly key: string | null }
  /** Classes, staff and the new school year. */
  | { readonly is: 'school'; readonly section: 'classes' }
  /** Writes the letters that remind of what is owed: the authority, or everybody whose advice is missing. */
  | {
      readonly is: 'chase'
      readonly of:
        | { readonly review: string; readonly what: 'decision' | 'notice' | 'finalPlan' }
        | { readonly review: string; readonly what: 'advice'; readonly contributor: null }
        | { readonly assessment: string }
    }
  /** Shows staff a pupil as the record is now, or takes what they see from them. */
  | { readonly is: 'publish' | 'withdraw'; readonly pupil: string }
  /** Ticks an action off. */
  | { readonly is: 'done'; readonly action: string }
  /** Writes down that somebody was reminded; begins with what is given. */
  | { readonly is: 'remind'; readonly given: Partial<Chase> }
  /** Writes down what came back. */
  | { readonly is: 'answer'; readonly chase: string }

/** The next step as a button. `writes`: only for who may change records. */
export type Verb = { readonly words: string; readonly act: Act; readonly writes: boolean }

/** The reminders about one thing, newest first. `again`: from when the next one is offered. */
export type Chased = {
  readonly key: string
  readonly on: Day
  readonly to: string | null
  readonly times: number
  readonly again: Day
  readonly answered: boolean
}

/** `none` has no date: something that is out of date or not filled in, or that nobody put a date to. */
export type When = 'overdue' | 'today' | 'week' | 'halfTerm' | 'later' | 'none'
export type Owner = 'school' | 'authority' | 'others'

/** One thing that somebody owes, or that is not as it should be. Our own words in it name no pupil. */
export type WorkLine = {
  /** The same each time for the same thing. */
  readonly id: string
  readonly about: 'review' | 'advice' | 'action' | 'assessment' | 'support' | 'record' | 'chase'
  readonly owner: Owner
  readonly status: DueStatus
  readonly word: string
  /** Keys. More than one where a group's support ends. */
  readonly pupils: readonly string[]
  /** What the pupil's record is opened for by the next step: the reason, and the task in words that are ours alone. */
  readonly task: { readonly purpose: Disclosure['purpose']; readonly words: string }
  readonly what: string
  /** `what` is what somebody typed: it may name anybody. */
  readonly typed: boolean
  readonly day: Day | null
  readonly when: When
  readonly detail: string | null
  readonly chased: Chased | null
  readonly why: Why | null
  readonly next: Verb
  /** Where it can be looked at, for who may not change it. */
  readonly open: Act
  /** A meeting of today. */
  readonly meeting: { readonly time: string | null; readonly where: string | null } | null
}

/** `Tue 10 Mar`, with the year where it is not this one. */
export const nearDay = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? showWeekday(day).replace(/ \d{4}$/, '') : showWeekday(day)
