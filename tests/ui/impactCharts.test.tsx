// @vitest-environment jsdom
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components'
import { cleanup, render, screen, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Score } from '../../src/domain/records/score.ts'
import { acrossGroups, valueOf } from '../../src/domain/rules/analysisGroups.ts'
import { subgroupResults } from '../../src/domain/rules/analysisSubgroups.ts'
import { outsideView } from '../../src/domain/rules/outcomeOutside.ts'
import { GroupsView } from '../../src/tab/provision/impact/GroupsView.tsx'
import { SendView } from '../../src/tab/provision/impact/SendView.tsx'
import { ValueView } from '../../src/tab/provision/impact/ValueView.tsx'
import { DrawnProgress } from '../../src/ui/charts/DrawnProgress.tsx'
import { type Given, nameOf, ngrt, salford, school, six } from '../domain/measuredSchool.ts'

afterEach(cleanup)
const show = (chart: ReactElement) => render(<FluentProvider theme={teamsLightTheme}>{chart}</FluentProvider>)

/** A chart as it was drawn: what each mark says, the rows of its table by their heads, and its name. */
const chartOf = (name: RegExp | string) => {
  const figure = screen.getByRole('figure', { name })
  const table = within(figure).getByRole('table', { hidden: true })
  const [head, ...rows] = [...table.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent),
  )
  return {
    marks: [...figure.querySelectorAll('svg title')].map(({ textContent }) => textContent),
    columns: head!,
    rows,
    says: within(figure).getByRole('img').getAttribute('aria-labelledby'),
  }
}
const group = (name: string, count: number, more: Partial<Given> = {}): Given[] =>
  Array.from({ length: count }, (_, at) => ({ ...six[at % 6]!, pupil: `${name}${at}`, group: name, ...more }))

test('across groups: two marks for each row with a start and an end, with the numbers of the row', () => {
  const lines = school([...group('Oak', 6), ...group('Elm', 7), ...group('Ash', 2, { end: null })])
  const { whole, parts } = acrossGroups(lines, ngrt, nameOf)
  show(<GroupsView name="Boost" whole={whole} parts={parts} tool={ngrt} outside={null} reading={false} />)
  const { marks, columns, rows } = chartOf(/^Boost across groups/)
  expect(rows.map(([head]) => head)).toEqual(['Ash', 'Elm', 'Oak', 'Altogether'])
  const [start, end] = [columns.indexOf('Start'), columns.indexOf('End')]
  const told = rows.flatMap((row) =>
    row[start] === '–'
      ? []
      : [`${row[0]}: start ${row[start]}`, `${row[0]}: end ${row[end]}`].map((one) =>
          one.replace(/\.0$/, ''),
        ),
  )
  expect(told).toHaveLength(6)
  expect(marks).toEqual(told)
})
test('across groups for governors: no mark, number, name or sentence of the groups that are hidden', () => {
  const all = acrossGroups(
    school([...group('Sam’s', 3), ...group('Oak', 9), ...group('Elm', 7)]),
    ngrt,
    nameOf,
  )
  const seen = outsideView(all, { wholeShown: true, nameOf: (_, place) => `Group ${place}` })
  const { container } = show(
    <GroupsView
      name="Boost"
      whole={seen.whole}
      parts={seen.parts}
      tool={ngrt}
      outside={seen}
      reading={false}
    />,
  )
  const { marks, rows } = chartOf(/^Boost across groups/)
  expect(rows.map(([head]) => head)).toEqual(['Group 1', 'Smaller groups', 'Altogether'])
  expect(new Set(rows[1]!.slice(1))).toEqual(new Set(['hidden']))
  expect(marks).toHaveLength(4)
  expect(container.textContent).not.toMatch(/Sam|Oak|Elm/)
})

