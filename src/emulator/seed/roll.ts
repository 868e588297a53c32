import { Pupil } from '../../domain/records/pupil.ts'
import { blank } from '../../domain/record.ts'
import { type YearGroup, yearNumberOf } from '../../domain/rules/codes.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import { dateOfBirthIn, upnsOf } from './child.ts'
import { backgrounds, type Background } from './names.ts'
import { keyOn } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const streets = [
  'Larch Close',
  'Beck Side',
  'Chapel Row',
  'Quarry Street',
  'Fold Lane',
  'Mill Bank',
  'Station Parade',
  'The Crofts',
  'Weavers’ Walk',
  'High Moor View',
]

/** Who has a plan, who has support: so many plans in each year, support by chance among the rest. */
const statusesFor = ({ random, school }: Setting): Map<number, 'E' | 'K'> => {
  const statuses = new Map<number, 'E' | 'K'>()
  let first = 0
  const others: number[] = []
  for (const { onRoll, plans } of school.years) {
    const places = Array.from({ length: onRoll }, (_, i) => first + i)
    for (const place of random.some(places, plans)) statuses.set(place, 'E')
    others.push(...places.filter((place) => !statuses.has(place)))
    first += onRoll
  }
  for (const place of random.some(others, school.support)) statuses.set(place, 'K')
  return statuses
}

const entryYear = (kind: Setting['kind'], group: YearGroup, year: number) => {
  const number = yearNumberOf(group) ?? 0
  return year - (kind === 'primary' ? number : number <= 11 ? number - 7 : number - 12)
}

type Names = Pick<Pupil, 'surname' | 'forename' | 'sex' | 'ethnicity' | 'firstLanguage' | 'eal'>
const weights = Object.fromEntries(backgrounds.map((b, i) => [String(i), b.weight]))
/** A name that a family of some background gives. */
export const namesFor = ({ random }: Pick<Setting, 'random'>): Names => {
  const background = backgrounds[Number(random.weighted(weights))] as Background
  const girl = random.chance(0.49)
  return {
    surname: random.pick(background.surnames),
    forename: random.pick(girl ? background.girls : background.boys),
    sex: girl ? 'F' : 'M',
    ethnicity: random.chance(0.02) ? 'NOBT' : background.ethnicity,
    firstLanguage: background.language && random.chance(0.75) ? background.language : 'English',
    eal: null,
  }
}

const short: Readonly<Record<string, string>> = {
  Theodore: 'Teddy',
  Samuel: 'Sam',
  Penelope: 'Penny',
  Oluwaseyi: 'Seyi',
  Temiloluwa: 'Temi',
  Chukwuemeka: 'Emeka',
  Małgorzata: 'Gosia',
  Bartłomiej: 'Bartek',
  Beatrice: 'Bea',
  Wilfred: 'Wilf',
  Matilda: 'Tilly',
  Florence: 'Flo',
  'Abdul Rahman': 'Rahman',
  'Noor ul-Ain': 'Noor',
}

/** Everybody on roll, in the order of years and classes. */
export const makeRoll = (setting: Setting): Row<Pupil>[] => {
  const { random, school, kind, year, today } = setting
  const upn = upnsOf()
  const places = school.years.flatMap((plan) => Array.from({ length: plan.onRoll }, (_, i) => ({ plan, i })))
  const statuses = statusesFor(setting)
  const seen = new Set<string>()
  const takeNames = (): Names => {
    for (;;) {
      const names = namesFor(setting)
      const both = `${names.forename} ${names.surname}`
      if (seen.has(both)) continue
      seen.add(both)
      return names
    }
  }
  return places.map(({ plan, i }, place) => {
    const status = statuses.get(place) ?? 'N'
    const older = status !== 'N' && random.chance(0.02) ? 1 : 0
    const from = random.chance(0.08)
      ? addDays(`${year}-09-01`, -random.whole(30, 500))
      : `${entryYear(kind, plan.year, year)}-09-04`
    const admitted: Day = from > today ? addDays(today, -20) : from
    const reception = year - (yearNumberOf(plan.year) ?? 0) - older
    const establishment = random.pick(
      kind === 'primary' ? ['2044', '2044', '2044', '2051'] : ['2044', '2051', '2077', '3302'],
    )
    const names = takeNames()
    const record = blank(Pupil, {
      ...names,
      eal: names.firstLanguage !== 'English',
      preferredForename: random.chance(0.6) ? (short[names.forename] ?? null) : null,
      upn: place % 203 === 17 ? null : upn(establishment, reception, place % 151 === 40),
      dateOfBirth: dateOfBirthIn(setting, plan.year, older),
      yearGroup: plan.year,
      className: plan.classes[i % plan.classes.length]!,
      status,
      pupilPremium: random.chance(status === 'N' ? 0.2 : 0.38),
      attendance: Number((97.5 - random.next() * (status === 'N' ? 6 : 12)).toFixed(1)),
      admitted,
      misId: String((kind === 'primary' ? 3100 : 20_410) + place * 3 + 7).padStart(6, '0'),
      address:
        status === 'N'
          ? null
          : `${random.whole(1, 120)} ${random.pick(streets)}\nHallowby\nZZ9 ${random.whole(1, 9)}${random.pick(['AB', 'DT', 'HJ', 'LN', 'QW', 'XY'])}`,
    })
    return {
      key: keyOn(random, admitted),
      record: { ...record, freeSchoolMeals: record.pupilPremium && random.chance(0.8) },
    }
  })
}
