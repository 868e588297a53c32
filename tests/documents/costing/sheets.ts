import { strToU8, zipSync } from 'fflate'
import { cellText } from '../../../src/documents/xlsx/xml.ts'

/** What stands in a cell: words, a number, a formula, or nothing. `open`: the protection lets it be typed into. */
type Given = {
  ref: string
  text?: string
  number?: number
  formula?: string
  open?: true
  dated?: true
  plain?: true
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const kinds = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Styles by their place: 0 plain and shut, 1 open, 2 open and shown as a date, 3 a bordered look, shut. */
const styles = `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

const cell = ({ ref, text, number, formula, open, dated, plain }: Given): string => {
  const style = plain ? '' : ` s="${dated ? 2 : open ? 1 : 3}"`
  if (text !== undefined) return `<c r="${ref}"${style} t="inlineStr"><is><t>${cellText(text)}</t></is></c>`
  if (formula !== undefined)
    return `<c r="${ref}"${style}><f>${cellText(formula)}</f><v>${number ?? 0}</v></c>`
  return number === undefined ? `<c r="${ref}"${style}/>` : `<c r="${ref}"${style}><v>${number}</v></c>`
}
const rowOf = (ref: string) => Number(/\d+/.exec(ref)![0])
const columnOf = (ref: string) => /[A-Z]+/.exec(ref)![0].padStart(3, ' ')

export type MadeUpSheet = {
  readonly name: string
  readonly cells: readonly Given[]
  readonly guarded?: true
  readonly lists?: readonly { at: string; source: string }[]
  readonly table?: { name: string; ref: string; columns: readonly string[] }
}

/** A workbook as an authority might publish it, written out by hand. */
export const workbook = (
  sheets: readonly MadeUpSheet[],
  { names = [], calc = '' }: { names?: readonly [string, string][]; calc?: string } = {},
): Uint8Array => {
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${kinds}"><Relationship Id="r1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${main}" xmlns:r="${links}"><sheets>${sheets
      .map(({ name }, i) => `<sheet name="${cellText(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`)
      .join('')}</sheets>${
      names.length > 0
        ? `<definedNames>${names.map(([name, to]) => `<definedName name="${name}">${cellText(to)}</definedName>`).join('')}</definedNames>`
        : ''
    }${calc}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${kinds}">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="r${i + 1}" Type="${links}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}<Relationship Id="s" Type="${links}/styles" Target="styles.xml"/></Relationships>`,
  }
  const tables: string[] = []
  sheets.forEach(({ cells, guarded, lists = [], table }, i) => {
    const rows = new Map<number, Given[]>()
    for (const one of cells) rows.set(rowOf(one.ref), [...(rows.get(rowOf(one.ref)) ?? []), one])
    const data = [...rows]
      .toSorted((a, b) => a[0] - b[0])
      .map(
        ([row, inRow]) =>
          `<row r="${row}">${inRow
            .toSorted((a, b) => (columnOf(a.ref) < columnOf(b.ref) ? -1 : 1))
            .map(cell)
            .join('')}</row>`,
      )
      .join('')
    const rules = lists.length
      ? `<dataValidations count="${lists.length}">${lists
          .map(
            ({ at, source }) =>
              `<dataValidation type="list" allowBlank="1" sqref="${at}"><formula1>${cellText(source)}</formula1></dataValidation>`,
          )
          .join('')}</dataValidations>`
      : ''
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}" xmlns:r="${links}"><sheetData>${data}</sheetData>${guarded ? '<sheetProtection sheet="1" objects="1"/>' : ''}${rules}${table ? '<tableParts count="1"><tablePart r:id="t1"/></tableParts>' : ''}</worksheet>`
    if (!table) return
    tables.push(`xl/tables/table${i + 1}.xml`)
    parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] =
      `<Relationships xmlns="${kinds}"><Relationship Id="t1" Type="${links}/table" Target="../tables/table${i + 1}.xml"/></Relationships>`
    parts[`xl/tables/table${i + 1}.xml`] =
      `<table xmlns="${main}" id="${i + 1}" name="${table.name}" displayName="${table.name}" ref="${table.ref}"><autoFilter ref="${table.ref}"/><tableColumns count="${table.columns.length}">${table.columns.map((name, at) => `<tableColumn id="${at + 1}" name="${cellText(name)}"/>`).join('')}</tableColumns></table>`
  })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  parts['[Content_Types].xml'] =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheets
      .map(
        (_, i) =>
          `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
      )
      .join(
        '',
      )}${tables.map((name) => `<Override PartName="/${name}" ContentType="${type}.table+xml"/>`).join('')}</Types>`
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(1980, 0, 1),
  })
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const range = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Invented: Westmoor. A protected sheet, rows with formulas at the end, a named cell, a list of roles. */
export const westmoor = (rows = 6): Uint8Array => {
  const heads = [
    'Provision',
    'Delivered by',
    'Sessions per week',
    'Minutes',
    'Weeks',
    'Group size',
    'Hourly rate (£)',
    'Cost (£)',
  ]
  return workbook(
    [
      {
        name: 'Costed map',
        guarded: true,
        cells: [
          { ref: 'A1', text: 'Westmoor costed provision map' },
          { ref: 'A3', text: 'Pupil’s name:' },
          { ref: 'B3', open: true },
          { ref: 'D3', text: 'Date of birth' },
          { ref: 'E3', open: true, dated: true },
          { ref: 'A4', text: 'UPN' },
          { ref: 'B4', open: true },
          { ref: 'D4', text: 'Total' },
          { ref: 'E4', formula: `SUM(H8:H${7 + rows})` },
          ...heads.map((text, i) => ({ ref: `${letters[i]}7`, text })),
          ...range(rows).flatMap((row) => [
            ...range(7).map((i) => ({ ref: `${letters[i]}${8 + row}`, open: true as const })),
            {
              ref: `H${8 + row}`,
              formula: `IF(A${8 + row}="","",ROUND(C${8 + row}*D${8 + row}/60*E${8 + row}*G${8 + row}/F${8 + row},2))`,
            },
          ]),
        ],
        lists: [{ at: `B8:B${7 + rows}`, source: '"TA,Teacher,Other"' }],
      },
    ],
    { names: [['School_Name', "'Costed map'!$B$3"]], calc: '<calcPr calcId="191029"/>' },
  )
}

/** Invented: Harrowdale. No protection, a table of Excel, cells named by the authority, and no cell where one is named. */
export const harrowdale = (): Uint8Array => {
  const columns = ['Intervention', 'Hours per week', 'Weeks', 'Ratio', 'Start date', 'Annual cost']
  return workbook(
    [
      {
        name: 'Provision',
        cells: [
          ...columns.map((text, i) => ({ ref: `${letters[i]}2`, text })),
          ...range(4).flatMap((row) => [
            ...range(5).map((i) => ({ ref: `${letters[i]}${3 + row}`, open: true as const })),
            { ref: `F${3 + row}`, formula: 'B3*20', number: 0 },
          ]),
        ],
        table: { name: 'tblProvision', ref: 'A2:F6', columns },
      },
      { name: 'Front', cells: [{ ref: 'A1', text: 'Front page', plain: true }] },
    ],
    {
      names: [
        ['PupilName', 'Front!$C$5'],
        ['SchoolName', 'Front!$C$6'],
        ['Broken', 'Front!#REF!'],
      ],
    },
  )
}
