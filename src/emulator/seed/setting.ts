import type { Day } from '../../domain/rules/day.ts'
import { academicYearOf } from '../../domain/rules/schoolYear.ts'
import type { YearGroup } from '../../domain/rules/codes.ts'
import { adultNames } from './names.ts'
import type { Random } from './random.ts'
import type { SchoolKind } from './rows.ts'

type YearPlan = {
  readonly year: YearGroup
  readonly onRoll: number
  /** How many of them have an EHC plan. */
  readonly plans: number
  readonly classes: readonly string[]
}
const letters = (year: number, count: number) =>
  [...'ABCDEFG'].slice(0, count).map((letter) => `${year}${letter}`)

const primaryYears: readonly YearPlan[] = [
  { year: 'R', onRoll: 58, plans: 1, classes: ['Acorn', 'Conker'] },
  { year: '1', onRoll: 59, plans: 1, classes: ['Ash', 'Alder'] },
  { year: '2', onRoll: 60, plans: 2, classes: ['Beech', 'Birch'] },
  { year: '3', onRoll: 59, plans: 1, classes: ['Cedar', 'Cherry'] },
  { year: '4', onRoll: 58, plans: 2, classes: ['Oak', 'Olive'] },
  { year: '5', onRoll: 60, plans: 2, classes: ['Rowan', 'Larch'] },
  { year: '6', onRoll: 58, plans: 3, classes: ['Willow', 'Yew'] },
]
const secondaryYears: readonly YearPlan[] = [
  { year: '7', onRoll: 188, plans: 5, classes: letters(7, 7) },
  { year: '8', onRoll: 186, plans: 5, classes: letters(8, 7) },
  { year: '9', onRoll: 187, plans: 5, classes: letters(9, 7) },
  { year: '10', onRoll: 184, plans: 4, classes: letters(10, 7) },
  { year: '11', onRoll: 181, plans: 5, classes: letters(11, 7) },
  { year: '12', onRoll: 94, plans: 2, classes: ['12P', '12Q', '12R', '12S'] },
  { year: '13', onRoll: 84, plans: 2, classes: ['13P', '13Q', '13R'] },
]

/** What the two made-up schools are. The authority has number 999, which is no authority's. */
const schools = {
  primary: {
    name: 'Oakfield Primary School',
    establishment: '2044',
    years: primaryYears,
    support: 51,
    base: 'the Nest',
    lessons: ['phonics', 'maths', 'topic', 'English', 'science', 'guided reading'],
    breakTime: 'playtime',
    staff: 'the class teacher',
    next: 'Northmoor Academy',
    address: 'Oakfield Lane\nHallowby\nZZ9 4QT',
    telephone: '01632 960144',
    email: 'office@oakfield.example.org',
    head: 'David Okafor',
    budget: 118_400_00,
  },
  secondary: {
    name: 'Northmoor Academy',
    establishment: '4061',
    years: secondaryYears,
    support: 163,
    base: 'the Learning Base',
    lessons: ['English', 'history', 'science', 'maths', 'geography', 'French'],
    breakTime: 'break',
    staff: 'subject teachers',
    next: 'Northmoor College',
    address: 'Moor Road\nHallowby\nZZ9 7HD',
    telephone: '01632 960177',
    email: 'office@northmoor.example.org',
    head: 'Marian Ellershaw',
    budget: 214_500_00,
  },
} as const

/** Everything that generating needs to know at each step. */
export type Setting = {
  readonly kind: SchoolKind
  readonly random: Random
  readonly today: Day
  /** The academic year of today, by the year it starts in. */
  readonly year: number
  readonly school: (typeof schools)[SchoolKind]
  readonly senco: string
  readonly authority: string
  readonly assistants: readonly string[]
  readonly teachers: readonly string[]
  readonly officers: readonly string[]
}

export const makeSetting = (kind: SchoolKind, random: Random, today: Day): Setting => {
  const people = random.some(
    adultNames.surnames.flatMap((surname) =>
      random.some(adultNames.forenames, 3).map((name) => `${name} ${surname}`),
    ),
    60,
  )
  return {
    kind,
    random,
    today,
    year: academicYearOf(today),
    school: schools[kind],
    senco: 'Helen Marsh',
    authority: 'Ridingdale Council',
    assistants: ['Tom Bright', ...people.slice(0, kind === 'primary' ? 9 : 16)],
    teachers: ['Priya Nair', ...people.slice(16, kind === 'primary' ? 30 : 46)],
    officers: people.slice(46, 50),
  }
}
