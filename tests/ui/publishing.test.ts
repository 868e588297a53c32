import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank, fieldsOf } from '../../src/domain/record.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { AccessRequest } from '../../src/domain/records/accessRequest.ts'
import { Disposal } from '../../src/domain/records/disposal.ts'
import { Hold } from '../../src/domain/records/hold.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { Publication } from '../../src/domain/records/publication.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import { StaffTarget } from '../../src/domain/records/staffTarget.ts'
import { publicationState, publishedParts, type Ticks } from '../../src/domain/rules/publish.ts'
import { connect } from '../../src/graph/connect.ts'
import { blankedCopies, countOf, disposeCopies } from '../../src/ui/publish/disposeCopies.ts'
import {
  publish,
  type PublishBy,
  type Publishing,
  putBack,
  type Records,
  readPublishing,
  withdraw,
} from '../../src/ui/publish/publishing.ts'
import { oakfield, type Oakfield, oakfieldSchool, oakfieldWithoutLists } from '../graph/oakfield.ts'

const today = '2026-07-14'
const by = { today, by: 'Helen Marsh' }
const everything: Ticks = Object.fromEntries(publishedParts.map(({ part }) => [part, true]))
const only = (...parts: readonly string[]): Ticks => Object.fromEntries(parts.map((part) => [part, true]))

/** One pupil, from reading to writing, as the screen does it. */
const publishPupil = async (
  records: Records,
  pupil: string,
  by: PublishBy,
  /** Without them: what was chosen last, or for the first time everything. */
  ticks: (publication: Publication | null) => Ticks,
): Promise<Publishing> => {
  const now = await readPublishing(records, pupil, by.today)
  return publish(records, now, { ...by, ticks: ticks(now.publication) })
}
const withdrawPupil = async (records: Records, pupil: string, by: PublishBy): Promise<Publishing> =>
  withdraw(records, await readPublishing(records, pupil, by.today), by)

/** A pupil whose every text names its part. */
const pupilIn = async (school: Oakfield): Promise<string> => {
  const { records } = school.as('senco')
  const pupil = newKey(Date.parse('2026-07-01'))
  await records.store(Pupil).create(
    blank(Pupil, {
      surname: 'Quill',
      forename: 'Robin',
      dateOfBirth: '2017-02-03',
      status: 'K',
      keyAdult: '‹keyAdult›',
      alertMedical: true,
      address: '‹never›',
      socialWorker: '‹never›',
    }),
    pupil,
  )
  await records
    .store(Need)
    .create(blank(Need, { pupil, type: 'SLCN', description: '‹needs›', source: '‹never›' }))
  const words = [
    'goodAt',
    'strengths',
    'important',
    'helps',
    'avoid',
    'triggers',
    'equipment',
    'exams',
    'strategies',
    'communication',
  ] as const
  const texts = Object.fromEntries(words.map((word) => [word, `‹${word}›`]))
  await records
    .store(Profile)
    .create(blank(Profile, { pupil, from: '2026-06-01', madeWith: '‹never›', ...texts }))
  for (const end of [1, 2]) {
    await records.store(Outcome).create(
      blank(Outcome, {
        pupil,
        kind: 'term',
        status: 'current',
        text: `‹targets› ${end}`,
        baseline: '‹never›',
      }),
    )
  }
  return pupil
}

/** What every row of the staff site says now, archived ones too: the parts whose words stand there. */
const wordsInStaffSite = async (school: Oakfield): Promise<string[]> => {
  const { records } = school.as('teacher')
  const rows = await Promise.all([
    records.store(StaffProfile).allWithArchived(),
    records.store(StaffTarget).allWithArchived(),
  ])
  expect(rows.flatMap(({ unreadable }) => unreadable)).toEqual([])
  const told = JSON.stringify(rows).replaceAll('There is a health-care plan', '‹health›')
  return [...new Set([...told.matchAll(/‹(\w+)›/g)].map(([, part]) => part!))].toSorted()
}
const stateOf = async (school: Oakfield, pupil: string) => {
  const now = await readPublishing(school.as('senco').records, pupil, today)
  return publicationState(now.sources, now.publication, now, today).is
}

