import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { filledLines } from '../../src/ui/pupilLines.ts'
import { oakfieldSchool } from '../graph/oakfield.ts'

test('a pupil’s line is told with what its group says and how many share it, and stays what it is in the list', async () => {
  const { records } = (await oakfieldSchool()).as('senco')
  const pupil = async (surname: string) =>
    records
      .store(Pupil)
      .create(blank(Pupil, { surname, forename: 'A', dateOfBirth: '2016-01-01', status: 'K' }))
  const [amira, ben, cara] = [await pupil('Kaur'), await pupil('Bell'), await pupil('Cole')]
  const provision = await records
    .store(Provision)
    .create(blank(Provision, { name: 'Phonics', level: 'targeted', areaOfNeed: 'cognition', line: 'ta' }))
  const group = await records.store(Group).create(
    blank(Group, {
      provision: provision.key,
      name: 'Phonics 1',
      from: '2026-09-07',
      sessionsPerWeek: 3,
      minutes: 20,
      weeks: 12,
      role: 'ta',
    }),
  )
  const lines = records.store(Allocation)
  const line = (of: string, given: Partial<Allocation> = {}) =>
    lines.create(
      blank(Allocation, {
        pupil: of,
        provision: provision.key,
        group: group.key,
        from: '2026-09-07',
        ...given,
      }),
    )
  const own = await line(amira.key, { minutes: 30 })
  await line(ben.key)
  await line(cara.key)
  const single = await lines.create(
    blank(Allocation, { pupil: amira.key, provision: provision.key, from: '2026-09-07', minutes: 15 }),
  )
  const read = async () => (await lines.about('pupil', amira.key)).records
  const filled = await filledLines(records, read())
  expect(filled.find(({ key }) => key === own.key)).toMatchObject({
    sessionsPerWeek: 3, minutes: 30, weeks: 12, role: 'ta', groupSize: 3, etag: own.etag,
  }) // prettier-ignore
  expect(filled.find(({ key }) => key === single.key)).toEqual(single)
  expect(filled).toHaveLength(2)
  expect(await lines.byKey(own.key)).toMatchObject({ sessionsPerWeek: null, groupSize: null })
})
