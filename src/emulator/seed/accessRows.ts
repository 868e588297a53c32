import { blank } from '../../domain/record.ts'
import { AccessibilityItem } from '../../domain/records/accessibilityItem.ts'
import { Adjustment } from '../../domain/records/adjustment.ts'
import { SafetyPlan } from '../../domain/records/safetyPlan.ts'
import { addDays } from '../../domain/rules/day.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const items: readonly (Pick<AccessibilityItem, 'part' | 'aim'> &
  Partial<AccessibilityItem> & { readonly days: number })[] = [
  {
    part: 'curriculum',
    aim: 'Every trip can be joined by a pupil who uses a wheelchair',
    actions: 'Ask about steps and toilets before booking\nWrite it on the form for trips',
    days: 40,
  },
  {
    part: 'curriculum',
    aim: 'PE has an adapted version of each unit',
    actions: 'Two units a term, with the sports coach',
    days: 240,
  },
  {
    part: 'environment',
    aim: 'A way into the hall without steps',
    actions: 'Ramp and a wider door',
    cost: 1_400_00,
    days: -30,
  },
  {
    part: 'environment',
    aim: 'Edges of steps marked in a strong colour',
    actions: 'Painted in the holidays',
    cost: 120_00,
    days: -200,
    evidence: 'Walked with a pupil who sees little',
  },
  {
    part: 'information',
    aim: 'Letters home also in large print and read aloud',
    actions: 'The office asks each family once a year',
    days: 90,
  },
]

const barriers: readonly Pick<Adjustment, 'barrier' | 'adjustment' | 'where'>[] = [
  {
    barrier: 'Cannot hear instructions at the far side of the sports hall',
    adjustment: 'Radio aid worn by the coach, and a signal to stop',
    where: 'pe',
  },
  {
    barrier: 'The dining hall is too loud to eat in',
    adjustment: 'Goes in five minutes early with a friend',
    where: 'breaks',
  },
  {
    barrier: 'Cannot copy from the board at the pace of the class',
    adjustment: 'Notes are handed out on paper',
    where: 'class',
  },
  {
    barrier: 'The coach for the trip has no lift',
    adjustment: 'A coach with a lift is booked',
    where: 'trips',
  },
  { barrier: 'Tires by the afternoon', adjustment: null, where: 'everywhere' },
  {
    barrier: 'The uniform’s tie is hard to bear on the skin',
    adjustment: 'A clip-on tie, or none',
    where: 'policy',
  },
]

/** Adjustments at every stage, plans for safety and the school’s accessibility plan. */
export const makeAccess = (
  { today, senco, assistants }: Setting,
  random: Random,
  known: readonly Known[],
) => {
  const on = (days: number) => addDays(today, -days)
  const children = random.some(
    known.filter(({ pupil }) => pupil.record.left === null),
    10,
  )
  const stages: readonly Partial<Adjustment>[] = [
    {
      askedOn: on(400),
      decidedOn: on(395),
      inPlaceFrom: on(390),
      cost: 240_00,
      impact: 'Joins in each lesson.',
    },
    { askedOn: on(120), decidedOn: on(118), inPlaceFrom: on(110), reviewOn: on(-20), cost: 0 },
    { askedOn: on(60), decidedOn: on(50) },
    { askedOn: on(30), decidedOn: on(20), inPlaceFrom: on(18), cost: 180_00 },
    { askedOn: on(6) },
    {
      askedOn: on(90),
      decidedOn: on(80),
      declinedOn: on(80),
      declinedWhy:
        'A dark tie is asked for by the fire service of the workshop in design and technology only; everywhere else a clip-on tie is worn instead.',
    },
  ]
  const adjustments = barriers.flatMap((given, at): Row<Adjustment>[] => {
    const child = children[at]
    const stage = stages[at]!
    return child
      ? [
          {
            key: keyOn(random, stage.askedOn!),
            record: blank(Adjustment, {
              ...given,
              pupil: child.pupil.key,
              askedBy: 'A parent',
              ...stage,
              ...(stage.decidedOn
                ? { decidedBy: senco, decidedWith: 'Pupil and parents', askedOn: stage.askedOn! }
                : { askedOn: stage.askedOn! }),
            }),
          },
        ]
      : []
  })
  const plan = (at: number, days: number, given: Partial<SafetyPlan>): Row<SafetyPlan>[] => {
    const child = children[at]
    return child
      ? [
          {
            key: keyOn(random, on(days)),
            record: blank(SafetyPlan, {
              pupil: child.pupil.key,
              kind: 'peep',
              place: 'Documents, folder of the pupil',
              madeOn: on(days),
              madeBy: senco,
              ...given,
            }),
          },
        ]
      : []
  }
  const safety = [
    ...plan(0, 410, { sharedWith: 'Class team, office', sharedOn: on(405) }),
    ...plan(3, 100, { sharedWith: 'Class team, office', sharedOn: on(99), practisedOn: on(40) }),
    ...plan(6, 30, { kind: 'risk' }),
    ...plan(7, 20, { kind: 'health', sharedWith: 'Class team, first aiders', sharedOn: on(19) }),
  ]
  const accessibility = items.map(({ days, ...given }, at): Row<AccessibilityItem> => ({
    key: keyOn(random, on(300 - at)),
    record: blank(AccessibilityItem, {
      ...given,
      owner: at === 4 ? null : at % 2 === 0 ? senco : random.pick(assistants),
      by: addDays(today, days),
      doneOn: given.evidence ? addDays(today, days - 10) : null,
    }),
  }))
  return { adjustments, safety, accessibility }
}

/** Who is disabled, of those with SEN and of those without: two different sets. Those with an adjustment are. */
export const withDisability = (
  random: Random,
  pupils: readonly Row<Pupil>[],
  adjusted: ReadonlySet<string>,
): Row<Pupil>[] =>
  pupils.map((row) => {
    const sen = row.record.status !== 'N'
    const disabled = adjusted.has(row.key) || random.chance(sen ? 0.3 : 0.01)
    if (!disabled && !(sen && random.chance(0.7))) return row
    return {
      key: row.key,
      record: {
        ...row.record,
        disability: disabled,
        disabilitySource: disabled ? random.pick(['family', 'medical', 'admission'] as const) : null,
        disabilitySaidOn: disabled ? row.record.admitted : null,
      },
    }
  })
