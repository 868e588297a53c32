// @vitest-environment jsdom
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { type AnyRecordType, blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { TermDate } from '../../src/domain/records/termDate.ts'
import { Problem } from '../../src/domain/problem.ts'
import { useChronology } from '../../src/tab/pupil/chronology/useChronology.ts'
import { usePlanRecords } from '../../src/tab/pupil/plan/usePlanRecords.ts'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import { usePupilSupport } from '../../src/ui/pupilLines.ts'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'
import { AppFrame, newQueryClient } from '../../src/ui/startApp.tsx'
import { kept } from './made.ts'

afterEach(cleanup)

const from = '2026-09-07'
const row = <R extends object>(key: string, record: R) => ({ ...kept(key), ...record })
const pupil = (left: string | null) =>
  row('P', blank(Pupil, { surname: 'Khan', forename: 'Ali', dateOfBirth: '2016-01-01', left }))
const line = (key: string, given: Partial<Allocation> = {}) =>
  row(key, blank(Allocation, { pupil: kept('P').key, provision: 'v', from, weeks: 10, ...given }))
const lists = new Map<AnyRecordType, readonly { readonly key: string }[]>([
  [
    Allocation,
    [
      line('A'),
      line('B', { from: '2027-01-11' }),
      line('C', { weeks: null, group: kept('G').key }),
      line('D', { until: '2026-09-18', weeks: 2 }),
    ],
  ],
  [Group, [row('G', blank(Group, { provision: 'v', name: 'g', from, until: '2026-11-27', weeks: 11 }))]],
  [
    TermDate,
    [row('T', blank(TermDate, { kind: 'term', name: 'Autumn', starts: '2026-09-01', ends: '2026-12-18' }))],
  ],
])

const slow = { timeout: 10_000 }

/** The lists of a school; those that are `shut` can't be read. */
const around = (shut: readonly AnyRecordType[] = []) => {
  const services = {
    school: { id: 'oakfield', name: 'Oakfield', sites: { senco: 's' } },
    records: {
      mayRead: async () => true,
      store: (type: AnyRecordType) => {
        const all = async () => {
          if (shut.includes(type)) throw new Problem({ code: 'offline' }, '')
          return { records: lists.get(type) ?? [], unreadable: [] }
        }
        return { all, about: all }
      },
    },
    today: () => '2026-11-23',
    now: () => new Date('2026-11-23T09:14:00Z'),
  } as unknown as Services
  return ({ children }: { children: ReactNode }) => (
    <AppFrame
      theme={{ current: () => 'light', subscribe: () => () => {} }}
      client={newQueryClient()}
      drafts={newDraftBook()}
    >
      <ServicesProvider value={services}>{children}</ServicesProvider>
    </AppFrame>
  )
}

test('a pupil’s support ends with the last day at the school: weeks as given by then, and nothing that would begin later', async () => {
  const shown = async (left: string | null) => {
    const { result } = renderHook(() => usePupilSupport(pupil(left)), { wrapper: around() })
    await waitFor(() => expect(result.current.data).toBeDefined(), slow)
    return result.current.data!.records.map(({ key, until, weeks }) => [key.slice(0, 1), until, weeks])
  }
  expect(await shown(null)).toEqual([
    ['A', null, 10],
    ['B', null, 10],
    ['C', '2026-11-27', 11],
    ['D', '2026-09-18', 2],
  ])
  // 15 school days from 7 September; the group was to run for 60 of them.
  expect(await shown('2026-09-25')).toEqual([
    ['A', '2026-09-25', 3],
    ['C', '2026-09-25', 2.8],
    ['D', '2026-09-18', 2],
  ])
})

test('the plan and the chronology tell support as ended on a pupil’s last day', async () => {
  const left = '2026-09-25'
  const plan = renderHook(() => usePlanRecords(pupil(left)), { wrapper: around() })
  await waitFor(() => expect(plan.result.current.queries[4]!.data).toBeDefined(), slow)
  expect(plan.result.current.records().allocations.map(({ until }) => until)).toEqual([
    left,
    left,
    '2026-09-18',
  ])
  const told = renderHook(() => useChronology(pupil(left)), { wrapper: around() })
  await waitFor(() => expect(told.result.current.queries[6]!.data).toBeDefined(), slow)
  const ended = told.result.current.events().filter(({ title }) => title.startsWith('Support ended'))
  expect(ended.map(({ day }) => day).toSorted()).toEqual(['2026-09-18', left, left])
})

test('where the school’s days can’t be read it says so, instead of telling weeks that nobody reckoned', async () => {
  const { result } = renderHook(() => usePupilSupport(pupil('2026-09-25')), { wrapper: around([TermDate]) })
  await waitFor(() => expect(result.current.isError).toBe(true), slow)
  expect(result.current.data).toBeUndefined()
})
