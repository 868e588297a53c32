import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { School } from '../../src/domain/records/school.ts'
import type { MapInput } from '../../src/documents/provisionMap/input.ts'

export const today = '2026-11-22'
let count = 0
/** Records of a made-up school, each with a key; anything not said is blank. */
const kept = <T>(record: T): T & { key: string } => ({ ...record, key: newKey(1_700_000_000_000 + ++count) })
export const pupil = (given: Partial<Pupil> = {}) =>
  kept(
    blank(Pupil, {
      surname: `Ashworth${count}`,
      forename: 'Amira',
      dateOfBirth: '2017-05-04',
      status: 'K',
      yearGroup: '4',
      ...given,
    }),
  )
export const provision = (given: Partial<Provision> = {}) =>
  kept(
    blank(Provision, {
      name: `Reading group ${count}`,
      level: 'targeted',
      areaOfNeed: 'semh',
      line: 'ta',
      ...given,
    }),
  )
export const allocation = (
  of: { pupil: { key: string }; provision: { key: string } },
  given: Partial<Allocation> = {},
) =>
  kept(
    blank(Allocation, {
      pupil: of.pupil.key,
      provision: of.provision.key,
      from: '2026-09-07',
      sessionsPerWeek: 3,
      minutes: 20,
      weeks: 12,
      groupSize: 4,
      role: 'ta',
      ...given,
    }),
  )
export const rate = (given: Partial<Rate> = {}) =>
  kept(
    blank(Rate, { role: 'ta', from: '2025-09-01', basis: 'weeklyHour', amount: 65360, weeks: 38, ...given }),
  )
export const school = (given: Partial<School> = {}) =>
  blank(School, {
    from: '2025-09-01',
    name: 'Oakfield Primary School',
    phase: 'primary',
    notionalBudget: 9_000_000,
    ...given,
  })

/** The worked example of a costed map, with a line that can't be costed. */
export const workedExample = (): MapInput => {
  const amira = pupil({ surname: 'Kaur', forename: 'Amira', topUp: 250_000 })
  const leo = pupil({ surname: '=cmd|calc', forename: 'Leo', preferredForename: '+Lee', yearGroup: 'R' })
  const [group, single, therapy, nurture] = [
    provision({ name: 'Colourful semantics, group of four' }),
    provision({ name: 'One-to-one reading', level: 'specialist', areaOfNeed: 'cognition' }),
    provision({
      name: 'Speech and language therapy agreement',
      level: 'specialist',
      areaOfNeed: 'communication',
      line: 'external',
    }),
    provision({ name: 'Nurture room', areaOfNeed: 'semh' }),
  ]
  return {
    school: school(),
    schoolName: 'Oakfield Primary School',
    rates: [
      rate(),
      rate({ from: '2027-01-01', amount: 67_000 }),
      rate({ role: 'teacher', basis: 'hour', weeks: null, amount: 4180, from: '2026-09-01' }),
      rate({ role: 'hlta', basis: 'weeklyHour', weeks: 38, amount: 80_011, from: '2024-09-01' }),
    ],
    pupils: [amira, leo],
    provisions: [group, single, therapy, nurture],
    allocations: [
      allocation({ pupil: amira, provision: group }, { countsTowardsElement2: true, funding: 'E2' }),
      allocation(
        { pupil: amira, provision: single },
        { sessionsPerWeek: 5, minutes: 15, weeks: 38, groupSize: 1 },
      ),
      allocation(
        { pupil: amira, provision: nurture },
        { sessionsPerWeek: 10, minutes: 60, weeks: 38, groupSize: 3 },
      ),
      allocation(
        { pupil: amira, provision: therapy },
        {
          role: 'external',
          sessionsPerWeek: 0.5,
          minutes: 60,
          weeks: 38,
          groupSize: 1,
          external: 117_800,
          charge: 'full',
          countsTowardsElement2: false,
        },
      ),
      allocation({ pupil: leo, provision: group }, { role: 'teacher', from: '2026-01-05' }),
      allocation({ pupil: leo, provision: nurture }, { groupSize: null, role: null, minutes: null }),
      allocation(
        { pupil: leo, provision: therapy },
        { sessionsPerWeek: null, minutes: null, weeks: null, groupSize: 1 },
      ),
      allocation(
        { pupil: leo, provision: single },
        {
          role: 'hlta',
          sessionsPerWeek: 2.5,
          minutes: 35,
          prepMinutes: 10,
          weeks: 11.5,
          groupSize: 7,
          resources: 4599,
        },
      ),
    ],
    scope: { is: 'school' },
    today,
  }
}

/** A map of so many lines, a few pupils to each provision, all that can be said of a line said in some. */
export const bigMap = (lines: number): MapInput => {
  const pupils = Array.from({ length: Math.ceil(lines / 8) }, (_, at) =>
    pupil({ surname: `Pupil ${String(at).padStart(4, '0')}`, yearGroup: at % 2 ? '7' : '10' }),
  )
  const provisions = Array.from({ length: 40 }, () => provision())
  const roles = ['ta', 'teacher', 'hlta', 'external'] as const
  return {
    ...workedExample(),
    pupils,
    provisions,
    allocations: Array.from({ length: lines }, (_, at) =>
      allocation(
        { pupil: pupils[at % pupils.length]!, provision: provisions[at % provisions.length]! },
        {
          role: roles[at % 4]!,
          minutes: 5 + (at % 56),
          sessionsPerWeek: 1 + (at % 9) / 2,
          weeks: 1 + (at % 38),
          groupSize: at % 97 === 0 ? null : 1 + (at % 12),
          external: at % 4 === 3 ? 10_000 + at : null,
          resources: at % 5 === 0 ? at * 7 : null,
          from: at % 3 ? '2026-09-07' : '2026-11-02',
        },
      ),
    ),
  }
}
