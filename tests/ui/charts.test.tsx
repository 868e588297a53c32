// @vitest-environment jsdom
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { afterEach, expect, test } from 'vitest'
import { monthTicks } from '../../src/ui/charts/chartScales.ts'
import { DrawnProgress } from '../../src/ui/charts/DrawnProgress.tsx'
import { progressSummary } from '../../src/ui/charts/progressWords.ts'

afterEach(cleanup)
const show = (chart: ReactElement) => render(<FluentProvider theme={teamsLightTheme}>{chart}</FluentProvider>)
const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent))

const reading = {
  name: 'Reading',
  points: [
    { day: '2026-03-20', value: 85, low: 81, high: 89, label: 'Form B' },
    { day: '2025-09-10', value: 78, low: 74, high: 82, label: 'Form A' },
  ],
}

test('the table of a pupil’s progress has every point, oldest first, with its interval', async () => {
  show(<DrawnProgress title="NGRT" series={[reading]} unit="standardised score" />)
  await userEvent.click(screen.getByRole('button', { name: 'Show the numbers' }))
  expect(cellsOf(screen.getByRole('table', { name: 'NGRT' }))).toEqual([
    ['Day', 'Standardised score', 'Interval', 'Note'],
    ['10 Sep 2025', '78', '74 to 82', 'Form A'],
    ['20 Mar 2026', '85', '81 to 89', 'Form B'],
  ])
})

test('the picture is named by a sentence made from the data', () => {
  show(
    <DrawnProgress
      title="NGRT"
      series={[reading]}
      unit="standardised score"
      target={{ value: 90, by: '2026-07-20' }}
    />,
  )
  expect(screen.getByRole('img').getAttribute('aria-labelledby')).toBeTruthy()
  expect(screen.getByRole('figure', { name: 'NGRT' })).toBeTruthy()
  expect(
    screen.getByRole('img', {
      name: 'From 78 on 10 Sep 2025 to 85 on 20 Mar 2026 (standardised score): up 7. The intervals of first and last overlap, so the change may be chance. Target 90 by 20 Jul 2026: not reached yet.',
    }),
  ).toBeTruthy()
})

test('where lower is better, a fall reaches its target and is told as the better way', () => {
  const anxiety = {
    name: 'SDQ',
    points: [
      { day: '2026-01-10', value: 22 },
      { day: '2026-06-10', value: 14 },
    ],
  }
  expect(progressSummary([anxiety], 'points', { value: 15 }, 'lower')).toBe(
    'From 22 on 10 Jan 2026 to 14 on 10 Jun 2026 (points): down 8 (lower is better). Target 15: reached.',
  )
})

test('nothing measured is said in words, with no picture and no table', () => {
  show(<DrawnProgress title="NGRT" series={[{ name: 'Reading', points: [] }]} unit="months" />)
  expect(screen.queryByRole('img')).toBeNull()
  expect(screen.queryByRole('table', { hidden: true })).toBeNull()
  expect(screen.getByText('Nothing has been measured yet.')).toBeTruthy()
})

test('months along the bottom keep to the room and say a year where it is new', () => {
  expect(monthTicks('2025-09-10', '2026-03-20', 6).map(({ words }) => words)).toEqual([
    'Oct 2025',
    'Nov',
    'Dec',
    'Jan 2026',
    'Feb',
    'Mar',
  ])
  expect(monthTicks('2020-01-01', '2026-12-31', 5).length).toBeLessThanOrEqual(5)
})
