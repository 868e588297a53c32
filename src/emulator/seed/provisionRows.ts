import { Allocation } from '../../domain/records/allocation.ts'
import type { Need } from '../../domain/records/need.ts'
import { Provision } from '../../domain/records/provision.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Rate } from '../../domain/records/rate.ts'
import { blank } from '../../domain/record.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import { keyOn } from './random.ts'
import type { Row } from './rows.ts'
import { say, type Slots } from './say.ts'
import type { Setting } from './setting.ts'
import type { LivingOutcome } from './thread.ts'
import { catalogue, type Offer } from './words/catalogue.ts'
import { wordsFor } from './words/needWords.ts'
import { allocationNotes } from './words/reviewWords.ts'

/** A SEND pupil with all that has been made for them so far. */
export type Known = {
  readonly pupil: Row<Pupil>
  readonly slots: Slots
  readonly needs: readonly Row<Need>[]
  readonly outcomes: readonly LivingOutcome[]
}
export type OfferRow = Row<Provision> & { readonly offer: Offer }

export const makeProvisions = ({ random, kind, year }: Setting): OfferRow[] =>
  catalogue
    .filter((offer) => !offer.only || offer.only === kind)
    .map((offer) => ({
      offer,
      key: keyOn(random, `${year - 1}-09-01`),
      record: blank(Provision, {
        name: offer.name,
        level: offer.level,
        areaOfNeed: offer.areaOfNeed,
        line: offer.line,
        description: offer.description,
        intended: offer.intended,
        entry: offer.entry,
        exit: offer.exit,
        training: offer.training ?? null,
        offered: true,
        usualRole:
          offer.role === 'external' ||
          offer.role === 'ta' ||
          offer.role === 'hlta' ||
          offer.role === 'teacher'
            ? offer.role
            : offer.role === 'specialistTeacher'
              ? 'teacher'
              : 'ta',
      }),
    }))

/** £653.60 for one weekly hour over 38 weeks is £17.20 an hour; last year's rates stay for last year's lines. */
export const makeRates = ({ random, year }: Setting): Row<Rate>[] => {
  const of = (role: Rate['role'], basis: Rate['basis'], thisYear: number, lastYear: number) =>
    [[year - 1, lastYear] as const, [year, thisYear] as const].map(([from, amount]) => ({
      key: keyOn(random, `${from}-09-01`),
      record: blank(Rate, {
        role,
        from: `${from}-09-01`,
        basis,
        amount,
        weeks: basis === 'weeklyHour' ? 38 : null,
        source: `School business manager, ${from}/${(from + 1) % 100}, with National Insurance and pension`,
      }),
    }))
  return [
    ...of('ta', 'weeklyHour', 653_60, 630_80),
    ...of('hlta', 'weeklyHour', 748_60, 722_00),
    ...of('teacher', 'hour', 42_10, 40_45),
    ...of('specialistTeacher', 'hour', 58_00, 56_25),
    ...of('supervisor', 'weeklyHour', 539_60, 520_60),
    ...of('senco', 'hour', 49_50, 47_60),
  ]
}

const chosenFor = ({ random }: Setting, offers: readonly OfferRow[], { pupil, needs }: Known): OfferRow[] => {
  const types = needs.map((need) => need.record.type)
  const plan = pupil.record.status === 'E'
  const fitting = offers.filter(
    ({ offer }) => offer.for.some((type) => types.includes(type)) && (plan || !offer.plansOnly),
  )
  const inClass = random.chance(0.6) ? 'In-class support for the plan' : 'Shared in-class support'
  const support = plan ? offers.filter(({ offer }) => offer.name === inClass) : []
  const therapist = plan && types.includes('SLCN') ? fitting.filter((o) => o.offer.line === 'external') : []
  return [...new Set([...support, ...therapist, ...random.some(fitting, plan ? 3 : random.whole(1, 2))])]
}

const years = (setting: Setting): [from: Day, until: Day, past: boolean][] => [
  [`${setting.year - 1}-09-08`, `${setting.year}-07-17`, true],
  [`${setting.year}-09-07`, `${setting.year + 1}-07-16`, false],
]

