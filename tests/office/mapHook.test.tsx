// @vitest-environment jsdom
import { act, cleanup, render, renderHook, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import type { AnyRecordType, RecordOf } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import type { FoundInMap } from '../../src/documents/mapBack/differences.ts'
import { heads } from '../../src/documents/provisionMap/mapColumns.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { newBook } from '../../src/emulator/office/excel/book.ts'
import type { SchoolRecords } from '../../src/graph/storeTypes.ts'
import { findMaps, insertWorkbook } from '../../src/host/excel.ts'
import { SentSoFarBar } from '../../src/taskpane/workbook/SentSoFarBar.tsx'
import { troubleWords } from '../../src/taskpane/workbook/troubleWords.ts'
import { type UseMapBack, useMapBack } from '../../src/taskpane/workbook/useMapBack.ts'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import { gatherMap } from '../../src/ui/gatherMap.ts'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'
import { AppFrame, newQueryClient } from '../../src/ui/startApp.tsx'
import { bigMap } from '../documents/madeUpSchool.ts'
import { oakfield, oakfieldSchool } from '../graph/oakfield.ts'
import { faults, noReckoning, openBook, startOffice } from './excelHost.ts'

/** office.js is started with stand-ins for a browser's globals; those of the test's own page come back after it. */
beforeAll(async () => {
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
})
beforeEach(() => faults.splice(0))
afterEach(cleanup)

const today = '2026-11-22'
const unwelcome = new Problem({ code: 'refused', why: 'The list takes no more than 90 minutes' }, '')
/** What happens around each batch that the pane stores. */
type Around = {
  before?: () => void
  after?: (batch: number) => void
  /** The key of a record that SharePoint does not take. */
  refuses?: string
}

/** A map of so many lines in the open workbook, its records in the local Graph, and the pane’s hook over both. */
const begun = async (count: number) => {
  const made = bigMap(count)
  const { records } = (await oakfieldSchool()).as('senco')
  const fill = async <R extends AnyRecordType>(type: R, rows: readonly (RecordOf<R> & { key: string })[]) => {
    const given = rows.map(({ key, ...record }) => ({ key, record: record as unknown as RecordOf<R> }))
    const written = await records.store(type).createMany(given)
    expect(written.filter(({ outcome }) => outcome !== 'stored')).toEqual([])
  }
  await fill(Pupil, made.pupils)
  await fill(Provision, made.provisions)
  await fill(Allocation, made.allocations)
  openBook(newBook(), { reckoner: noReckoning })
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
  return { hook: result, around, lines: records.store(Allocation), minutes, made, wrapper }
}
type Begun = Awaited<ReturnType<typeof begun>>

const typed = (cells: readonly (readonly [row: number, heading: string, value: unknown])[]) =>
  Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('ProvisionMap')
    for (const [row, heading, value] of cells)
      table.columns.getItem(heading).getDataBodyRange().getCell(row, 0).values = [[value]]
    await context.sync()
  })
const inSheet = (heading: string) =>
  Excel.run(async (context) => {
    const column = context.workbook.tables.getItem('ProvisionMap').columns.getItem(heading)
    const range = column.getDataBodyRange().load('values')
    await context.sync()
    return range.values.map(([value]) => value as unknown)
  })

const look = async ({ hook }: Begun): Promise<FoundInMap> => {
  const [map] = await findMaps()
  await act(() => hook.current.look(map!, 'send'))
  return found(hook.current)
}
const found = ({ work, back }: UseMapBack): FoundInMap => {
  expect(work).toMatchObject({ is: 'looking' })
  if (!back || 'refusal' in back) throw new Error('refused')
  return back
}
const send = async ({ hook }: Begun) => {
  const now = hook.current
  await act(() => now.send(now.looking!.at, found(now)))
}
/** What the bar above the cards says. */
const bar = ({ hook, wrapper }: Begun): string => {
  const shown = render(<SentSoFarBar soFar={hook.current.soFar!} />, { wrapper })
  const words = shown.container.textContent ?? ''
  shown.unmount()
  return words
}
const numbered = (count: number, first: number) => Array.from({ length: count }, (_, at) => first + at)

test('what is typed goes to the records, and Undo takes it back while it still stands in the sheet', async () => {
  const at = await begun(3)
  const before = await at.minutes()
  await typed([[0, heads.minutes, 111]])
  await look(at)
  expect(at.hook.current.decided).toHaveLength(1)
  await send(at)
  expect(at.hook.current.work).toMatchObject({ is: 'done', words: '1 change sent to the records.' })
  expect(at.hook.current.soFar).toBeNull()
  expect(await at.minutes()).toContain(111)
  await act(async () => at.hook.current.undo!())
  await waitFor(() => expect(at.hook.current.work).toMatchObject({ is: 'done' }))
  expect(at.hook.current.work).toMatchObject({
    words: 'Taken back. What you typed still stands in the sheet.',
  })
  expect(await at.minutes()).toEqual(before)
  expect(await inSheet(heads.minutes)).toContain(111)
  // It can be sent once more.
  expect((await look(at)).changes).toMatchObject([{ sheet: '111' }])
  expect(faults).toEqual([])
})

