import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { wrongChildGuard } from '../../src/domain/rules/wrongChild.ts'
import { writtenEvents } from '../../src/domain/rules/chronology.ts'
import { bothDays } from '../../src/tab/pupil/chronology/order.ts'
import { chronologyPassing } from '../../src/tab/pupil/chronology/passing.ts'
import { kept } from './made.ts'

const entry = (key: string, happenedOn: string, createdAt: string | null) => ({
  ...(blank(ChronologyEntry, {
    pupil: kept('P').key,
    happenedOn,
    kind: 'call',
    text: key,
  }) as ChronologyEntry),
  ...kept(key),
  createdAt,
})

test('entries stand by the day it happened, not by when they were written down', () => {
  const entries = [
    entry('A', '2026-09-03', '2026-09-10T08:00:00Z'),
    entry('B', '2026-09-05', '2026-09-05T08:00:00Z'),
    entry('C', '2026-09-03', '2026-09-03T08:00:00Z'),
  ]
  expect(writtenEvents(entries).map(({ text }) => text)).toEqual(['B', 'A', 'C'])
})

test('both days are shown, the second in England', () => {
  const [late] = writtenEvents([entry('A', '2026-09-03', '2026-09-09T23:30:00Z')])
  expect(late!.written).toEqual({ on: '2026-09-10', by: 'Sam Senco' })
  expect(bothDays(late!)).toBe('Happened 3 Sep 2026 · written down 10 Sep 2026 by Sam Senco')
  expect(bothDays({ ...late!, written: null })).toBe('Happened 3 Sep 2026')
})

test('a chronology is looked through for other children before it is printed, all of it and no more', async () => {
  const child = (key: string, forename: string, surname: string) => ({
    ...(blank(Pupil, { forename, surname, dateOfBirth: '2016-05-12', status: 'K' }) as Pupil),
    ...kept(key),
  })
  const [own, other] = [child('P', 'Mimi', 'Khan'), child('Q', 'Leo', 'Ashworth')]
  const entries = [
    { ...entry('A', '2026-09-03', '2026-09-10T08:00:00Z'), text: 'Hit Leo Ashworth at lunch.' },
    { ...entry('B', '2026-09-01', '2026-09-01T08:00:00Z'), text: 'Rang home.', source: 'Leo Ashworth' },
  ]
  let printed = 0
  const passing = chronologyPassing(own, writtenEvents(entries), () => (printed += 1))
  expect([passing.did, passing.logged]).toEqual(['printed', [own.key]])
  const looked = await passing.look()
  const found = wrongChildGuard([own, other], { about: new Set([own.key]), adults: passing.adults })(
    looked.paragraphs.map(({ text }) => text),
  )
  expect(found.map(({ pupils, strength }) => [pupils, strength])).toEqual([
    [[other.key], 'certain'],
    [[other.key], 'certain'],
  ])
  expect(printed).toBe(0)
  await looked.go()
  expect(printed).toBe(1)
})