test('cost and gain: a mark for each row with both, a bar for each row of the other table, lowest first', () => {
  const age = (name: string, gain: number): Given[] =>
    Array.from({ length: 6 }, (_, at) => ({
      pupil: `${name}${at}`,
      provision: name,
      tool: 'salford',
      start: { ageMonths: 84 },
      end: { ageMonths: 84 + gain },
    }))
  const { parts } = valueOf(
    school([...age('Toe', 3), ...age('Boost', 9), ...age('Worse', -2)]),
    salford,
    (key) => key,
  )
  show(<ValueView parts={parts} tool={salford} outside={null} reading={false} />)
  const spots = chartOf(/^Cost and gain/)
  const [gain, cost] = [spots.columns.indexOf('Gain, months'), spots.columns.indexOf('Cost a pupil')]
  expect(spots.marks).toHaveLength(spots.rows.length)
  for (const [at, row] of spots.rows.entries()) {
    const [, name, pounds, gained] = /^(.*): £([\d,]+), (.*)$/.exec(spots.marks[at]!)!
    expect(name).toBe(row[0])
    expect(Math.round(Number(row[cost]!.slice(1)))).toBe(Number(pounds))
    expect(Number(row[gain]!.replace('+', '').replace('−', '-'))).toBe(Number(gained!.replace('−', '-')))
  }
  const bars = chartOf(/^Cost of one month/)
  expect(bars.rows.map(([name]) => name)).toEqual(['Boost', 'Toe'])
  expect(bars.marks).toEqual(bars.rows.map(([name, pounds, n]) => `${name}: ${pounds} (${n} pupils)`))
})

test('SEND and no SEND: a mark for each mean that the table has, by term and by subgroup, none for a hidden one', () => {
  const pupils = new Map(
    Array.from({ length: 60 }, (_, at) => {
      const yearGroup = at % 20 < 3 ? '3' : at % 20 < 9 ? '4' : at % 20 < 14 ? '5' : '6'
      const told = { status: at < 20 ? 'K' : 'N', yearGroup } as const
      const pupil = { surname: 'A', forename: 'B', dateOfBirth: '2015-01-01', ...told }
      return [`p${at}`, { key: `p${at}`, ...blank(Pupil, pupil) }] as const
    }),
  )
  const scores = ['2025-10-10', '2026-02-10'].flatMap((day, term) =>
    [...pupils.keys()].map((pupil, at) =>
      blank(Score, { pupil, tool: 'ngrt', day, standardised: 85 + (at % 11) + term }),
    ),
  )
  const results = subgroupResults(scores, pupils, ngrt)
  show(<SendView results={results} tool={ngrt} dimension="yearGroup" term={results[1]!} fewest={5} />)
  for (const [name, first] of [
    [/^SEND and no SEND by term/, 'Term'],
    [/^Year group/, 'Year group'],
  ] as const) {
    const { marks, columns, rows } = chartOf(name)
    expect(columns[0]).toBe(first)
    const means = rows
      .filter(([head]) => head !== 'Everybody tested')
      .flatMap((row) => ['SEND: mean', 'No SEND: mean'].map((column) => row[columns.indexOf(column)]!))
    const known = means
      .filter((mean) => mean !== 'hidden' && mean !== '–')
      .map((mean) => mean.replace(/\.0$/, ''))
    const drawn = marks.map((mark) => /SEND: (\d+(?:\.\d+)?)/.exec(mark)![1]!)
    expect(drawn.toSorted()).toEqual(known.toSorted())
    expect(known.length).toBeGreaterThan(0)
  }
  expect(chartOf(/^Year group/).rows.some((row) => row.includes('hidden'))).toBe(true)
})

test('progress of a pupil: a mark for each row, ages as years and months, and what was expected in the sentence', () => {
  const points = [
    { day: '2025-09-10', value: 78 },
    { day: '2026-03-20', value: 87 },
  ]
  show(
    <DrawnProgress
      title="Salford"
      series={[{ name: 'Salford', points }]}
      unit="age equivalent, years:months"
      ticks="months"
      show={(value) => `${Math.floor(value / 12)}:${String(value % 12).padStart(2, '0')}`}
      expected={{ from: points[0]!, until: { day: '2026-07-10', value: 90 } }}
    />,
  )
  const { marks, rows, says } = chartOf('Salford')
  expect(rows.map(([day, value]) => `${day}. Salford: ${value}`)).toEqual(marks)
  expect(rows.map(([, value]) => value)).toEqual(['6:06', '7:03'])
  expect(document.getElementById(says!)!.textContent).toBe(
    'From 6:06 on 10 Sep 2025 to 7:03 on 20 Mar 2026 (age equivalent, years:months): up 0:09. Expected: 7:06 by 10 Jul 2026.',
  )
})
