import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { bothDays, byHappened, writtenOn } from '../../src/tab/pupil/chronology/order.ts'
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
  expect(byHappened(entries).map(({ text }) => text)).toEqual(['B', 'A', 'C'])
})

test('both days are shown, the second in England', () => {
  const late = entry('A', '2026-09-03', '2026-09-09T23:30:00Z')
  expect(writtenOn(late)).toBe('2026-09-10')
  expect(bothDays(late)).toBe('Happened 3 Sep 2026 · written down 10 Sep 2026 by Sam Senco')
  expect(bothDays({ ...late, createdAt: null, createdBy: null })).toBe('Happened 3 Sep 2026')
})
