import { writtenDay } from '../../domain/rules/day.ts'
import type { Cell, Row, Sheet } from '../xlsx/model.ts'
import { howItComesBack } from './comesBack.ts'
import { scopeWords, type MapInput, yearWords } from './input.ts'
import { heads, unfinished } from './mapColumns.ts'
import { columnMeanings } from './meanings.ts'
import type { MapNames } from './names.ts'
import { rowHeight } from './rowHeight.ts'

const columns = [{ width: 28 }, { width: 104 }]

/** What the workbook shows, how its figures come about, and what may be changed. */
export const aboutSheet = (
  input: MapInput,
  figures: { readonly lines: number; readonly leftOut: number; readonly sheets: readonly Sheet[] },
  names: MapNames,
  footer: string,
): Sheet => {
  const row = (label: string, words: string): Row => {
    const cells: Cell[] = [
      { value: label, style: 'label.general' },
      { value: words, style: 'prose.general' },
    ]
    return { cells, height: rowHeight(cells, columns) }
  }
  const heading = (value: string): Row[] => [
    { cells: [] },
    { cells: [{ value, style: 'heading.general' }], height: 20 },
  ]
  const meaning = columnMeanings(figures.sheets)
  const head: Row[] = [
    { cells: [{ value: 'About this provision map', style: 'title.general' }], height: 24 },
    row('School', input.schoolName),
    row(
      'Shows',
      `${scopeWords(input)}, ${yearWords(input)}: every line that runs at any time in that year, with the cost of its whole run`,
    ),
    row(
      'Made',
      `${writtenDay(input.today)} from the school’s own records, ${figures.lines} ${figures.lines === 1 ? 'line' : 'lines'}`,
    ),
    ...(figures.leftOut > 0
      ? [
          row(
            'Left out',
            `${figures.leftOut} ${figures.leftOut === 1 ? 'line' : 'lines'} of pupils who are archived`,
          ),
        ]
      : []),
    row('Made by', input.madeBy ?? `${input.schoolName}, with Goldthread`),
    row(
      'On paper',
      `Each sheet is set for A4 landscape. The map prints as far as “${heads.needed}”: more columns would be too small to read.`,
    ),
    ...heading('The sheets'),
    ...figures.sheets.map((sheet) => row(sheet.name, sheet.tables.map(({ about }) => about).join('. '))),
    ...heading('What you may change'),
    row(
      'Pale yellow',
      'Inputs. Change a rate, a date, sessions, minutes, weeks, a group, resources or an external cost, and every figure follows.',
    ),
    row('Grey', 'Formulas. They work in Excel on Windows, Mac and the web, and in LibreOffice.'),
    row('White', 'Words and dates that no sum uses.'),
    ...heading('How changes come back'),
    ...howItComesBack.map(([what, words]) => row(what, words)),
  ]
  const rest: Row[] = [
    ...heading('How a cost is reckoned'),
    row(
      heads.rateFrom,
      'The newest rate of the role that had begun on the line’s first day. An external agreement with its own price is not reckoned by the hour.',
    ),
    row(
      heads.hourly,
      'The rate as it stands, or a yearly amount for one hour a week divided by the weeks that it covers; not rounded (653.60 over 38 weeks is 17.20).',
    ),
    row(
      heads.total,
      'Rate × sessions a week × (minutes + preparation) ÷ 60 × weeks + resources + external cost. For the whole group, not rounded.',
    ),
    row(
      heads.share,
      'The group total divided by the pupils in the group, or all of it where the cost falls on this pupil in full.',
    ),
    row(heads.cost, 'The share rounded to the penny, halves upwards.'),
    row(
      'Total cost',
      'All shares before rounding, added up and rounded once; the difference from the sum of the rounded lines is shown beside it.',
    ),
    row(
      unfinished,
      `A line without what its cost needs. “${heads.needed}” says what; it counts as nothing in the totals.`,
    ),
    ...heading('The money of the financial year'),
    row(
      'What it is',
      `The sheets “${names.sheets.money}”, “${names.sheets.moneyLines}”, “${names.sheets.moneyWeeks}” and, where there are groups, “${names.sheets.moneyGroups}” show the financial year as the Money tab does: the weeks that fall into it, each at the rate of its days, and what each authority’s rules count. The map and the totals cost whole runs of this school year instead.`,
    ),
    row(
      'What follows',
      'Rates, rules, sessions, minutes, weeks, prices and group sizes flow through. Days are split by the school’s terms when the workbook is made: after other dates or pupils, send the changes and make it anew.',
    ),
    ...heading('The Element 2 threshold'),
    row(
      'What it is',
      'What the school pays for one pupil before top-up funding (Element 3), usually £6,000 a year. Your authority’s rules say which lines count; set “No” where one does not.',
    ),
    row(
      'Source',
      'DfE, The notional SEN budget for mainstream schools, 2025 to 2026. The method of costing is the usual one of authorities: check your own authority’s rules.',
    ),
  ]
  const headings: Row[] = [
    { cells: [] },
    { cells: [{ value: 'What the columns mean', style: 'heading.general' }], height: 20 },
  ]
  const first = head.length + rest.length + headings.length
  return {
    id: 'about',
    name: names.sheets.about,
    columns,
    rows: [
      ...head,
      ...rest,
      ...headings,
      { cells: ['Column', 'What it means'].map((value) => ({ value, style: 'header.general' as const })) },
      ...meaning.map((words): Row => {
        const cells = words.map((value): Cell => ({ value, style: 'plain.text' }))
        return { cells, height: rowHeight(cells, columns) }
      }),
    ],
    tables: [
      {
        name: names.columns,
        area: { row: first, column: 0, rows: meaning.length + 1, columns: 2 },
        columns: [{ name: 'Column' }, { name: 'What it means' }],
        about: 'What the columns of this workbook mean',
      },
    ],
    validations: [],
    highlights: [],
    print: { footer, landscape: true },
  }
}
