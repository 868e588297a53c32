import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { lintXlsx } from '../../src/documents/lintXlsx.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { mapLines } from '../../src/documents/provisionMap/input.ts'
import { type SheetChoice, workbookSheets } from '../../src/documents/provisionMap/more.ts'
import { plain } from '../../src/documents/xlsx/model.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { fullExample } from './madeUpSchool.ts'
import { muchMore } from '../validity/whatIfs.ts'
import { moneyRows, schoolFigures, tabMoney, tabRows } from './tabMoney.ts'
import { deliveryFigures } from './tabDelivery.ts'
import { bothSides, tabWhatIf } from './tabWhatIf.ts'
import { impactFigures, ownSheetFigures, staffFigures, totalFigures } from './tabSheets.ts'

const made = new Date('2026-11-22T09:00:00Z')
const everything = () =>
  provisionMap({ ...fullExample(), sheets: Object.keys(workbookSheets) as SheetChoice[] })

test('a workbook with every sheet can be read by ear: tables with headings, charts with words, no merged or empty sheet', async () => {
  const workbook = everything()
  const bytes = await xlsxBytes(workbook, made)
  expect(lintXlsx(bytes)).toEqual([])
  const parts = unzipSync(bytes)
  expect(
    Object.values(parts)
      .map((part) => strFromU8(part))
      .join(''),
  ).not.toContain('<mergeCell')
  expect(workbook.title).not.toBe('')
  for (const { id, rows, tables, name } of workbook.sheets) {
    expect([id, rows.length > 0, name.length <= 31]).toEqual([id, true, true])
    for (const { area, columns, about } of tables) {
      expect(about).not.toBe('')
      const heads = rows[area.row]!.cells.slice(area.column, area.column + area.columns).map(plain)
      expect(heads).toEqual(columns.map((column) => column.name))
    }
  }
  const drawings = Object.entries(parts).filter(([path]) => /^xl\/drawings\/[^/]+\.xml$/.test(path))
  const alternatives = drawings.flatMap(([, part]) => [...strFromU8(part).matchAll(/descr="([^"]*)"/g)])
  const charts = workbook.sheets.flatMap((sheet) => sheet.charts ?? [])
  expect(charts.length).toBeGreaterThan(8)
  expect(alternatives.map(([, words]) => (words ?? '').length > 40)).toEqual(charts.map(() => true))
})

test('a line that leaves its hours to its group is costed by the group’s', () => {
  const { lines } = mapLines(fullExample())
  const club = lines.filter(({ provision }) => provision?.name === 'Reading club')
  expect(club).toHaveLength(6)
  // £17.20 an hour × 2 × (25 + 5) minutes × 12 weeks ÷ 6 pupils; one comes for 9.5 weeks only.
  expect(club.map(({ cost }) => cost.cost?.perPupilPence).toSorted()).toEqual([
    2723, 3440, 3440, 3440, 3440, 3440,
  ])
})

test('only chosen sheets are there, and none that has nothing to show', () => {
  const ids = (sheets?: readonly SheetChoice[]) =>
    provisionMap({ ...fullExample(), ...(sheets && { sheets }) }).sheets.map(({ id }) => id)
  const always = [
    'map',
    'totals',
    'money',
    'topUps',
    'moneyLines',
    'moneyWeeks',
    'moneyGroups',
    'rates',
    'about',
    'lists',
    'base',
  ]
  const rules = ['rulebooks']
  expect(ids([]).toSorted()).toEqual([...always, ...rules].toSorted())
  expect(ids(['delivery', 'scenario'])).toEqual(expect.arrayContaining(['delivery', 'scenario']))
  expect(ids()).not.toContain('scenario')
  const { more: _, ...bare } = fullExample()
  expect(
    provisionMap({ ...bare, costed: [] })
      .sheets.map(({ id }) => id)
      .toSorted(),
  ).toEqual(always.toSorted())
})

test('other hours and rates cost what the domain says, and the difference is the sum of the lines’', () => {
  const input = fullExample()
  const [line] = mapLines(input).lines.filter(({ provision }) => provision?.name === 'Reading club')
  const workbook = provisionMap({
    ...input,
    sheets: ['scenario'],
    whatIf: { lines: new Map([[line!.allocation.key, { minutes: 55 }]]), rates: new Map() },
  })
  const sheet = workbook.sheets.find(({ id }) => id === 'scenario')!
  // (55 + 5) minutes instead of (25 + 5): twice £34.40.
  expect(sheet.rows.find(({ cells }) => plain(cells[0] ?? null) === 'Difference')?.cells.map(plain)[1]).toBe(
    34.4,
  )
})

test('the sheet of money says of each pupil and the school what the tab says of the financial year', () => {
  for (const partWay of [null, 'weekly'] as const) {
    const input = fullExample()
    const own = { ...input, school: { ...input.school!, partWay } }
    const [workbook, money] = [provisionMap(own), tabMoney(own)]
    expect(moneyRows(workbook)).toEqual(tabRows(money))
    for (const [label, sheet, tab] of schoolFigures(workbook, money))
      expect([label, sheet]).toEqual([label, tab])
    // Limits, an authority's own rates and a year that begins within a line: else the sheet was not put to the test.
    expect(money.notCounted.pence).not.toBe(0)
    expect(money.pupils.some(({ aboveThreshold }) => aboveThreshold.pence > 0)).toBe(true)
    expect(
      money.pupils.flatMap(({ lines }) => lines).some(({ year }) => year.all.length > year.inYear.length),
    ).toBe(true)
  }
})

test('totals, timetable, impact and pupils’ own sheets say what the tab says of the same records', () => {
  const input = fullExample()
  const own = {
    ...input,
    // What is hidden of few pupils could not be compared.
    school: { ...input.school!, fewestShown: 1 },
    sheets: Object.keys(workbookSheets) as SheetChoice[],
    costed: input.pupils.map(({ key }) => key),
  }
  const workbook = provisionMap(own)
  for (const figures of [totalFigures, staffFigures, impactFigures, ownSheetFigures]) {
    const { sheet, tab } = figures(workbook, own)
    expect(sheet).toEqual(tab)
    expect(JSON.stringify(tab).length).toBeGreaterThan(50)
  }
})

test('a what if says what the school pays after top-up, as the tab does, in the map’s financial year and in the next', () => {
  const input = fullExample()
  const scenarios = ['2026-10-05', '2027-04-12'].map((starts, at) =>
    muchMore(input, starts, `01JD0000000000000000000${at}ZZ`),
  )
  const workbook = provisionMap({ ...input, sheets: ['scenario'], more: { ...input.more, scenarios } })
  const pays = scenarios.map((scenario, at) => {
    const { sheet, tab } = bothSides(workbook, at + 1, tabWhatIf(input, scenario))
    expect(sheet).toEqual(tab)
    return sheet.figures.find(([name]) => name === 'schoolPays')!
  })
  for (const [, before, after] of pays) expect(after).toBeGreaterThan(Number(before))
  // Only what the map hasn’t got is there once more.
  const tables = workbook.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name))
  expect(new Set(tables).size).toBe(tables.length)
  const own = (at: number) => tables.filter((name) => new RegExp(`^WhatIf${at}(Now)?(Money|Rules|TopUps)`).test(name))
  expect(own(1)).toEqual(['WhatIf1Money', 'WhatIf1MoneyLines', 'WhatIf1MoneyWeeks'])
  expect(own(2).toSorted()).toEqual(
    [...own(1).map((name) => name.replace('1', '2')), 'WhatIf2NowMoney', 'WhatIf2NowMoneyLines', 'WhatIf2NowMoneyWeeks', 'WhatIf2Rules', 'WhatIf2TopUps'].toSorted(),
  )
}) // prettier-ignore