/** Who is in what, grouped as it is run: the pupils of one group share times, adult and place. */
export const makeAllocations = (
  setting: Setting,
  offers: readonly OfferRow[],
  known: readonly Known[],
): Row<Allocation>[] => {
  const { random, today } = setting
  return years(setting).flatMap(([from, until, past]) => {
    const inOffer = new Map<OfferRow, Known[]>()
    for (const child of known) {
      if (
        past &&
        (child.pupil.record.status !== 'E' ||
          !child.pupil.record.planIssued ||
          child.pupil.record.planIssued > from)
      )
        continue
      if ((child.pupil.record.admitted ?? '') > from) continue
      for (const offer of chosenFor(setting, offers, child)) {
        inOffer.set(offer, [...(inOffer.get(offer) ?? []), child])
      }
    }
    return [...inOffer].flatMap(([row, children]) =>
      groupsOf(children, row.offer.group).flatMap((group) => {
        const shortRun = row.offer.weeks > 0 && row.offer.weeks < 30
        const start = shortRun ? addDays(from, 7 * random.whole(0, past ? 20 : 2)) : from
        const begins = start > today ? from : start
        const ends = shortRun ? addDays(begins, 7 * (row.offer.weeks + 2) - 3) : until
        const staff =
          row.offer.role === 'external' || row.offer.line === 'equipment'
            ? null
            : random.pick(row.offer.role.includes('eacher') ? setting.teachers : setting.assistants)
        const place =
          row.offer.line === 'equipment'
            ? null
            : random.pick([setting.school.base, 'Room 4', 'the library', 'the classroom', 'the small hall'])
        return group.map((child) =>
          allocated(setting, row, child, group.length, {
            from: begins,
            until: ends < begins ? until : ends,
            past,
            staff,
            place,
          }),
        )
      }),
    )
  })
}

type Run = { from: Day; until: Day; past: boolean; staff: string | null; place: string | null }
const allocated = (
  { random, today }: Setting,
  { key, offer }: OfferRow,
  { pupil, slots, needs, outcomes }: Known,
  size: number,
  { from, until, past, staff, place }: Run,
): Row<Allocation> => {
  const need = needs.find((n) => offer.for.includes(n.record.type)) ?? needs[0]!
  const outcome = outcomes.find((o) => o.record.need === need.key && random.chance(0.85)) ?? null
  const plan = pupil.record.status === 'E' && (offer.plansOnly === true || random.chance(0.5))
  const timed = offer.sessions > 0
  const over = past || until < today
  return {
    key: keyOn(random, from),
    record: blank(Allocation, {
      pupil: pupil.key,
      provision: key,
      outcome: outcome?.key ?? null,
      need: need.key,
      inPlan: plan,
      specified: plan ? say(random, random.pick(wordsFor(need.record.type).specified), slots) : null,
      from,
      until,
      sessionsPerWeek: timed ? offer.sessions : null,
      minutes: timed ? offer.minutes : null,
      prepMinutes: timed ? (offer.prep ?? 0) : null,
      weeks: timed ? offer.weeks : null,
      groupSize: size,
      charge: offer.name === 'Circle of friends' ? 'full' : 'share',
      role: offer.line === 'equipment' ? null : offer.role,
      staff,
      place,
      resources: offer.resources ?? null,
      external: offer.external ?? null,
      funding:
        plan && (pupil.record.topUp ?? 0) > 0 && offer.minutes >= 120
          ? 'E3'
          : offer.name === 'Nurture breakfast'
            ? 'PP'
            : 'E2',
      countsTowardsElement2: offer.line !== 'supervision',
      entryMeasure: offer.measure?.[0] ?? null,
      exitMeasure: over ? (offer.measure?.[1] ?? null) : null,
      effect: over ? random.pick(['yes', 'yes', 'partly', 'partly', 'notYet'] as const) : null,
      notes: say(random, random.pick(allocationNotes), slots) || null,
    }),
  }
}

const groupsOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