test('a teacher reads what was ticked and nothing else; publishing again takes away what is unticked', async () => {
  const school = await oakfieldSchool()
  const { records } = school.as('senco')
  const pupil = await pupilIn(school)
  expect(await stateOf(school, pupil)).toBe('never')
  await publishPupil(records, pupil, by, () => only('helps', 'avoid', 'targets'))
  expect(await wordsInStaffSite(school)).toEqual(['avoid', 'helps', 'targets'])
  expect(await stateOf(school, pupil)).toBe('current')
  await publishPupil(records, pupil, by, () => only('helps', 'needs'))
  expect(await wordsInStaffSite(school)).toEqual(['helps', 'needs'])
  await publishPupil(records, pupil, by, () => everything)
  expect(await wordsInStaffSite(school)).toEqual(publishedParts.map(({ part }) => part as string).toSorted())
  const teacher = school.as('teacher').records
  expect((await teacher.store(StaffProfile).allWithArchived()).records).toHaveLength(1)
  expect((await teacher.store(StaffTarget).allWithArchived()).records).toHaveLength(2)
})

test('publishing twice writes no target twice and asks nothing of those that are as they were', async () => {
  const school = await oakfieldSchool()
  const { records } = school.as('senco')
  const pupil = await pupilIn(school)
  const first = await publishPupil(records, pupil, by, () => everything)
  const second = await publishPupil(records, pupil, by, ({ ...last }) => last as Ticks)
  expect(second.targets.map(({ etag }) => etag)).toEqual(first.targets.map(({ etag }) => etag))
  expect(second.profiles.map(({ key }) => key)).toEqual(first.profiles.map(({ key }) => key))
  expect((await records.store(Publication).allWithArchived()).records).toHaveLength(1)
})

test('what is withdrawn is out of sight and blank, and comes back under the same keys', async () => {
  const school = await oakfieldSchool()
  const { records } = school.as('senco')
  const pupil = await pupilIn(school)
  const first = await publishPupil(records, pupil, by, () => everything)
  await withdrawPupil(records, pupil, by)
  expect(await stateOf(school, pupil)).toBe('withdrawn')
  expect(await wordsInStaffSite(school)).toEqual([])
  const teacher = school.as('teacher').records
  expect((await teacher.store(StaffProfile).all()).records).toEqual([])
  const hidden = JSON.stringify(await teacher.store(StaffProfile).allWithArchived())
  for (const word of ['Quill', 'Robin', 'SLCN']) expect(hidden).not.toContain(word)
  const again = await publishPupil(records, pupil, by, (last) => last ?? {})
  expect(again.targets.map(({ key }) => key).toSorted()).toEqual(
    first.targets.map(({ key }) => key).toSorted(),
  )
  expect(await stateOf(school, pupil)).toBe('current')
})

test('blanked rows are deleted with their versions on a person’s word, but not while the pupil is held', async () => {
  const school = await oakfieldSchool()
  const { records } = school.as('senco')
  const pupil = await pupilIn(school)
  await publishPupil(records, pupil, by, () => everything)
  expect(countOf(await blankedCopies(records, pupil, today))).toBe(0)
  await withdrawPupil(records, pupil, by)
  const copies = await blankedCopies(records, pupil, today)
  expect(countOf(copies)).toBe(3)
  const teacher = school.as('teacher').records
  const [row] = (await teacher.store(StaffProfile).allWithArchived()).records
  expect(JSON.stringify(await teacher.store(StaffProfile).history(row!))).toContain('‹helps›')
  const held = await records
    .store(Hold)
    .create(blank(Hold, { pupil, from: '2026-07-01', reason: 'A complaint', kind: 'complaint' }))
  expect(await disposeCopies(records, pupil, copies, by)).toBe(false)
  expect(countOf(await blankedCopies(records, pupil, today))).toBe(3)
  await records.store(Hold).update(held, { lifted: '2026-07-13', kind: 'other' })
  const request = await records
    .store(AccessRequest)
    .create(blank(AccessRequest, { pupil, kind: 'subjectAccess', received: '2026-07-01', state: 'open' }))
  expect(await disposeCopies(records, pupil, copies, by)).toBe(false)
  expect((await records.store(Disposal).all()).records).toEqual([])
  await records.store(AccessRequest).update(request, { state: 'withdrawn' })
  expect(await disposeCopies(records, pupil, copies, by)).toBe(true)
  expect((await teacher.store(StaffProfile).allWithArchived()).records).toEqual([])
  await expect(teacher.store(StaffProfile).history(row!)).rejects.toMatchObject({ trouble: { code: 'gone' } })
  const [log] = (await records.store(Disposal).all()).records
  expect(log).toMatchObject({ rows: 3, state: 'done', decidedBy: 'Helen Marsh' })
  expect(log!.subject).not.toBe(pupil)
  await publishPupil(records, pupil, by, () => everything)
  expect(await stateOf(school, pupil)).toBe('current')
})

