import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageEnds } from '../../src/documents/provisionMap/pageEnds.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { strFromU8, unzipSync } from 'fflate'
import { fullExample } from './madeUpSchool.ts'

const heights = fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 1, maxLength: 200 })
/** Points of a page of A4 on its side, between margins of three quarters of an inch, at a size in percent. */
const pageOf = (percent: number) => (595.3 - 108) / (percent / 100)

test('whatever stands above, what is kept together lies on one page, at a size at which the columns fit beside each other', () => {
  fc.assert(
    fc.property(
      heights,
      fc.array(fc.tuple(fc.nat(199), fc.nat(12)), { maxLength: 8 }),
      fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (points, areas, widths, titled) => {
        const rows = points.map((height) => ({ cells: [], height }))
        let from = 0
        const kept = areas
          .map(([first, more]) => ({ first, last: first + more }))
          .toSorted((a, b) => a.first - b.first)
          .filter(({ first, last }) => first >= from && last < rows.length && (from = last + 1) > 0)
        const columns = widths.map((width) => ({ width }))
        const titles = titled ? ([0, 0] as const) : undefined
        const { starts = [], percent } = pageEnds(columns, rows, kept, titles)
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
        const used = percent ?? 100
        const wide = widths.reduce((sum, width) => sum + width * 5.25, 0)
        if (percent !== undefined && percent > 10) expect((wide * percent) / 100).toBeLessThanOrEqual(741)
        if (percent === undefined) return
        for (const { first, last } of kept) {
          const start = starts.findLast((row) => row <= first) ?? 0
          const sum = (a: number, b: number) => points.slice(a, b + 1).reduce((all, one) => all + one, 0)
          const above = titled && start > 0 ? points[0]! : 0
          // What is taller than a page by itself begins one.
          if (start !== first) expect(above + sum(start, last)).toBeLessThanOrEqual(pageOf(used))
        }
      },
    ),
  )
})

test('the sheet of totals says its size and where its pages begin, so that programs don’t fit it and cut a chart', async () => {
  const workbook = provisionMap(fullExample())
  const at = workbook.sheets.findIndex(({ id }) => id === 'totals')
  const { print, charts } = workbook.sheets[at]!
  expect(charts!.length).toBeGreaterThan(3)
  const files = unzipSync(await xlsxBytes(workbook, new Date('2026-11-23T09:00:00Z')))
  const xml = strFromU8(files[`xl/worksheets/sheet${at + 1}.xml`]!)
  expect(xml).toContain('fitToPage="0"')
  expect(xml).toContain(`scale="${print.percent}"`)
  expect([...xml.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row))).toEqual(print.starts)
  // A chart lies beside its table: it begins at the heading's row and no table runs past its foot.
  for (const chart of charts!) {
    expect(chart.at.row).toBe(chart.labels.row - 1)
    expect(chart.at.rows).toBeGreaterThan(chart.labels.rows)
    expect(print.starts!.every((row) => row <= chart.at.row || row >= chart.at.row + chart.at.rows)).toBe(
      true,
    )
  }
})
