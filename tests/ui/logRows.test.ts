import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { logCsv, logRows, noFilter, shownLog, whenOf } from '../../src/tab/records/log/logRows.ts'
import { unusual } from '../../src/tab/records/log/unusual.ts'
import { kept } from './made.ts'

const pupil = (key: string, forename: string, surname: string) => ({
  ...blank(Pupil, { forename, surname, dateOfBirth: '2016-05-12', status: 'E' }),
  ...kept(key),
})
const pupils = [pupil('A', 'Zoë', 'Khan'), pupil('B', 'Leo', '=HYPERLINK("x")')]
let made = 0
const entry = (at: string, by: string, more: Partial<Disclosure> = {}) => ({
  ...blank(Disclosure, {
    pupil: kept('A').key,
    did: 'opened',
    what: 'Pupil’s record',
    purpose: 'review',
    ...more,
  }),
  ...kept(`L${++made}`),
  createdAt: at,
  createdBy: by,
})

test('rows are newest first, at the time in England, and are found by pupil, person, reason and day', () => {
  const rows = logRows(
    [
      entry('2026-03-10T09:14:00Z', 'Helen Marsh'),
      // In summer time, after midnight in England.
      entry('2026-07-01T23:30:00Z', 'David Okafor', { pupil: kept('B').key, purpose: 'safeguarding' }),
      entry('2026-03-11T09:00:00Z', 'David Okafor', { pupil: kept('X').key }),
    ],
    pupils,
  )
  expect(rows.map(whenOf)).toEqual(['2 Jul 2026 00:30', '11 Mar 2026 09:00', '10 Mar 2026 09:14'])
  expect(rows[1]!.pupil).toBe('No longer on the register')
  const found = (filter: object) => shownLog(rows, { ...noFilter, ...filter }).map(({ entry: { key } }) => rows.findIndex((row) => row.entry.key === key)) // prettier-ignore
  expect(found({ words: 'zoe marsh' })).toEqual([2])
  expect(found({ words: 'safeguarding okafor' })).toEqual([0])
  expect(found({ from: '2026-03-11', until: '2026-07-01' })).toEqual([1])
  expect(found({ purposes: ['review'] })).toEqual([1, 2])
  expect(found({ pupil: kept('B').key })).toEqual([0])
})

test('a name like a formula stays text in the export', () => {
  const csv = logCsv(logRows([entry('2026-03-10T09:14:00Z', '+Helen', { note: '@note' })], pupils))
  expect(csv.split('\r\n')[1]).toBe(
    `2026-03-10,09:14,"'+Helen",Zoë Khan,Opened,Pupil’s record,An annual review,,,"'@note"`,
  )
})

test('many records in a day, the night and what went out with warnings stand out; everyday work does not', () => {
  const day = Array.from({ length: 12 }, (_, at) =>
    entry(`2026-03-10T09:${10 + at}:00Z`, 'Helen Marsh', { pupil: kept(`P${at}Z`).key }),
  )
  const again = Array.from({ length: 30 }, () => entry('2026-03-12T10:00:00Z', 'Helen Marsh'))
  const night = [entry('2026-03-11T23:10:00Z', 'David Okafor'), entry('2026-03-11T22:40:00Z', 'David Okafor')]
  const sent = entry('2026-03-13T12:00:00Z', 'Helen Marsh', {
    did: 'sent',
    what: 'Review minutes',
    recipient: 'family',
    warnings: 1,
  })
  const kind = entry('2026-03-13T12:00:00Z', 'Helen Marsh', {
    did: 'saved',
    recipient: 'school',
    warnings: 3,
  })
  const rows = logRows([...day, ...again, ...night, sent, kind], pupils)
  const facts = unusual(rows)
  expect(facts.map(({ words }) => words)).toEqual([
    'Sent: Review minutes, for the family, by Helen Marsh on Fri 13 Mar 2026 with 1 warning left',
    '2 rows by David Okafor at night on Wed 11 Mar 2026, 22:40 to 23:10',
    '12 records opened by Helen Marsh on Tue 10 Mar 2026',
  ])
  expect(facts.map(({ filter }) => shownLog(rows, filter).length)).toEqual([1, 2, 12])
})
