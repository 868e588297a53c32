// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import { heads } from '../../src/documents/provisionMap/mapColumns.ts'
import { SentSoFarBar } from '../../src/taskpane/workbook/SentSoFarBar.tsx'
import { troubleWords } from '../../src/taskpane/workbook/troubleWords.ts'
import type { UseMapBack } from '../../src/taskpane/workbook/useMapBack.ts'
import { bigMap } from '../documents/madeUpSchool.ts'
import { bar, begunWith, found, inSheet, look, send, startOfficeBeside, typed } from './begunMap.tsx'
import { faults } from './excelHost.ts'

beforeAll(startOfficeBeside)
beforeEach(() => faults.splice(0))
afterEach(cleanup)

const begun = (lines: number) => begunWith(bigMap(lines))
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
