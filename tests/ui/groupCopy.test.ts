import { expect, test } from 'vitest'
import { isKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { copyKey, goesOn, groupAgain, partKey } from '../../src/tab/provision/groups/groupCopy.ts'

const group = '01KA0000000000000000000001'

test('a copy of a group has one key for everybody and every try, another for another day and another group', () => {
  const key = copyKey(group, '2027-01-04')
  expect(copyKey(group, '2027-01-04')).toBe(key)
  expect(isKey(key)).toBe(true)
  const others = [
    copyKey(group, '2027-01-05'),
    copyKey(group.replace(/1$/, '2'), '2027-01-04'),
    partKey(key, 'P'),
    partKey(key, 'Q'),
  ]
  expect(new Set([key, ...others]).size).toBe(5)
})

test('what a group and its lines are goes on; what came of them and when they ran does not', () => {
  const old = blank(Group, {
    provision: 'V',
    name: 'Phonics, group 1',
    from: '2026-09-14',
    until: '2026-12-18',
    minutes: 20,
    staff: 'Tom Bright',
  })
  expect(groupAgain(old, { name: 'Phonics, spring', from: '2027-01-04', until: '2027-03-26' })).toEqual({
    ...old,
    name: 'Phonics, spring',
    from: '2027-01-04',
    until: '2027-03-26',
    reviewBy: '2027-03-19',
  })
  const line = blank(Allocation, {
    pupil: 'P',
    provision: 'V',
    from: '2026-09-14',
    outcome: 'O',
    inPlan: true,
    expected: 'Reads a page of his own book',
    expectedGain: 5,
    effect: 'yes',
    exitDecision: 'met',
    entryScore: 'S',
  })
  const on = goesOn(line)
  expect(on).toMatchObject({
    outcome: 'O',
    inPlan: true,
    expected: 'Reads a page of his own book',
    expectedGain: 5,
  })
  for (const field of ['effect', 'exitDecision', 'entryScore', 'exitScore', 'from', 'until', 'notes'])
    expect(on).not.toHaveProperty(field)
})
