import { expect, test } from 'vitest'
import { blank, check, fieldsOf, tagOf } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { recordTypeNamed, recordTypes } from '../../src/domain/records/index.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { newKey } from '../../src/domain/key.ts'

const each = recordTypes.map((type) => [type.name, type] as const)

test('no two record types share a name, a list or a tag', () => {
  for (const of of ['name', 'list', 'short'] as const)
    expect(new Set(recordTypes.map((type) => type[of])).size).toBe(recordTypes.length)
})

test.each(each)('%s fits SharePoint and Word', (_, type) => {
  const fields = fieldsOf(type)
  expect(fields.filter(([, f]) => f.indexed).length + 1, 'indexed columns with gtKey').toBeLessThanOrEqual(20)
  for (const [name, field] of fields) {
    expect(name, 'a column name with gt before it').toMatch(/^[a-z][A-Za-z0-9]{1,29}$/)
    expect(
      name.endsWith('Id') && name !== 'misId',
      'SharePoint writes xId beside x into the wrong column',
    ).toBe(false)
    expect(tagOf(type, newKey(), name).length).toBeLessThanOrEqual(64)
    if (field.kind === 'longText') expect(field.indexed, 'long text cannot be indexed').toBeUndefined()
    if (field.kind === 'key') expect(recordTypeNamed(field.to), `${name} points to ${field.to}`).toBeDefined()
  }
})

test('a record with what is needed can be stored, and says what is missing when it is not', () => {
  const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2017-10-10', status: 'E' })
  expect(check(Pupil, amira)).toEqual([])
  expect(check(Pupil, { ...amira, dateOfBirth: '2017-02-30' })).toEqual([
    { field: 'dateOfBirth', message: 'Date of birth is a date, such as 10 Mar 2026' },
  ])
  expect(check(Pupil, { ...amira, surname: null as never })).toEqual([
    { field: 'surname', message: 'Surname is needed' },
  ])
  expect(check(Pupil, { ...amira, admitted: '2025-09-02', left: '2025-09-01' })).toEqual([
    { field: 'left', message: 'The leaving date is before the admission date' },
  ])
  expect(
    check(
      Allocation,
      blank(Allocation, { pupil: newKey(), provision: newKey(), from: '2026-09-02', groupSize: 0 }),
    ),
  ).toEqual([{ field: 'groupSize', message: 'Pupils in the group is a whole number from 1 to 60' }])
})
