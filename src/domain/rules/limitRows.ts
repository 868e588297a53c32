import type { Day } from './day.ts'
import type { Strength } from './why.ts'

/** How long: calendar days, months, or up to a day of the year ('02-15'). */
export type Span = { readonly days: number } | { readonly months: number } | { readonly before: string }

/** A limit as it stands from a day on. A change of law is one more row under the same limit. */
export type LimitRow = {
  readonly from: Day
  readonly span: Span
  readonly strength: Strength
  /** `{span}` is where the length goes. */
  readonly says: string
  readonly source: string
  /** Who says so where the child is taught elsewhere than at a school (rule R17). */
  readonly elsewhere?: string
}

type Limit = {
  /** The rule, as this project numbers them. */
  readonly rule: string
  /** Which way an authority or a school may go beyond it; left out where it may not. */
  readonly tighter?: 'more' | 'fewer'
  readonly rows: readonly [LimitRow, ...LimitRow[]]
}

const regulations = 'SEND Regulations 2014'
const devon = 'R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)'
const code = 'SEND Code of Practice'
const act = 'Children and Families Act 2014'
/** When the Act, the Regulations and the Code began. */
const began = '2014-09-01'

const must = (span: Span, says: string, source: string, elsewhere?: string): LimitRow => ({
  from: began,
  span,
  strength: 'must',
  says,
  source,
  ...(elsewhere === undefined ? {} : { elsewhere }),
})

