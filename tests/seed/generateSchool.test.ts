import { describe, expect, it } from 'vitest'
import { type AnyRecordType, check } from '../../src/domain/record.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { Publication } from '../../src/domain/records/publication.ts'
import { calledName, Pupil } from '../../src/domain/records/pupil.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import { StaffTarget } from '../../src/domain/records/staffTarget.ts'
import { profileOn, publicationState } from '../../src/domain/rules/publish.ts'
import { yearNumberOf } from '../../src/domain/rules/codes.ts'
import { addMonths } from '../../src/domain/rules/day.ts'
import { chronologicalYear } from '../../src/domain/rules/schoolYear.ts'
import { upnComplaint } from '../../src/domain/rules/upn.ts'
import { createGraphEmulator } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../../src/emulator/graph/local.ts'
import { generateSchool } from '../../src/emulator/seed/generateSchool.ts'
import { localConfig, seedSchools } from '../../src/emulator/seed/index.ts'
import { connect } from '../../src/graph/connect.ts'

const today = '2026-11-20'
const schools = {
  primary: generateSchool('primary', 20_260_907, today),
  secondary: generateSchool('secondary', 4_061_999, today),
}
type Named = Record<string, { key: string; record: Record<string, unknown> }[]>

describe.each(['primary', 'secondary'] as const)('the made-up %s school', (kind) => {
  const school = schools[kind]
  const byType = school as unknown as Named

  it('has nothing that its own record types refuse', () => {
    for (const type of recordTypes) {
      const wrong = (byType[type.name] ?? []).flatMap(({ record }) => check(type, record as never))
      expect(wrong, type.name).toEqual([])
    }
  })

  it('has every key once, and points only to records that are there', () => {
    const keys = new Map<string, string>()
    for (const [name, rows] of Object.entries(byType))
      for (const { key } of rows) keys.set(key, name.replace('FormerPupil', 'Pupil'))
    expect(keys.size).toBe(Object.values(byType).reduce((sum, rows) => sum + rows.length, 0))
    for (const type of recordTypes) {
      for (const [field, definition] of Object.entries(
        type.fields as Record<string, { kind: string; to?: string }>,
      )) {
        if (definition.kind !== 'key') continue
        for (const { record } of byType[type.name] ?? []) {
          const to = record[field]
          expect(to === null ? definition.to : keys.get(to as string), `${type.name}.${field}`).toBe(
            definition.to,
          )
        }
      }
    }
  })

  it('has as many on roll, with SEND and with plans as it says', () => {
    const count = (status: string) => school.Pupil.filter(({ record }) => record.status === status).length
    const expected = kind === 'primary' ? [412, 12, 51] : [1104, 28, 163]
    expect([school.Pupil.length, count('E'), count('K')]).toEqual(expected)
  })

  it('gives each UPN once, right by its check letter and with the number of no authority', () => {
    const upns = school.Pupil.flatMap(({ record }) => record.upn ?? [])
    expect(new Set(upns).size).toBe(upns.length)
    expect(upns.every((upn) => upnComplaint(upn) === null && upn.slice(1, 4) === '999')).toBe(true)
    expect(upns.length).toBeGreaterThan(school.Pupil.length - 8)
  })

  it('has pupils of the age of their year, but for a few taught out of cohort', () => {
    const out = school.Pupil.filter(
      ({ record }) => chronologicalYear(record.dateOfBirth, today) !== yearNumberOf(record.yearGroup!),
    )
    expect(out.length).toBeLessThan(12)
  })

  it('writes about no two pupils in the same words', () => {
    const nameless = school.Need.map(({ record }) => {
      const pupil = [...school.Pupil, ...school.FormerPupil].find(({ key }) => key === record.pupil)!.record
      return record.description!.replaceAll(calledName(pupil), '')
    })
    expect(new Set(nameless).size).toBe(nameless.length)
    const views = school.Review.flatMap(({ record }) =>
      record.childHard ? [`${record.childHard}${record.childGoingWell}`] : [],
    )
    expect(new Set(views).size).toBeGreaterThan(views.length * 0.95)
  })

  it('leaves no template unfilled', () => {
    // What a letter of the school's own has in braces is filled in for each pupil.
    const said = JSON.stringify({ ...school, LetterTemplate: [] })
    expect(said.match(/[[{|]\w+[\]}|]|undefined|NaN/g)).toBeNull()
  })

  it('has reviews at every stage, one meeting today, one overdue, one late report and one late decision', () => {
    const reviews = school.Review.map(({ record }) => record)
    expect(new Set(reviews.map(({ stage }) => stage)).size).toBe(7)
    expect(reviews.some(({ meetingDate }) => meetingDate === today)).toBe(true)
    const plans = school.Pupil.filter(({ record }) => record.status === 'E').map(({ record }) => record)
    expect(plans.some((pupil) => addMonths(pupil.lastDecision ?? pupil.planIssued!, 12) < today)).toBe(true)
    expect(reviews.some((r) => r.stage === 'meetingHeld' && r.meetingDate! < '2026-11-06')).toBe(true)
    expect(reviews.some((r) => r.stage === 'reportSent' && r.meetingDate! < '2026-10-23')).toBe(true)
    expect(reviews.some(({ type }) => type === 'phaseTransfer')).toBe(true)
    expect(reviews.some(({ adulthoodWork }) => adulthoodWork)).toBe(kind === 'secondary')
  })

  it('gives every plan three outcomes or more, each for a need', () => {
    for (const { key, record } of school.Pupil) {
      if (record.status !== 'E') continue
      const outcomes = school.Outcome.filter((o) => o.record.pupil === key && o.record.kind === 'sectionE')
      expect(outcomes.length).toBeGreaterThanOrEqual(3)
      expect(outcomes.every((o) => o.record.need)).toBe(true)
    }
  })

  it('comes out the same for the same seed and day, and otherwise for another', () => {
    const seed = kind === 'primary' ? 20_260_907 : 4_061_999
    expect(generateSchool(kind, seed, today)).toEqual(school)
    expect(generateSchool(kind, seed + 1, today).Pupil[0]).not.toEqual(school.Pupil[0])
  })
})

