import type { Limit } from './lawRow.ts'

/** When the Pupil Information Regulations began. */
const pupilInformation = 'Education (Pupil Information) (England) Regulations 2005'
const since = '2005-09-01'

/** The limits of a move to another school: T1 to T5. School days are those of the school's own calendar. */
export const transferLimits = {
  recordSent: {
    rule: 'T1',
    rows: [
      {
        from: since,
        span: { schoolDays: 15 },
        strength: 'must',
        says: 'A maintained school sends the common transfer file and the pupil’s record within {0} of the last day on roll',
        source: `${pupilInformation}, regulation 9`,
      },
    ],
  },
  recordSentAcademy: {
    rule: 'T1',
    rows: [
      {
        from: since,
        span: { schoolDays: 15 },
        strength: 'recommended',
        says: 'An academy or independent school is strongly encouraged to send the common transfer file and the pupil’s record within {0} of the last day on roll',
        source: `Department for Education, School-to-School; for maintained schools ${pupilInformation}, regulation 9`,
      },
    ],
  },
  protectionSent: {
    rule: 'T2',
    rows: [
      {
        from: since,
        span: { days: 5 },
        strength: 'should',
        says: 'The safeguarding lead hands the child-protection file to the next one within {0}, apart from all other records',
        source: 'Keeping children safe in education; practice of authorities',
      },
    ],
  },
  transitionBegins: {
    rule: 'T3',
    rows: [
      {
        from: since,
        span: { months: 7 },
        strength: 'recommended',
        says: 'Work on a move in September is best begun in February, {0} before',
        source: 'Practice of SENCOs: calendars of the year',
      },
    ],
  },
  transitionAgreed: {
    rule: 'T4',
    rows: [
      {
        from: since,
        span: { days: 56 },
        strength: 'recommended',
        says: 'The plan for a move is best agreed {0} before it, so that there is time for visits',
        source: 'Practice of SENCOs',
      },
    ],
  },
  transitionLook: {
    rule: 'T5',
    rows: [
      {
        from: since,
        span: { days: 42 },
        strength: 'recommended',
        says: 'How a move went is best asked {0} after it',
        source: 'Practice of SENCOs',
      },
    ],
  },
} as const satisfies Record<string, Limit>
