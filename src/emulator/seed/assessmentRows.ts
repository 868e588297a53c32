import { NeedsAssessment } from '../../domain/records/needsAssessment.ts'
import { blank } from '../../domain/record.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

type Plan = Partial<NeedsAssessment> & Pick<NeedsAssessment, 'requested' | 'requestedBy'>

/** Requests at every stage, each dated around today; `asked` is the day of the request. */
const stages = (today: Day): readonly Plan[] => {
  const on = (days: number) => addDays(today, days)
  return [
    { requested: on(-30), requestedBy: 'school' },
    {
      requested: on(-72),
      requestedBy: 'parent',
      assessDecision: 'yes',
      assessDecided: on(-32),
      adviceAsked: on(-31),
    },
    {
      requested: on(-131),
      requestedBy: 'school',
      assessDecision: 'yes',
      assessDecided: on(-86),
      adviceAsked: on(-84),
      adviceSent: on(-52),
      issueDecision: 'yes',
      issueDecided: on(-20),
      draftReceived: on(-8),
    },
    {
      requested: on(-95),
      requestedBy: 'school',
      assessDecision: 'no',
      assessDecided: on(-50),
      mediationCertificate: on(-21),
      note: 'The authority says that the school can meet the needs from its own resources. Parents are thinking about an appeal.',
    },
    { requested: null, requestedBy: 'school', note: 'Gathering two cycles of assess, plan, do, review.' },
  ]
}

/** A few pupils with SEN support for whom a plan is asked, and the old requests of some who have one. */
export const makeAssessments = (
  { today, authority }: Setting,
  random: Random,
  known: readonly Known[],
): Row<NeedsAssessment>[] => {
  const row = (pupil: string, given: Plan): Row<NeedsAssessment> => ({
    key: keyOn(random, given.requested ?? today),
    record: blank(NeedsAssessment, {
      pupil,
      authority,
      reference: given.requested ? `EHC/${random.whole(2000, 9999)}` : null,
      ...given,
    }),
  })
  const support = random.some(
    known.filter(({ pupil }) => pupil.record.status === 'K'),
    stages(today).length,
  )
  const open = support.flatMap(({ pupil }, i) => {
    const stage = stages(today)[i]!
    // The second time of asking: the first was refused last year.
    const before: Plan[] =
      i === 1
        ? [
            {
              requested: addDays(today, -420),
              requestedBy: 'parent',
              assessDecision: 'no',
              assessDecided: addDays(today, -381),
              closed: addDays(today, -320),
            },
          ]
        : []
    return [...before, stage].map((given) => row(pupil.key, given))
  })
  const past = random
    .some(
      known.filter(
        ({ pupil }) => pupil.record.planIssued !== null && pupil.record.planIssued > addDays(today, -700),
      ),
      2,
    )
    .map(({ pupil }) => {
      const issued = pupil.record.planIssued!
      const asked = addDays(issued, -random.whole(136, 175))
      return row(pupil.key, {
        requested: asked,
        requestedBy: 'school',
        assessDecision: 'yes',
        assessDecided: addDays(asked, 40),
        adviceAsked: addDays(asked, 41),
        adviceSent: addDays(asked, 75),
        issueDecision: 'yes',
        issueDecided: addDays(asked, 110),
        draftReceived: addDays(asked, 112),
        commentsSent: addDays(asked, 124),
        planIssued: issued,
      })
    })
  return [...open, ...past]
}