it.each(['2026-08-31', '2026-09-01', '2028-02-29', '2027-01-01'])('can be made on %s', (day) => {
  const school = generateSchool('primary', 7, day) as unknown as Named
  for (const type of recordTypes) {
    expect(
      (school[type.name] ?? []).flatMap(({ record }) => check(type, record as never)),
      type.name,
    ).toEqual([])
  }
})

it('fills the local Graph in seconds, with profiles that staff see, some behind, some withdrawn, and those who left', async () => {
  const emulator = await createGraphEmulator({ host: localHost, personas: localPersonas, sites: localSites })
  await seedSchools(emulator.handle, { today, schools: ['oakfield'] })
  const as = (persona: string) =>
    connect({
      school: localConfig.schools[0]!,
      token: async () => emulator.admin.tokenFor(persona),
      send: emulator.handle,
    }).records
  const read = async <R extends AnyRecordType>(type: R) => (await as('senco').store(type).all()).records
  const [pupils, needs, outcomes, profiles, publications] = await Promise.all([
    read(Pupil),
    read(Need),
    read(Outcome),
    read(Profile),
    read(Publication),
  ])
  const shown = await as('teacher').store(StaffProfile).all()
  const targets = await as('teacher').store(StaffTarget).all()
  const count = new Map<string, number>()
  for (const pupil of pupils) {
    const of = <T extends { pupil: string }>(all: readonly T[]) =>
      all.filter((each) => each.pupil === pupil.key)
    const sources = {
      pupil,
      needs: of(needs),
      outcomes: of(outcomes),
      profile: profileOn(of(profiles), today),
    }
    const { is } = publicationState(
      sources,
      of(publications)[0] ?? null,
      { profiles: of(shown.records), targets: of(targets.records) },
      today,
    )
    count.set(is, (count.get(is) ?? 0) + 1)
  }
  expect(count.get('current')).toBeGreaterThan(20)
  expect(count.get('changed')).toBeGreaterThan(2)
  expect(count.get('withdrawn')).toBe(2)
  expect(count.get('stillShown')).toBe(1)
  expect(shown.records.length).toBe(count.get('current')! + count.get('changed')! + 1)
  const everybody = await as('senco').store(Pupil).allWithArchived()
  expect(everybody.records.filter(({ archived }) => archived)).toHaveLength(7)
  expect((await read(ChronologyEntry)).some(({ happenedOn, createdAt }) => happenedOn < createdAt!)).toBe(
    true,
  )
}, 60_000)
