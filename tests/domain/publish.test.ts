import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnyRecordType, check, fieldsOf, type Kept, type Stored } from '../../src/domain/record.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { Publication } from '../../src/domain/records/publication.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import { StaffTarget } from '../../src/domain/records/staffTarget.ts'
import { newKey } from '../../src/domain/key.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import {
  blankedProfile,
  blankedTarget,
  type Part,
  profileOn,
  publicationState,
  publishedParts,
  type PublishSources,
  type Shown,
  staffCopiesOf,
  type StaffCopies,
  staleness,
  type Ticks,
} from '../../src/domain/rules/publish.ts'
import { anyRecord } from '../graph/records.ts'

const today = '2026-03-10'
const kept = (at: number): Kept => ({
  key: newKey(at + 1),
  id: String(at),
  etag: '"1"',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
})

const mark = (type: AnyRecordType, field: string, at = 0) => `‹${type.name}.${field}.${at}›`
/** A record whose every text says which field of which record it is. */
const marked = <T>(type: AnyRecordType, at = 0): fc.Arbitrary<Stored<T>> =>
  anyRecord(type).map((record) => {
    const texts = fieldsOf(type).flatMap(([name, { kind }]) =>
      kind === 'text' || kind === 'longText' ? [[name, mark(type, name, at)]] : [],
    )
    return { ...record, ...Object.fromEntries(texts), ...kept(at) } as Stored<T>
  })
const anySources: fc.Arbitrary<PublishSources> = fc
  .record({
    pupil: marked<Pupil>(Pupil),
    needs: fc.tuple(marked<Need>(Need, 1), marked<Need>(Need, 2)),
    outcomes: fc.tuple(marked<Outcome>(Outcome, 3), marked<Outcome>(Outcome, 4)),
    profile: fc.option(marked<Profile>(Profile, 5), { nil: null }),
  })
  .map((sources) => ({ ...sources, pupil: { ...sources.pupil, left: null } }))
const parts = fieldsOf(Publication).flatMap(([name, { kind }]) => (kind === 'yesNo' ? [name as Part] : []))
const anyTicks: fc.Arbitrary<Ticks> = fc.record(
  Object.fromEntries(parts.map((part) => [part, fc.constantFrom(true, false, null)])),
)

/** Who needs to know what, written down once more and apart from the code: the part that lets a field out. */
const letOut: Readonly<Record<string, Part | 'always'>> = {
  'Pupil.surname': 'always',
  'Pupil.forename': 'always',
  'Pupil.preferredForename': 'always',
  'Pupil.className': 'always',
  'Pupil.keyAdult': 'keyAdult',
  'Pupil.communication': 'communication',
  'Need.description': 'needs',
  'Outcome.text': 'targets',
  'Outcome.measure': 'targets',
  'Profile.goodAt': 'goodAt',
  'Profile.important': 'important',
  'Profile.helps': 'helps',
  'Profile.avoid': 'avoid',
  'Profile.strengths': 'strengths',
  'Profile.triggers': 'triggers',
  'Profile.equipment': 'equipment',
  'Profile.exams': 'exams',
  'Profile.strategies': 'strategies',
  'Profile.communication': 'communication',
}
const copies = (sources: PublishSources, ticks: Ticks) =>
  staffCopiesOf({ ...sources, publication: ticks, today, by: 'Helen Marsh' })

test('what was not ticked, or is nobody’s business, never appears in any row that staff can read', () => {
  fc.assert(
    fc.property(anySources, anyTicks, (sources, ticks) => {
      const said = JSON.stringify(copies(sources, ticks))
      for (const [, type, field] of said.matchAll(/‹(\w+)\.(\w+)\.\d›/g)) {
        const part = letOut[`${type}.${field}`]
        expect(part, `${type}.${field} is told to staff`).toBeDefined()
        if (part !== 'always') expect(ticks[part!], `${type}.${field} without its tick`).toBe(true)
      }
      const born = sources.pupil.dateOfBirth
      expect(born === today || sources.outcomes.some(({ by }) => by === born) || !said.includes(born)).toBe(
        true,
      )
    }),
    { numRuns: 400 },
  )
})

test('every part can be ticked, says where it comes from, and brings its text', () => {
  expect(publishedParts.map(({ part }) => part)).toEqual(parts)
  for (const { label, from } of publishedParts)
    expect([label, from]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)])
  const [sources] = fc.sample(anySources, { numRuns: 1, seed: 4 })
  const full: PublishSources = {
    ...sources!,
    needs: sources!.needs.map((need) => ({ ...need, from: null, until: null })),
    outcomes: sources!.outcomes.map((outcome) => ({ ...outcome, status: 'current' })),
    profile: fc.sample(marked<Profile>(Profile, 5), { numRuns: 1, seed: 1 })[0]!,
  }
  const everything = JSON.stringify(copies(full, Object.fromEntries(parts.map((part) => [part, true]))))
  for (const [place, part] of Object.entries(letOut))
    expect(everything, `${part}: ${place}`).toContain(`‹${place}.`)
})

