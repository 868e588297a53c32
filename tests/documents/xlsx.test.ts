import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { lintXlsx } from '../../src/documents/lintXlsx.ts'
import { mapFileName } from '../../src/documents/provisionMap/input.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { bigMap, workedExample } from './madeUpSchool.ts'

const made = new Date('2026-11-22T09:00:00Z')
const file = () => xlsxBytes(provisionMap(workedExample()), made)
const changed = (bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes)
  const before = strFromU8(parts[part]!)
  const after = change(before)
  expect(after, 'the fault was planted').not.toBe(before)
  return zipSync({ ...parts, [part]: strToU8(after) })
}
const map = 'xl/worksheets/sheet1.xml'
const table = 'xl/tables/table1.xml'

test('the maps that we write have none of the faults that Excel repairs', async () => {
  expect(lintXlsx(await file())).toEqual([])
  expect(
    lintXlsx(await xlsxBytes(provisionMap({ ...workedExample(), allocations: [], rates: [] }, 2), made)),
  ).toEqual([])
  expect(lintXlsx(await xlsxBytes(provisionMap(bigMap(300)), made))).toEqual([])
})

test.each<[fault: string, part: string, change: (xml: string) => string]>([
  ['not what its heading cell says', table, (xml) => xml.replace('name="Weeks"', 'name="Week"')],
  ['two columns of the table have one name', table, (xml) => xml.replace('name="Weeks"', 'name="Cost"')],
  [
    'the table’s name is not legal',
    table,
    (xml) => xml.replace('displayName="ProvisionMap"', 'displayName="Provision map"'),
  ],
  ['the table’s range does not fit', table, (xml) => xml.replace(/ref="A3:AE11"/, 'ref="A3:Z11"')],
  [
    'the filter’s range is not the table’s',
    table,
    (xml) => xml.replace('<autoFilter ref="A3:AE11"', '<autoFilter ref="A3:AE10"'),
  ],
  ['tableColumns has a wrong count', table, (xml) => xml.replace(/count="31"/, 'count="30"')],
  ['twice', map, (xml) => xml.replace('r="B4"', 'r="A4"')],
  ['rows out of order', map, (xml) => xml.replace('<row r="5"', '<row r="4"')],
  [
    'shared string that is not there',
    map,
    (xml) => xml.replace(/(<c r="I4" s="\d+")><v>3/, '$1 t="s"><v>999999'),
  ],
  ['a style that is not there', map, (xml) => xml.replace(/<c r="A4" s="\d+"/, '<c r="A4" s="999"')],
  ['conditional format has a style', map, (xml) => xml.replace(/dxfId="\d+"/, 'dxfId="9"')],
  [
    'longer than 255',
    map,
    (xml) =>
      xml
        .replace('<formula1>List_YesNo', '<formula1>')
        .replace('<formula1>ListYesNo', `<formula1>"${'x'.repeat(256)}"`),
  ],
  [
    'more than 32,767',
    map,
    (xml) =>
      xml.replace(
        /<c r="A1" s="(\d+)" t="s"><v>\d+<\/v>/,
        `<c r="A1" s="$1" t="inlineStr"><is><t>${'x'.repeat(32_800)}</t></is>`,
      ),
  ],
  ['has a broken formula', map, (xml) => xml.replace('<f>IF(', '<f>IF((')],
  ['is a number and holds text', map, (xml) => xml.replace(/(<c r="I4" s="\d+">)<v>3/, '$1<v>three')],
  ['one priority', map, (xml) => xml.replace('priority="2"', 'priority="1"')],
  [
    'merged inside a table',
    map,
    (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A4:B5"/></mergeCells>'),
  ],
  [
    'a defined name is not legal',
    'xl/workbook.xml',
    (xml) => xml.replace('name="TeachingWeeks"', 'name="Teaching weeks"'),
  ],
  [
    'a defined name has a broken formula',
    'xl/workbook.xml',
    (xml) => xml.replace("'Rates and rules'!$B$4", "'Rates and rules!$B$4("),
  ],
])('the checker finds a planted fault: %s', async (fault, part, change) => {
  const found = lintXlsx(changed(await file(), part, change))
  expect(found.map((one) => one.fault).join('\n')).toContain(fault)
})

test('whatever is typed as a name stays text: never a formula, never broken XML', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 30 }).map((rest) => `=${rest}`),
        fc.constantFrom('+1', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '_x0041_', ']]>', '<f>1</f>', "'quoted"),
      ),
      async (name) => {
        const example = workedExample()
        const input = {
          ...example,
          provisions: example.provisions.map((one) => ({ ...one, name: `${name}` })),
        }
        const bytes = await xlsxBytes(provisionMap(input), made)
        const xml = strFromU8(unzipSync(bytes)[map]!)
        const cells = [...xml.matchAll(/<c r="C(\d+)"([^>]*)>(.*?)<\/c>/gs)].filter(
          ([, row]) => Number(row) > 3,
        )
        expect(cells).toHaveLength(8)
        for (const [, , attributes, inside] of cells) {
          expect(attributes).toContain('t="s"')
          expect(inside).not.toContain('<f>')
        }
        // Line breaks in an attribute are not ours; in a cell they are kept.
        expect(lintXlsx(bytes)).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('no pupil’s name is in a file’s name or in its properties', async () => {
  const example = workedExample()
  const input = { ...example, scope: { is: 'pupil' as const, pupil: example.pupils[0]!.key } }
  expect(mapFileName(input)).not.toMatch(/Kaur|Amira/)
  const parts = unzipSync(await xlsxBytes(provisionMap(input), made))
  expect(strFromU8(parts['docProps/core.xml']!)).not.toMatch(/Kaur|Amira/)
  expect(strFromU8(parts['xl/workbook.xml']!)).not.toMatch(/Kaur|Amira/)
})

test('every number stands in the file as it is, whatever its size, as do formulas, yes and no, and blank cells', async () => {
  const numbers = [
    0,
    -0,
    1,
    9,
    10,
    99,
    12_345,
    -7,
    0.5,
    -137.77,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    1e15,
    1e21,
    1e-7,
  ]
  const words = 'hours – “é”, 𝒜 & <b>'
  const cells = [
    ...numbers,
    true,
    null,
    { value: words, formula: 'A1&"<"' },
    { value: null, formula: 'A1' },
    { value: false, formula: 'A1>2' },
  ]
  const bytes = await xlsxBytes(
    {
      title: 'Numbers',
      subject: '',
      author: '',
      names: [],
      sheets: [
        {
          id: 'one',
          name: 'One',
          columns: [],
          // Long enough to be packed in several pieces.
          rows: Array.from({ length: 1_200 }, () => ({ cells })),
          tables: [],
          validations: [],
          highlights: [],
          print: { footer: '', landscape: false },
        },
      ],
    },
    made,
  )
  const rows = strFromU8(unzipSync(bytes)[map]!).match(/<row r="\d+">.*?<\/row>/g)!
  expect(rows).toHaveLength(1_200)
  const valuesIn = (row: string) => [...row.matchAll(/<c r="[A-Z]+(\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/g)]
  for (const at of [0, 9, 99, 1_199]) {
    const found = valuesIn(rows[at]!)
    expect(new Set(found.map(([, row]) => row))).toEqual(new Set([String(at + 1)]))
    expect(found.map(([, , inside]) => inside)).toEqual([
      ...numbers.map((value) => `<v>${value}</v>`),
      '<v>1</v>',
      undefined,
      '<f>A1&amp;&quot;&lt;&quot;</f><v>hours – “é”, 𝒜 &amp; &lt;b&gt;</v>',
      '<f>A1</f>',
      '<f>A1&gt;2</f><v>0</v>',
    ])
  }
  expect(lintXlsx(bytes)).toEqual([])
})
