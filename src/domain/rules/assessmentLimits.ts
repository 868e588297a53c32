import { must, regulations, type Limit } from './lawRow.ts'

/** The limits of a request for an EHC needs assessment: A1 to A5. */
export const assessmentLimits = {
  assessDecision: {
    rule: 'A1',
    rows: [
      must(
        { days: 42 },
        'The authority tells the parent whether it will assess within {0} of the request',
        `${regulations}, regulation 5(1)`,
      ),
    ],
  },
  assessAdvice: {
    rule: 'A2',
    rows: [
      must(
        { days: 42 },
        'Whoever is asked for advice gives it within {0}',
        `${regulations}, regulation 8(1)`,
      ),
    ],
  },
  assessRefusal: {
    rule: 'A3',
    rows: [
      must(
        { days: 112 },
        'A decision not to issue a plan is told within {0} of the request',
        `${regulations}, regulation 10(1)`,
      ),
    ],
  },
  assessComments: {
    rule: 'A4',
    rows: [
      must(
        { days: 15 },
        'The parent or young person has at least {0} to comment on the draft plan, counting the day it was served',
        `${regulations}, regulation 13(1)`,
      ),
    ],
  },
  assessFinal: {
    rule: 'A5',
    rows: [
      must(
        { days: 140 },
        'The final plan is issued within {0} of the request',
        `${regulations}, regulation 13(2)`,
      ),
    ],
  },
} as const satisfies Record<string, Limit>
