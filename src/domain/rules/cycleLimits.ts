import { act, began, code, devon, must, regulations, type Limit } from './lawRow.ts'

/** The limits of when the next review is due: the twelve months, moves between phases and under-fives, R10 to R12. */
export const cycleLimits = {
  yearly: {
    rule: 'R10',
    rows: [
      must(
        { months: 12 },
        'The next review ends, with the authority’s decision, within {0}',
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
        says: 'The meeting is best held {0} before the anniversary',
        source: 'Practice: four weeks for the authority and four in hand',
      },
    ],
  },
  inheritedTold: {
    rule: 'R10',
    rows: [
      must(
        { days: 42 },
        'The new authority tells the parent within {0} of the plan’s transfer when it will review it',
        `${regulations}, regulation 15(4)`,
      ),
    ],
  },
  inheritedReview: {
    rule: 'R10',
    rows: [
      must(
        { months: 3 },
        'A plan from another authority is reviewed within twelve months of its last review, or {0} of the transfer, whichever is later',
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
        'The plan is reviewed and amended, naming the next place, at least {0} before the move',
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
        says: 'The latest meeting that leaves {0} for the amended plan',
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
        says: 'The plan of a child under five may be reviewed from {0} after the last review on',
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
        says: 'The authority considers reviewing the plan of a child under five within {0} of the last review',
        source: `${code} 9.178`,
      },
    ],
  },
} as const satisfies Record<string, Limit>