test('what a pupil who leaves has ends on the last day in every sheet, as in the tab', () => {
  const input = fullExample()
  const stays = new Map(mapLines(input).lines.map(({ allocation, cost }) => [allocation.key, cost.cost]))
  // One of the reading club and one with lines of their own.
  const leavers = input.pupils.map((one, at) => (at === 1 || at === 4 ? { ...one, left: '2026-10-16' } : one))
  const own = {
    ...input,
    pupils: leavers,
    school: { ...input.school!, fewestShown: 1 },
    sheets: Object.keys(workbookSheets) as SheetChoice[],
    costed: input.pupils.map(({ key }) => key),
  }
  const ended = mapLines(own).lines.filter(({ pupil }) => pupil.left !== null)
  expect(ended.every(({ allocation }) => allocation.until! <= '2026-10-16')).toBe(true)
  expect(ended.some(({ allocation, cost }) => cost.cost && cost.cost.perPupilPence < stays.get(allocation.key)!.perPupilPence)).toBe(true)
  const workbook = provisionMap(own)
  for (const figures of [totalFigures, staffFigures, impactFigures, ownSheetFigures, deliveryFigures]) {
    const { sheet, tab } = figures(workbook, own)
    expect(sheet).toEqual(tab)
  }
  expect(moneyRows(workbook)).toEqual(tabRows(tabMoney(own)))
}) // prettier-ignore

test('a map of one pupil has that pupil’s money and nobody else’s', () => {
  const input = fullExample()
  const [who] = input.pupils
  const workbook = provisionMap({ ...input, scope: { is: 'pupil', pupil: who!.key } })
  expect(Object.keys(moneyRows(workbook))).toEqual([who!.key])
  for (const { id, rows } of workbook.sheets)
    if (id.startsWith('money'))
      for (const { cells } of rows)
        for (const other of input.pupils.slice(1)) expect(cells.map(plain)).not.toContain(other.key)
})
