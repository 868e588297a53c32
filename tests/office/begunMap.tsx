import { act, render, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import type { AnyRecordType, RecordOf } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import type { FoundInMap } from '../../src/documents/mapBack/differences.ts'
import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { newBook } from '../../src/emulator/office/excel/book.ts'
import type { SchoolRecords } from '../../src/graph/storeTypes.ts'
import { findMaps, insertWorkbook } from '../../src/host/excel.ts'
import { SentSoFarBar } from '../../src/taskpane/workbook/SentSoFarBar.tsx'
import { type UseMapBack, useMapBack } from '../../src/taskpane/workbook/useMapBack.ts'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import { gatherMap } from '../../src/ui/gatherMap.ts'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'
import { AppFrame, newQueryClient } from '../../src/ui/startApp.tsx'
import { oakfield, oakfieldSchool } from '../graph/oakfield.ts'
import { noReckoning, openBook, startOffice } from './excelHost.ts'

/** office.js is started with stand-ins for a browser's globals; those of the test's own page come back after it. */
export const startOfficeBeside = async (): Promise<void> => {
  const all = Object.getOwnPropertyDescriptors(globalThis)
  await startOffice()
  for (const name of [
    'window',
    'parent',
    'top',
    'self',
    'location',
    'navigator',
    'history',
    'document',
    'sessionStorage',
    'localStorage',
    'addEventListener',
    'removeEventListener',
  ] as const)
    // prettier-ignore
    if (all[name]) Object.defineProperty(globalThis, name, all[name])
}

const today = '2026-11-22'
const unwelcome = new Problem({ code: 'refused', why: 'The list takes no more than 90 minutes' }, '')
/** What happens around each batch that the pane stores. */
type Around = {
  before?: () => void
  after?: (batch: number) => void
  /** The key of a record that SharePoint does not take. */
  refuses?: string
}

/** A map in the open workbook, its records in the local Graph, and the pane’s hook over both. */
export const begunWith = async (made: MapInput) => {
  const { records } = (await oakfieldSchool()).as('senco')
  const fill = async <R extends AnyRecordType>(type: R, rows: readonly (RecordOf<R> & { key: string })[]) => {
    const given = rows.map(({ key, ...record }) => ({ key, record: record as unknown as RecordOf<R> }))
    const written = await records.store(type).createMany(given)
    expect(written.filter(({ outcome }) => outcome !== 'stored')).toEqual([])
  }
  await fill(Pupil, made.pupils)
  await fill(Provision, made.provisions)
  await fill(Allocation, made.allocations)
  const { host } = openBook(newBook(), { reckoner: noReckoning })
  const { records: input } = await gatherMap((type) => records.store(type).all(), {
    schoolName: oakfield.name,
    today,
  })
  await insertWorkbook((copy) => provisionMap({ ...input, scope: { is: 'school' } }, copy))
  const around: Around = {}
  let batch = 0
  const watched = {
    ...records,
    store: (type: AnyRecordType) => {
      const store = records.store(type)
      const updateMany: typeof store.updateMany = async (given, ...rest) => {
        around.before?.()
        const refused = given.filter(({ stored }) => stored.key === around.refuses)
        const written = await store.updateMany(
          given.filter((one) => !refused.includes(one)),
          ...rest,
        )
        around.after?.(++batch)
        return [
          ...written,
          ...refused.map(({ stored }) => ({
            key: stored.key,
            outcome: 'refused' as const,
            problem: unwelcome,
          })),
        ]
      }
      return {
        ...store,
        all: async (...given: Parameters<typeof store.all>) => {
          around.before?.()
          return store.all(...given)
        },
        updateMany,
      }
    },
  } as unknown as SchoolRecords
  const services = {
    school: oakfield,
    records: watched,
    today: () => today,
    now: () => new Date(`${today}T09:14:00Z`),
  } as unknown as Services
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AppFrame
      theme={{ current: () => 'light', subscribe: () => () => {} }}
      client={newQueryClient()}
      drafts={newDraftBook()}
    >
      <ServicesProvider value={services}>{children}</ServicesProvider>
    </AppFrame>
  )
  const { result } = renderHook(() => useMapBack(), { wrapper })
  const minutes = async () =>
    (await records.store(Allocation).all()).records
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map((line) => line.minutes)
  return { hook: result, around, lines: records.store(Allocation), minutes, host, wrapper }
}
export type Begun = Awaited<ReturnType<typeof begunWith>>

export const typed = (cells: readonly (readonly [row: number, heading: string, value: unknown])[]) =>
  Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('ProvisionMap')
    for (const [row, heading, value] of cells)
      table.columns.getItem(heading).getDataBodyRange().getCell(row, 0).values = [[value]]
    await context.sync()
  })
export const inSheet = (heading: string) =>
  Excel.run(async (context) => {
    const column = context.workbook.tables.getItem('ProvisionMap').columns.getItem(heading)
    const range = column.getDataBodyRange().load('values')
    await context.sync()
    return range.values.map(([value]) => value as unknown)
  })

export const look = async ({ hook }: Begun): Promise<FoundInMap> => {
  const [map] = await findMaps()
  await act(() => hook.current.look(map!, 'send'))
  return found(hook.current)
}
export const found = ({ work, back }: UseMapBack): FoundInMap => {
  expect(work).toMatchObject({ is: 'looking' })
  if (!back || 'refusal' in back) throw new Error('refused')
  return back
}
export const send = async ({ hook }: Begun) => {
  const now = hook.current
  await act(() => now.send(now.looking!.at, found(now)))
}
/** What the bar above the cards says. */
export const bar = ({ hook, wrapper }: Begun): string => {
  const shown = render(<SentSoFarBar soFar={hook.current.soFar!} />, { wrapper })
  const words = shown.container.textContent ?? ''
  shown.unmount()
  return words
}
