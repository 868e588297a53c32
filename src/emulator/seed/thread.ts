import { Need } from '../../domain/records/need.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { blank } from '../../domain/record.ts'
import type { NeedType } from '../../domain/rules/codes.ts'
import { addDays, addMonths, type Day, earliest } from '../../domain/rules/day.ts'
import { keyOn } from './random.ts'
import type { Row } from './rows.ts'
import { say, sayAll, type Slots } from './say.ts'
import type { Setting } from './setting.ts'
import { type Goal, wordsFor } from './words/needWords.ts'

type Weights = Partial<Record<NeedType, number>>
const typeWeights: Record<'primary' | 'secondary', Record<'E' | 'K', Weights>> = {
  primary: {
    E: { ASD: 38, SLCN: 26, SEMH: 12, MLD: 8, PD: 5, DS: 5, HI: 4, VI: 2 },
    K: { SLCN: 36, SEMH: 19, SPLD: 11, MLD: 10, ASD: 8, NSA: 5, OTH: 4, PD: 3, HI: 3, VI: 1 },
  },
  secondary: {
    E: { ASD: 36, SEMH: 18, SLCN: 14, MLD: 14, SPLD: 6, PD: 5, HI: 3, DS: 2, VI: 2 },
    K: { SPLD: 31, SEMH: 25, MLD: 12, ASD: 11, SLCN: 10, OTH: 4, NSA: 3, PD: 2, HI: 1, VI: 1 },
  },
}
const ofPupil = (pupil: Row<Pupil>) => (pupil.record.status === 'E' ? 'E' : 'K')

/** One to three needs in rank order; NSA stands alone, as the census wants it. */
export const makeNeeds = (setting: Setting, pupil: Row<Pupil>, slots: Slots): Row<Need>[] => {
  const { random, kind } = setting
  const weights = typeWeights[kind][ofPupil(pupil)]
  const types = new Set<NeedType>([random.weighted(weights)])
  const wanted = types.has('NSA') ? 1 : random.chance(ofPupil(pupil) === 'E' ? 0.7 : 0.3) ? 2 : 1
  while (types.size < wanted) {
    const next = random.weighted(weights)
    if (next !== 'NSA') types.add(next)
  }
  return [...types].map((type, i) => {
    const words = wordsFor(type)
    return {
      key: keyOn(random, pupil.record.statusFrom ?? setting.today),
      record: blank(Need, {
        pupil: pupil.key,
        type,
        rank: i + 1,
        description: sayAll(random, words.described, {
          ...slots,
          lesson: random.pick(setting.school.lessons),
        }),
        from: pupil.record.statusFrom,
        source: say(random, random.pick(words.sources), slots),
      }),
    }
  })
}

/** An outcome with what reviews may say of it. */
export type LivingOutcome = Row<Outcome> & { readonly goal: Pick<Goal, 'met' | 'coming' | 'stuck'> | null }

const made = (
  { random }: Setting,
  need: Row<Need>,
  slots: Slots,
  setOn: Day,
  goal: Pick<Goal, 'text' | 'baseline' | 'measure'>,
  rest: Partial<Outcome> & Pick<Outcome, 'kind' | 'by'>,
): Row<Outcome> => ({
  key: keyOn(random, setOn),
  record: blank(Outcome, {
    pupil: need.record.pupil,
    need: need.key,
    text: say(random, goal.text, slots),
    baseline: say(random, goal.baseline, slots),
    measure: say(random, goal.measure, slots),
    setOn,
    status: 'current',
    ...rest,
  }),
})

/** Outcomes of Section E (three to six) with a target for the year under some; or the school's own targets. */
export const makeOutcomes = (
  setting: Setting,
  pupil: Row<Pupil>,
  needs: readonly Row<Need>[],
  slots: Slots,
): LivingOutcome[] => {
  const { random, today, year, school } = setting
  const july = `${year + 1}-07-10`
  const fresh = (): Slots => ({ ...slots, lesson: random.pick(school.lessons) })
  if (pupil.record.status === 'K') {
    const term = earliest(addMonths(today, 3), july < today ? addDays(today, 60) : july)
    const targets = needs.flatMap((need) => wordsFor(need.record.type).steps.map((step) => ({ need, step })))
    return random.some(targets, random.whole(1, Math.min(3, targets.length))).map(({ need, step }) => ({
      ...made(setting, need, fresh(), addDays(today, -random.whole(20, 75)), step, {
        kind: random.chance(0.7) ? 'term' : 'year',
        by: term,
        status: random.chance(0.12) ? 'achieved' : 'current',
      }),
      goal: null,
    }))
  }
  const { planIssued, planVersion } = pupil.record
  const setOn = () => (random.chance(0.75) ? planIssued : planVersion) ?? today
  const end = `${slots['by']!.slice(-4)}-07-31`
  const goals = needs.flatMap((need) => wordsFor(need.record.type).goals.map((goal) => ({ need, goal })))
  const wanted = random.some(goals, Math.max(3, Math.min(6, random.whole(3, 6), goals.length)))
  return wanted.flatMap(({ need, goal }): LivingOutcome[] => {
    const outcome = { ...made(setting, need, fresh(), setOn(), goal, { kind: 'sectionE', by: end }), goal }
    if (random.chance(0.45)) return [outcome]
    const step = random.pick(wordsFor(need.record.type).steps)
    const target = made(setting, need, fresh(), addDays(today, -random.whole(20, 90)), step, {
      kind: 'year',
      by: july > today ? july : addMonths(today, 6),
      parent: outcome.key,
    })
    return [outcome, { ...target, goal: null }]
  })
}