test('copies are rows that can be stored', () => {
  fc.assert(
    fc.property(anySources, anyTicks, (sources, ticks) => {
      const { profile, targets } = copies(sources, ticks)
      expect(check(StaffProfile, profile.record)).toEqual([])
      for (const { record } of targets) expect(check(StaffTarget, record)).toEqual([])
      expect(check(StaffProfile, blankedProfile(sources.pupil.key, today))).toEqual([])
      for (const { record } of targets) expect(check(StaffTarget, blankedTarget(record, today))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

/** The staff site after a publication: a row for each key. */
const after = (before: Shown, { profile, targets }: StaffCopies): Shown => ({
  profiles: [
    { ...profile.record, key: profile.key },
    ...before.profiles.filter(({ key }) => key !== profile.key),
  ],
  targets: targets.map(({ key, record }) => ({ ...record, key })),
})
const nothing: Shown = { profiles: [], targets: [] }

test('nothing is stale right after publishing, and publishing twice makes one row of each', () => {
  fc.assert(
    fc.property(anySources, anyTicks, anyTicks, (sources, first, second) => {
      const once = after(nothing, copies(sources, first))
      expect(staleness(once, copies(sources, first))).toEqual([])
      const twice = after(once, copies(sources, second))
      expect(staleness(twice, copies(sources, second))).toEqual([])
      expect(twice.profiles).toHaveLength(1)
      expect(new Set(twice.targets.map(({ key }) => key)).size).toBe(twice.targets.length)
    }),
    { numRuns: 200 },
  )
})

test('a change is told by its part, with what staff see and what they would see; an unticked part is not told', () => {
  const [sources] = fc.sample(anySources, { numRuns: 1, seed: 11 })
  const profile = {
    ...fc.sample(marked<Profile>(Profile, 5), { numRuns: 1, seed: 2 })[0]!,
    helps: 'Sit near me',
  }
  const outcomes = sources!.outcomes.map((each) => ({
    ...each,
    status: 'current' as const,
    by: null,
    measure: null,
  }))
  const before: PublishSources = { ...sources!, profile, outcomes }
  const shown = after(nothing, copies(before, { helps: true, targets: true }))
  const now: PublishSources = {
    ...before,
    pupil: { ...before.pupil, className: 'Rowan' },
    profile: { ...profile, helps: 'Sit beside me', avoid: 'Being hurried' },
    outcomes: [{ ...outcomes[0]!, status: 'achieved' }, outcomes[1]!],
  }
  const changes = staleness(shown, copies(now, { helps: true, targets: true }))
  expect(changes.map(({ part }) => part)).toEqual(['about', 'helps', 'targets'])
  expect(changes[0]).toMatchObject({ label: 'Class', to: 'Rowan' })
  expect(changes[1]).toMatchObject({ from: 'Sit near me', to: 'Sit beside me' })
  expect(changes[2]).toMatchObject({ from: expect.stringContaining(outcomes[0]!.text), to: null })
})

test('a publication is current, changed, withdrawn or still shown though nothing should be', () => {
  const [given] = fc.sample(anySources, { numRuns: 1, seed: 5 })
  const sources = { ...given!, pupil: { ...given!.pupil, archived: false, left: null } }
  const publication = {
    ...Object.fromEntries(parts.map((part) => [part, true])),
    pupil: sources.pupil.key,
    state: 'published',
    on: today,
    by: null,
  } as unknown as Publication
  const shown = after(nothing, copies(sources, publication))
  const is = (over: Partial<PublishSources>, of: Publication | null, seen: Shown) =>
    publicationState({ ...sources, ...over }, of, seen, today).is
  const left = { pupil: { ...sources.pupil, left: addDays(today, -1) } }
  expect(is({}, null, nothing)).toBe('never')
  expect(is({}, publication, shown)).toBe('current')
  expect(is({ profile: null, pupil: { ...sources.pupil, keyAdult: 'Tom Bright' } }, publication, shown)).toBe(
    'changed',
  )
  expect(is({}, publication, nothing)).toBe('changed')
  expect(is({}, { ...publication, state: 'withdrawn' }, nothing)).toBe('withdrawn')
  expect(is({}, { ...publication, state: 'withdrawn' }, shown)).toBe('stillShown')
  expect(is(left, publication, shown)).toBe('stillShown')
  expect(is(left, publication, nothing)).toBe('withdrawn')
  expect(is({}, null, shown)).toBe('stillShown')
})

test('the profile in force is the one agreed on last, and none before its day', () => {
  const on = (from: string) => ({ from })
  expect(profileOn([on('2025-09-10'), on('2026-03-10'), on('2026-04-01')], today)).toEqual(on('2026-03-10'))
  expect(profileOn([on('2026-03-11')], today)).toBeNull()
})

test('a need that has ended or not begun is not shown; the others come in their rank', () => {
  const [sources] = fc.sample(anySources, { numRuns: 1, seed: 8 })
  const [first, second] = sources!.needs
  const needs = (...given: Partial<Need>[]) =>
    copies(
      { ...sources!, needs: given.map((over, i) => ({ ...(i ? second! : first!), ...over })) },
      { needs: true },
    ).profile.record.needs
  const open = { from: null, until: null, type: 'SLCN', description: 'Long sentences are hard' } as const
  expect(needs({ ...open, until: addDays(today, -1) }, { ...open, from: addDays(today, 1) })).toBeNull()
  expect(needs({ ...open, rank: 2, description: null, type: 'HI' }, { ...open, rank: 1 })).toBe(
    'Speech, language and communication needs (SLCN)\nLong sentences are hard\n\nHearing impairment (HI)',
  )
})