/** Every limit that a date of this product rests on, with its rows from the oldest to the newest. */
export const limits = {
  inviteBy: {
    rule: 'R1',
    tighter: 'more',
    rows: [
      must(
        { days: 14 },
        'Everyone is invited at least {span} before the meeting',
        `${regulations}, regulation 20(3)`,
        `${regulations}, regulation 21`,
      ),
    ],
  },
  circulateBy: {
    rule: 'R2',
    tighter: 'more',
    rows: [
      must(
        { days: 14 },
        'Advice is circulated to everyone invited at least {span} before the meeting',
        `${regulations}, regulation 20(4)`,
        `${regulations}, regulation 21`,
      ),
    ],
  },
  adviceBy: {
    rule: 'R2',
    tighter: 'more',
    rows: [
      {
        from: began,
        span: { days: 42 },
        strength: 'recommended',
        says: 'Advice is best asked for {span} before the meeting',
        source: 'Practice of authorities: six weeks, where some ask for eight or twelve',
      },
    ],
  },
  reportBy: {
    rule: 'R3',
    tighter: 'fewer',
    rows: [
      must(
        { days: 14 },
        'The report goes to everyone invited within {span} of the meeting',
        `${regulations}, regulation 20(8) and (9)`,
        `${regulations}, regulation 21`,
      ),
    ],
  },
  decisionBy: {
    rule: 'R4',
    tighter: 'fewer',
    rows: [
      must(
        { days: 28 },
        'The authority tells the parent and the school its decision, with any proposed amendments, within {span} of the meeting',
        `${regulations}, regulation 20(10); regulation 22; ${devon}`,
        `${regulations}, regulation 21; regulation 22; ${devon}`,
      ),
    ],
  },
  noticeBy: {
    rule: 'R5',
    rows: [
      must(
        { days: 28 },
        'Where it amends, the authority sends its notice, the plan and the proposed changes within {span} of the meeting',
        `${regulations}, regulation 22; ${devon}`,
      ),
    ],
  },
  comments: {
    rule: 'R6',
    rows: [
      must(
        { days: 15 },
        'The parent or young person has at least {span} to comment, counting the day of the notice',
        `${regulations}, regulation 22(2)`,
      ),
    ],
  },
  finalAfterNotice: {
    rule: 'R7',
    rows: [
      must(
        { days: 56 },
        'The final plan is issued within {span} of the notice',
        `${regulations}, regulation 22(3) and (4); ${devon}`,
      ),
    ],
  },
  finalAfterMeeting: {
    rule: 'R7',
    rows: [
      must(
        { days: 84 },
        'The final plan is issued within {span} of the meeting',
        `${regulations}, regulation 22(3) and (4); ${devon}`,
      ),
    ],
  },
  notAmended: {
    rule: 'R8',
    rows: [
      must(
        { days: 56 },
        'Where it does not amend after all, the authority says so, with reasons and the right of appeal, within {span} of the notice',
        `${regulations}, regulation 22`,
      ),
    ],
  },
  appealAfterLetter: {
    rule: 'R9',
    rows: [
      must(
        { months: 2 },
        'An appeal is made within {span} of the letter, or a month of the mediation certificate, whichever is later',
        'First-tier Tribunal (HESC) Rules 2008, rule 20; SEND Regulations 2014, regulations 32 and 33',
      ),
    ],
  },
  appealAfterCertificate: {
    rule: 'R9',
    rows: [
      must(
        { months: 1 },
        'An appeal is made within {span} of the mediation certificate, or two of the letter, whichever is later',
        'First-tier Tribunal (HESC) Rules 2008, rule 20; SEND Regulations 2014, regulations 32 and 33',
      ),
    ],
  },
  yearly: {
    rule: 'R10',
    rows: [
      must(
        { months: 12 },
        'The next review ends, with the authority’s decision, within {span}',
        `${act}, section 44; ${code} 9.169`,
      ),
    ],
  },
  targetMeeting: {
    rule: 'R10',
    tighter: 'more',
    rows: [
      {
        from: began,
        span: { days: 56 },
        strength: 'recommended',
        says: 'The meeting is best held {span} before the anniversary',
        source: 'Practice: four weeks for the authority and four in hand',
      },
    ],
  },
  inheritedTold: {
    rule: 'R10',
    rows: [
      must(
        { days: 42 },
        'The new authority tells the parent within {span} of the plan’s transfer when it will review it',
        `${regulations}, regulation 15(4)`,
      ),
    ],
  },
  inheritedReview: {
    rule: 'R10',
    rows: [
      must(
        { months: 3 },
        'A plan from another authority is reviewed within twelve months of its last review, or {span} of the transfer, whichever is later',
        `${regulations}, regulation 15(5)`,
      ),
    ],
  },
  transferToPost16: {
    rule: 'R11',
    rows: [
      must(
        { before: '03-31' },
        'The plan is reviewed and amended, naming the post-16 place, before this day',
        `${regulations}, regulation 18(1)(a)`,
      ),
    ],
  },
  transferOther: {
    rule: 'R11',
    rows: [
      must(
        { before: '02-15' },
        'The plan is reviewed and amended, naming the next school, before this day',
        `${regulations}, regulation 18(1)(b)`,
      ),
    ],
  },
  transferBetweenPost16: {
    rule: 'R11',
    rows: [
      must(
        { months: 5 },
        'The plan is reviewed and amended, naming the next place, at least {span} before the move',
        `${regulations}, regulation 18(2)`,
      ),
    ],
  },
  transferMeeting: {
    rule: 'R11',
    rows: [
      {
        from: began,
        span: { days: 84 },
        strength: 'recommended',
        says: 'The latest meeting that leaves {span} for the amended plan',
        source: `${regulations}, regulations 18 and 22; ${devon}`,
      },
    ],
  },
  underFiveFrom: {
    rule: 'R12',
    rows: [
      {
        from: began,
        span: { months: 3 },
        strength: 'should',
        says: 'The plan of a child under five may be reviewed from {span} after the last review on',
        source: `${code} 9.178`,
      },
    ],
  },
  underFiveReview: {
    rule: 'R12',
    tighter: 'fewer',
    rows: [
      {
        from: began,
        span: { months: 6 },
        strength: 'should',
        says: 'The authority considers reviewing the plan of a child under five within {span} of the last review',
        source: `${code} 9.178`,
      },
    ],
  },
  assessDecision: {
    rule: 'A1',
    rows: [
      must(
        { days: 42 },
        'The authority tells the parent whether it will assess within {span} of the request',
        `${regulations}, regulation 5(1)`,
      ),
    ],
  },
  assessAdvice: {
    rule: 'A2',
    rows: [
      must(
        { days: 42 },
        'Whoever is asked for advice gives it within {span}',
        `${regulations}, regulation 8(1)`,
      ),
    ],
  },
  assessRefusal: {
    rule: 'A3',
    rows: [
      must(
        { days: 112 },
        'A decision not to issue a plan is told within {span} of the request',
        `${regulations}, regulation 10(1)`,
      ),
    ],
  },
  assessComments: {
    rule: 'A4',
    rows: [
      must(
        { days: 15 },
        'The parent or young person has at least {span} to comment on the draft plan, counting the day it was served',
        `${regulations}, regulation 13(1)`,
      ),
    ],
  },
  assessFinal: {
    rule: 'A5',
    rows: [
      must(
        { days: 140 },
        'The final plan is issued within {span} of the request',
        `${regulations}, regulation 13(2)`,
      ),
    ],
  },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

/** Those that an authority or a school may tighten. */
export type LocalLimitName = {
  [N in LimitName]: (typeof limits)[N] extends { tighter: string } ? N : never
}[LimitName]
