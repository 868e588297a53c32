import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { readFile } from '../../src/importing/index.ts'
import { readXlsx } from '../../src/importing/readXlsx.ts'
import { lookOf } from '../../src/importing/xlsx/numberText.ts'
import { madeUpXlsx, textSheet } from './madeUpXlsx.ts'

/* What Excel and LibreOffice write that a list of texts does not show: ECMA-376 parts 1 and 2. */

const sheetsOf = (bytes: Uint8Array) => {
  const book = readXlsx(bytes)
  if (book.kind === 'refused') throw new Error(book.why)
  return book.sheets
}
const why = (bytes: Uint8Array) => {
  const book = readXlsx(bytes)
  return book.kind === 'refused' ? book.why : 'read'
}
const fixture = () => readFileSync(new URL('fixtures/manyKindsByLibreOffice.xlsx', import.meta.url))
const sheet = (data: string, rest = '') => `${rest}<sheetData>${data}</sheetData>`

test('a real file: a merged title, dates of three looks, a formula, a hidden row and sheet, 300 blank rows with looks', () => {
  const [pupils, lookups] = sheetsOf(fixture())
  expect(pupils).toMatchObject({
    name: 'Pupils',
    hidden: false,
    notes: [expect.stringMatching(/^1 row is hidden/)],
  })
  expect(lookups).toMatchObject({ name: 'Lookups', hidden: true })
  expect(pupils!.rows).toEqual([
    { row: 1, cells: ['Pupils of our school, autumn term'] },
    {
      row: 3,
      cells: [
        'Legal Surname',
        'Legal Forename',
        'DOB',
        'Reg',
        'Adno',
        'Attendance',
        'EHCP date',
        'SEN Status',
        'EAL',
      ],
    },
    { row: 4, cells: ['Gołąb', 'Zoë', '2018-01-09', '4B', '001234', '93.4%', '2026-03-28', 'K', '1'] },
    {
      row: 5,
      cells: ['O’Dowd &   Sons', 'Ann, Marie', '2017-02-01 14:30', '4B', '001235', '100%', '#N/A', 'E', '0'],
    },
  ])
  expect(readFile(fixture())).toMatchObject({
    kind: 'table',
    sheets: { names: ['Pupils'] },
    rows: [{ row: 4 }, { row: 5 }],
  })
})

describe('whatever its writer', () => {
  const given = unzipSync(fixture())
  it('finds parts whose names differ in capitals, or are written with backslashes', () => {
    const renamed = (change: (name: string) => string) =>
      zipSync(Object.fromEntries(Object.entries(given).map(([name, bytes]) => [change(name), bytes])))
    const wanted = sheetsOf(fixture())
    expect(sheetsOf(renamed((name) => name.replace('sharedStrings', 'SharedStrings')))).toEqual(wanted)
    expect(sheetsOf(renamed((name) => name.replace('worksheets/sheet', 'Worksheets/Sheet')))).toEqual(wanted)
    expect(sheetsOf(renamed((name) => name.replaceAll('/', '\\')))).toEqual(wanted)
  })
  it('refuses a workbook whose texts are lost, and reads none of them as blank', () => {
    const { 'xl/sharedStrings.xml': _, ...rest } = given
    expect(why(zipSync(rest))).toMatch(/texts that are not there/)
    const short = madeUpXlsx([{ name: 'A', xml: sheet('<row r="1"><c r="A1" t="s"><v>4</v></c></row>') }], {
      shared: '<si><t>one</t></si>',
    })
    expect(why(short)).toMatch(/damaged/)
  })
  it('reads the strict kind, with prefixes and dates as ISO text', () => {
    const office = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    const links = 'http://schemas.openxmlformats.org/package/2006/relationships'
    const strict = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${links}"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `<x:workbook xmlns:x="${main}" xmlns:rel="${office}"><x:sheets><x:sheet name="P" sheetId="1" rel:id="s1"/></x:sheets></x:workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="${links}"><Relationship Id="s1" Type="${office}/worksheet" Target="worksheets/my%20sheet.xml"/></Relationships>`,
      ),
      'xl/worksheets/my sheet.xml': strToU8(
        `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Zoë</x:t></x:is></x:c><x:c r="B1" t="d"><x:v>2018-01-09T00:00:00.000Z</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    })
    expect(sheetsOf(strict)[0]!.rows[0]!.cells).toEqual(['Zoë', '2018-01-09'])
  })
  it('goes by the cells, not by a size that is wrong, and leaves out blank cells with a look', () => {
    const xml = sheet(
      '<row r="2" spans="1:1"><c r="B2" t="inlineStr"><is><t>one</t></is></c><c r="C2" s="1"/><c r="D2" s="1"><v></v></c></row><row r="5000"><c r="A5000" s="1"/></row>',
      '<dimension ref="A1"/>',
    )
    expect(sheetsOf(madeUpXlsx([{ name: 'A', xml }]))[0]!.rows).toEqual([{ row: 2, cells: ['', 'one'] }])
  })
  it('takes shared and array formulas by their results, and the looks of a condition as none of the cells’', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></dxf></dxfs>'
    const xml = sheet(
      '<row r="1"><c r="A1" s="1"><f t="shared" ref="A1:A2" si="0">B1+1</f><v>12</v></c><c r="B1" s="1"><f t="shared" si="0"/><v>13</v></c><c r="C1" t="str"><f t="array" ref="C1">A1&amp;B1</f><v>x_x000D_\ny</v></c></row>',
      '',
    )
    expect(sheetsOf(madeUpXlsx([{ name: 'A', xml }], { styles }))[0]!.rows[0]!.cells).toEqual([
      '000012',
      '000013',
      'x\r\ny',
    ])
  })
})

it.each([
  ['dd/mm/yyyy;@', 'date'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
  ['yyyy\\-mm\\-dd', 'date'],
  ['[$-809]d mmm yy', 'date'],
  ['h:mm AM/PM', 'date'],
  ['"Day "0', 'plain'],
  ['0" months"', 'plain'],
  ['#,##0.00_);[Red]\\(#,##0.00\\)', 'plain'],
  ['_-* #,##0\\ "£"_-', 'plain'],
  ['[$£-809]#,##0.00', 'plain'],
  ['0.00E+00', 'plain'],
  ['@', 'plain'],
  ['General', 'plain'],
  ['000000', 'padded'],
  ['0.0%', 'percent'],
])('the format %s looks like a %s', (code, is) => {
  expect(lookOf(164, code).is).toBe(is)
})

test('another kind of spreadsheet is told from a folder, with what to do', () => {
  const ods = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8('<x/>'),
  })
  expect(readFile(ods)).toMatchObject({ kind: 'refused', why: expect.stringMatching(/\.ods.*Save as/) })
  expect(readFile(madeUpXlsx([{ name: 'A', xml: textSheet([]) }]))).toMatchObject({ kind: 'refused' })
})