test('undo gives staff back what they read before, word for word, whatever the record says by now', async () => {
  const school = await oakfieldSchool()
  const { records } = school.as('senco')
  const pupil = await pupilIn(school)
  const before = await publishPupil(records, pupil, by, () => only('helps', 'targets'))
  const [profile] = (await records.store(Profile).all()).records
  await records.store(Profile).update(profile!, { helps: 'Something else', avoid: '‹avoid› again' })
  const after = await publishPupil(records, pupil, by, () => everything)
  const back = await putBack(records, before, after, by)
  expect(await wordsInStaffSite(school)).toEqual(['helps', 'targets'])
  const gone = await withdrawPupil(records, pupil, by)
  await putBack(records, back, gone, by)
  expect(await wordsInStaffSite(school)).toEqual(['helps', 'targets'])
  expect(await stateOf(school, pupil)).toBe('changed')
  const never = { ...before, publication: null, profiles: [], targets: [] }
  await putBack(records, never, await readPublishing(records, pupil, today), by)
  expect(await wordsInStaffSite(school)).toEqual([])
})

/** The SENCO's records, over a connection that is cut before its n-th write. */
const cutAt = (school: Oakfield, writes: number) => {
  let left = writes
  const send = async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' && !request.url.endsWith('$batch') && left-- <= 0) throw new TypeError('cut')
    return school.emulator.handle(request)
  }
  const token = async () => school.admin.tokenFor('senco')
  return connect({ school: oakfield, token, send, sleep: async () => {} }).records
}

test.each([
  ['from nothing to everything', null, everything],
  ['to fewer parts', everything, only('helps', 'needs')],
  ['to other parts', only('goodAt', 'targets', 'avoid'), only('helps', 'avoid', 'keyAdult')],
  ['withdrawn', everything, null],
] as const)(
  'broken off at any write, %s: staff see no more than was chosen, and the next try mends it',
  async (_, first, second) => {
    for (let writes = 0; ; writes += 1) {
      const school = await oakfieldSchool()
      const { records } = school.as('senco')
      const pupil = await pupilIn(school)
      if (first) await publishPupil(records, pupil, by, () => first)
      const now = await readPublishing(records, pupil, today)
      const act = second
        ? publish(cutAt(school, writes), now, { ...by, ticks: second })
        : withdrawPupil(cutAt(school, writes), pupil, by)
      const broken = await act.then(
        () => false,
        () => true,
      )
      const seen = await wordsInStaffSite(school)
      const [publication] = (await records.store(Publication).all()).records
      const chosen = fieldsOf(Publication).flatMap(([name]) =>
        publication?.state === 'published' && publication[name as keyof Publication] === true ? [name] : [],
      )
      expect(chosen, `after ${writes} writes`).toEqual(expect.arrayContaining(seen))
      if (!broken) break
      if (seen.length < chosen.length) expect(await stateOf(school, pupil)).toBe('changed')
      if (second) await publishPupil(records, pupil, by, () => second)
      else await withdrawPupil(records, pupil, by)
      expect(await stateOf(school, pupil)).toBe(second ? 'current' : 'withdrawn')
      expect(await wordsInStaffSite(school)).toEqual(second ? Object.keys(second).toSorted() : [])
    }
  },
  60_000,
)

test('set-up makes each list in the site of its audience, and only in sites that the school has', async () => {
  const both = await oakfieldWithoutLists()
  await both.as('it').setUp()
  const listsAt = async (from: Oakfield, audience: 'senco' | 'staff') =>
    (await from.as('it').checkSite(audience)).lists
      .filter(({ state }) => state === 'ready')
      .map(({ list }) => list)
  const wanted = (audience: string) =>
    recordTypes.filter((type) => type.audience === audience).map(({ list }) => list)
  expect(await listsAt(both, 'senco')).toEqual(wanted('senco'))
  expect(await listsAt(both, 'staff')).toEqual(wanted('staff'))
  const small = await oakfieldWithoutLists()
  const { senco } = oakfield.sites
  const token = async () => small.admin.tokenFor('it')
  const alone = connect({ school: { ...oakfield, sites: { senco } }, token, send: small.emulator.handle })
  await alone.setUp()
  expect(await listsAt(small, 'senco')).toEqual(wanted('senco'))
  expect(await listsAt(small, 'staff')).toEqual([])
  await expect(alone.checkSite('staff')).rejects.toMatchObject({ trouble: { code: 'notSetUp' } })
  await expect(readPublishing(alone.records, newKey(), today)).rejects.toMatchObject({
    trouble: { code: 'notSetUp' },
  })
})
