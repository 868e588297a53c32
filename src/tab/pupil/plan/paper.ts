import { show } from '../../../domain/fields.ts'
import { fieldOf, type Stored } from '../../../domain/record.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import { CycleTarget } from '../../../domain/records/cycleTarget.ts'
import { calledName, fullName } from '../../../domain/records/pupil.ts'
import { needTypes } from '../../../domain/rules/codes.ts'
import { aimsOf } from '../../../domain/rules/cycleCarry.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { amountOf } from '../../../domain/rules/goldenThread.ts'
import { provenanceOf, speakerOf } from '../../../domain/rules/provenance.ts'
import type { TextParagraph } from '../../../documents/paragraphs.ts'
import { type Passing, daysOf } from '../../../ui/disclosure/passOn.ts'
import { partFields } from './partFields.ts'
import type { PlanRecords } from './usePlanRecords.ts'

const heading = (text: string): TextParagraph => ({ text, is: 'heading' })
const line = (text: string): TextParagraph => ({ text, is: 'text' })

const filled = (cycle: Stored<Cycle>, fields: readonly (keyof Cycle & string)[]): TextParagraph[] =>
  fields.flatMap((name) => {
    const words = show(fieldOf(Cycle, name), cycle[name])
    return words === '' ? [] : [line(`${Cycle.fields[name].label}: ${words}`)]
  })

const said = ({ pupil, views }: PlanRecords, cycle: string, topic: string): TextParagraph[] =>
  views
    .filter((view) => view.cycle === cycle && view.topic === topic)
    .map((view) => line(`${speakerOf(view, calledName(pupil))}: “${view.words}” (${provenanceOf(view)})`))

/** All that a printed plan says, part by part; what is blank is left out. */
export const planParagraphs = (plan: PlanRecords, cycle: Stored<Cycle>, today: Day): TextParagraph[] => {
  const { pupil, needs, allocations, provisions, targets, outcomes } = plan
  const from = cycle.agreedOn ?? cycle.began
  const until = cycle.reviewedOn ?? cycle.ended ?? today
  const open = needs.filter(({ until: ended }) => !ended || ended >= from)
  const support = allocations
    .filter((one) => one.from <= until && (!one.until || one.until >= from))
    .map((one) =>
      [provisions.find(({ key }) => key === one.provision)?.name ?? 'Support', amountOf(one)]
        .filter(Boolean)
        .join(', '),
    )
  const review = [...filled(cycle, partFields.review), ...said(plan, cycle.key, 'Review')]
  return [
    { text: `Plan ${cycle.number}: ${fullName(pupil)}`, is: 'title' },
    line(`Begun ${showDay(cycle.began)}`),
    heading('Assess'),
    ...(open.length > 0 ? [line(`Needs: ${open.map(({ type }) => needTypes[type]).join(', ')}`)] : []),
    ...filled(cycle, partFields.assess),
    ...said(plan, cycle.key, 'Assess'),
    heading('Plan'),
    ...aimsOf(cycle.key, targets, outcomes).flatMap(({ row, outcome }) =>
      outcome
        ? [
            line(
              [
                `Target: ${outcome.text}`,
                outcome.baseline && `From: ${outcome.baseline}.`,
                outcome.criterion && `Reached when: ${outcome.criterion}.`,
                outcome.by && `By ${showDay(outcome.by)}.`,
                outcome.strategies && `How adults help: ${outcome.strategies}`,
                row.rating && `${CycleTarget.fields.rating.choices[row.rating]}.`,
                row.evidence,
              ]
                .filter(Boolean)
                .join(' '),
            ),
          ]
        : [],
    ),
    ...filled(cycle, partFields.plan),
    heading('Do'),
    ...(support.length > 0 ? [line(`Support: ${support.join('; ')}`)] : []),
    ...filled(cycle, partFields.do),
    ...(review.length > 0 ? [heading('Review'), ...review] : []),
  ]
}

/** A plan on its way to paper: asked for whom, looked through for other children, logged. */
export const planPassing = (
  plan: PlanRecords,
  cycle: Stored<Cycle>,
  today: Day,
  print: () => void,
): Passing => ({
  title: 'Print this plan',
  did: 'printed',
  what: 'Plan of the school',
  about: [plan.pupil.key],
  logged: [plan.pupil.key],
  adults: [
    plan.pupil.keyAdult,
    plan.pupil.socialWorker,
    cycle.raisedBy,
    cycle.keyPerson,
    ...plan.allocations.map(({ staff }) => staff),
    ...plan.views.flatMap(({ whose, name, helper }) => [whose === 'child' ? null : name, helper]),
  ].filter((name) => name !== null),
  days: [
    ...daysOf(plan.pupil),
    cycle.began,
    cycle.raisedOn,
    cycle.assessedOn,
    cycle.agreedOn,
    cycle.reviewBy,
    cycle.toldOn,
    cycle.reviewedOn,
    cycle.ended,
    ...plan.outcomes.map(({ by }) => by),
    ...plan.views.map(({ gathered }) => gathered),
  ],
  verb: 'Print',
  look: async () => ({
    paragraphs: planParagraphs(plan, cycle, today),
    go: async () => {
      print()
      return { words: 'Given to the printer.' }
    },
  }),
})