test('Stop leaves what is not begun in the sheet, says which cells are stored, and a second sending does the rest', async () => {
  const at = await begun(45)
  await typed(numbered(45, 0).map((row) => [row, heads.minutes, 100 + row]))
  await look(at)
  at.around.after = (batch) => {
    if (batch === 1) at.hook.current.stop!()
  }
  // Not within `act`, which would draw the button Stop only when all is over.
  const now = at.hook.current
  let sending = Promise.resolve()
  act(() => void (sending = now.send(now.looking!.at, found(now))))
  await waitFor(() => expect(at.hook.current.soFar).not.toBeNull(), { timeout: 20_000 })
  await act(() => sending)
  expect((await at.minutes()).filter((minutes) => minutes! >= 100)).toHaveLength(20)
  expect(at.hook.current.soFar).toMatchObject({ left: 25, stopped: 25 })
  expect(at.hook.current.soFar!.cells).toHaveLength(20)
  expect(bar(at)).toContain('20 changes stored, 25 not')
  expect(bar(at)).toContain('You stopped. What is left was not tried.')
  expect(found(at.hook.current).changes).toHaveLength(25)
  expect(await inSheet(heads.minutes)).toEqual(numbered(45, 100))
  await send(at)
  expect(at.hook.current.work).toMatchObject({ is: 'done', words: '25 changes sent to the records.' })
  expect((await at.minutes()).toSorted((a, b) => a! - b!)).toEqual(numbered(45, 100))
})

test('a record that somebody changed meanwhile keeps theirs and its card says so; what is typed stays and goes when it is chosen', async () => {
  const at = await begun(3)
  await typed([
    [0, heads.minutes, 111],
    [1, heads.minutes, 112],
  ])
  const [, second] = (await look(at)).changes
  const theirs = (await at.lines.all()).records.find(({ key }) => key === second!.key)!
  await at.lines.update(theirs, { minutes: 77 })
  await send(at)
  expect(await at.minutes()).toEqual(expect.arrayContaining([111, 77]))
  expect(bar(at)).toContain('1 change stored, 1 not')
  expect(bar(at)).toContain('Each below says why.')
  expect([...at.hook.current.failed.values()]).toMatchObject([{ code: 'changed' }])
  const [left] = found(at.hook.current).changes
  expect(left).toMatchObject({ since: 'both', sheet: '112', record: '77' })
  // Nobody has chosen yet: nothing of it may go by itself.
  expect(at.hook.current.decided).toEqual([])
  act(() => at.hook.current.setChoices((now) => ({ ...now, ways: new Map([[left!.id, 'take0']]) })))
  await send(at)
  expect(await at.minutes()).toEqual(expect.arrayContaining([111, 112]))
})

test('a connection that goes half-way loses nothing: what is stored is known, the rest stands with its reason and goes later', async () => {
  const at = await begun(45)
  await typed(numbered(45, 0).map((row) => [row, heads.minutes, 100 + row]))
  await look(at)
  let away = false
  at.around.before = () => {
    if (away) throw new Problem({ code: 'offline' }, '')
  }
  at.around.after = () => void (away = true)
  await send(at)
  expect(bar(at)).toContain('20 changes stored, 25 not')
  expect(found(at.hook.current).changes).toHaveLength(25)
  expect(new Set([...at.hook.current.failed.values()].map(({ code }) => code))).toEqual(new Set(['offline']))
  expect(await inSheet(heads.minutes)).toEqual(numbered(45, 100))
  at.around.before = () => undefined
  at.around.after = () => undefined
  await send(at)
  expect(at.hook.current.work).toMatchObject({ is: 'done', words: '25 changes sent to the records.' })
  expect((await at.minutes()).toSorted((a, b) => a! - b!)).toEqual(numbered(45, 100))
})

test('a row that the record refuses is named with its reason and stays as it was typed; the others are stored', async () => {
  const at = await begun(3)
  await typed([
    [0, heads.minutes, 111],
    [1, heads.minutes, 112],
    // What can't be read as minutes is never sent, and says why on its card.
    [2, heads.minutes, 'abc'],
  ])
  const looked = (await look(at)).changes
  expect(looked.filter(({ change }) => 'complaint' in change)).toHaveLength(1)
  expect(at.hook.current.decided).toHaveLength(2)
  at.around.refuses = looked[1]!.key
  await send(at)
  expect(await at.minutes()).toContain(111)
  expect(bar(at)).toContain('1 change stored, 1 not')
  const [[id, trouble] = []] = at.hook.current.failed
  expect(id).toBe(looked[1]!.id)
  expect(troubleWords(trouble!)).toBe('The list takes no more than 90 minutes.')
  expect(found(at.hook.current).changes.map((one) => one.sheet)).toEqual(['112', 'abc'])
  expect((await inSheet(heads.minutes)).slice(1)).toEqual([112, 'abc'])
})

test('the bar says when nothing is stored, and hides no cell that is', () => {
  const shown = (soFar: UseMapBack['soFar'] & object) => {
    const { container } = render(<SentSoFarBar soFar={soFar} />)
    return container.textContent ?? ''
  }
  expect(shown({ cells: [], left: 4, stopped: 0 })).toContain('Nothing is stored yet')
  expect(screen.queryByText('Which cells are stored')).toBeNull()
  cleanup()
  expect(shown({ cells: ['J4', 'J5'], left: 3, stopped: 1 })).toContain(
    '1 change of what is left was not tried',
  )
  expect(screen.getByText('J4, J5')).toBeTruthy()
})
