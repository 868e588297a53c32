import { began, devon, must, regulations, type Limit } from './lawRow.ts'

/** The limits of what follows from a meeting of a review: R1 to R9. */
export const reviewLimits = {
  inviteBy: {
    rule: 'R1',
    tighter: 'more',
    rows: [
      must(
        { days: 14 },
        'Everyone is invited at least {0} before the meeting',
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
        'Advice is circulated to everyone invited at least {0} before the meeting',
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
        says: 'Advice is best asked for {0} before the meeting',
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
        'The report goes to everyone invited within {0} of the meeting',
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
        'The authority tells the parent and the school its decision, with any proposed amendments, within {0} of the meeting',
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
        'Where it amends, the authority sends its notice, the plan and the proposed changes within {0} of the meeting',
        `${regulations}, regulation 22; ${devon}`,
      ),
    ],
  },
  comments: {
    rule: 'R6',
    rows: [
      must(
        { days: 15 },
        'The parent or young person has at least {0} to comment, counting the day of the notice',
        `${regulations}, regulation 22(2)`,
      ),
    ],
  },
  finalAfterNotice: {
    rule: 'R7',
    rows: [
      must(
        { days: 56 },
        'The final plan is issued within {0} of the notice',
        `${regulations}, regulation 22(3) and (4); ${devon}`,
      ),
    ],
  },
  finalAfterMeeting: {
    rule: 'R7',
    rows: [
      must(
        { days: 84 },
        'The final plan is issued within {0} of the meeting',
        `${regulations}, regulation 22(3) and (4); ${devon}`,
      ),
    ],
  },
  notAmended: {
    rule: 'R8',
    rows: [
      must(
        { days: 56 },
        'Where it does not amend after all, the authority says so, with reasons and the right of appeal, within {0} of the notice',
        `${regulations}, regulation 22`,
      ),
    ],
  },
  appealAfterLetter: {
    rule: 'R9',
    rows: [
      must(
        { months: 2 },
        'An appeal is made within {0} of the letter, or a month of the mediation certificate, whichever is later',
        'First-tier Tribunal (HESC) Rules 2008, rule 20; SEND Regulations 2014, regulations 32 and 33',
      ),
    ],
  },
  appealAfterCertificate: {
    rule: 'R9',
    rows: [
      must(
        { months: 1 },
        'An appeal is made within {0} of the mediation certificate, or two of the letter, whichever is later',
        'First-tier Tribunal (HESC) Rules 2008, rule 20; SEND Regulations 2014, regulations 32 and 33',
      ),
    ],
  },
} as const satisfies Record<string, Limit>
