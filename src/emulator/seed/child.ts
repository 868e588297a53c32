import type { Pupil } from '../../domain/records/pupil.ts'
import { calledName } from '../../domain/records/pupil.ts'
import { type YearGroup, yearNumberOf } from '../../domain/rules/codes.ts'
import { addDays, type Day, partsOf } from '../../domain/rules/day.ts'
import { upnCheckLetter } from '../../domain/rules/upn.ts'
import type { Setting } from './setting.ts'
import type { Slots } from './say.ts'
import { interests } from './words/reviewWords.ts'

/** Gives out Unique Pupil Numbers, none twice. */
export const upnsOf = () => {
  const given = new Map<string, number>()
  return (establishment: string, year: number, temporary = false): string => {
    const stem = `999${establishment}${String(year % 100).padStart(2, '0')}`
    const serial = (given.get(stem) ?? 0) + 1
    given.set(stem, serial)
    const rest = temporary
      ? `${stem}${String(serial % 100).padStart(2, '0')}A`
      : `${stem}${String(serial).padStart(3, '0')}`
    return upnCheckLetter(rest) + rest
  }
}

/** A date of birth for a year group; one year older where the pupil is taught below their age. */
export const dateOfBirthIn = ({ random, year }: Setting, group: YearGroup, yearsOlder: number): Day =>
  addDays(`${year - 5 - (yearNumberOf(group) ?? 0) - yearsOlder}-09-01`, random.whole(0, 364))

const endOfPhase = ({ kind, year }: Setting, group: YearGroup): number => {
  const number = yearNumberOf(group) ?? 6
  const last = kind === 'primary' ? (number <= 2 ? 2 : 6) : number <= 11 ? 11 : 13
  return year + 1 + Math.max(1, last - number)
}

/** The words for one child, for `say`. An interest stays with a child. */
export const slotsFor = (setting: Setting, pupil: Pupil, parent: string): Slots => {
  const { random, school, kind, year } = setting
  const girl = pupil.sex !== 'M'
  const number = yearNumberOf(pupil.yearGroup ?? '4') ?? 4
  const [birthYear, month, date] = partsOf(pupil.dateOfBirth)
  return {
    name: calledName(pupil),
    they: girl ? 'she' : 'he',
    They: girl ? 'She' : 'He',
    them: girl ? 'her' : 'him',
    their: girl ? 'her' : 'his',
    Their: girl ? 'Her' : 'His',
    themself: girl ? 'herself' : 'himself',
    interest: interests[(birthYear * 372 + month * 31 + date * 7 + pupil.surname.length) % interests.length]!,
    lesson: random.pick(school.lessons),
    break: school.breakTime,
    breaks: `${school.breakTime}s`,
    base: school.base,
    staff: school.staff,
    next: school.next,
    adult: pupil.keyAdult ?? random.pick(setting.assistants),
    parent,
    by: `July ${endOfPhase(setting, pupil.yearGroup ?? '4')}`,
    below: number > 1 ? String(number - (kind === 'primary' ? 1 : 2)) : 'Reception',
    transferYear: String(year + 1),
    ambition: random.pick(['learn to drive a tractor', 'be in the school play', 'go to a bigger library']),
  }
}
