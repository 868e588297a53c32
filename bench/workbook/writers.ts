import type ExcelJs from 'exceljs'
import { formatOf, headings, kindOf, levels, type Line, widths, type Writer } from './rows.ts'

/** A library is loaded only in the process that measures it. */
type Ready = () => Promise<Writer>

const [inputFill, quietFill, headFill, rule] = ['FFF9DB', 'F3F2F1', 'DCE6F1', 'BFBFBF']

/** exceljs and its descendants share one manner of asking. */
const inExcelJs =
  (
    start: () => {
      addWorksheet: (name: string, options: object) => unknown
      xlsx: { writeBuffer: () => Promise<unknown> }
    },
  ): Writer =>
  async (lines) => {
    const book = start()
    const sheet = book.addWorksheet('Map', {
      views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, printTitlesRow: '1:1' },
    }) as ExcelJs.Worksheet
    const solid = (rgb: string) =>
      ({ type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${rgb}` } }) as const
    const border = { bottom: { style: 'thin', color: { argb: `FF${rule}` } } } as const
    const styles = headings.map((_, at) => ({
      numFmt: formatOf(at),
      alignment: { vertical: 'top', wrapText: true } as const,
      border,
      ...(kindOf(at) === 'plain' ? {} : { fill: solid(kindOf(at) === 'input' ? inputFill : quietFill) }),
    }))
    widths.forEach((width, at) => (sheet.getColumn(at + 1).width = width))
    sheet.addTable({
      name: 'ProvisionMap',
      ref: 'A1',
      headerRow: true,
      style: { theme: 'TableStyleLight1', showRowStripes: false },
      columns: headings.map((name) => ({ name, filterButton: true })),
      rows: lines as unknown as unknown[][],
    })
    for (let column = 0; column < headings.length; column += 1) {
      sheet.getCell(1, column + 1).fill = solid(headFill)
      sheet.getCell(1, column + 1).font = { bold: true }
    }
    for (let row = 2; row <= lines.length + 1; row += 1)
      for (let column = 0; column < headings.length; column += 1)
        Object.assign(sheet.getCell(row, column + 1), { style: styles[column] })
    const last = lines.length + 1
    ;(
      sheet as unknown as { dataValidations: { add: (range: string, rule: object) => void } }
    ).dataValidations.add(`D2:D${last}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${levels.join(',')}"`],
    })
    const look = (rgb: string) =>
      ({ fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${rgb}` } } }) as const
    sheet.addConditionalFormatting({
      ref: `L2:L${last}`,
      rules: [{ type: 'expression', priority: 1, formulae: ['$L2>3000'], style: look('FDE7E9') }],
    })
    sheet.addConditionalFormatting({
      ref: `M2:M${last}`,
      rules: [{ type: 'expression', priority: 2, formulae: ['$M2="No"'], style: look('FFF4CE') }],
    })
    return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
  }

const hucre: Ready = async () => {
  const { writeXlsx } = await import('hucre/xlsx')
  return (lines) => {
    const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
    const border = { bottom: { style: 'thin', color: { rgb: rule } } } as const
    const last = lines.length + 1
    return writeXlsx({
      sheets: [
        {
          name: 'Map',
          columns: headings.map((_, at) => ({
            width: widths[at]!,
            style: {
              numFmt: formatOf(at),
              alignment: { vertical: 'top', wrapText: true },
              border,
              ...(kindOf(at) === 'plain'
                ? {}
                : { fill: solid(kindOf(at) === 'input' ? inputFill : quietFill) }),
            },
          })),
          rows: [[...headings], ...(lines as unknown as (string | number | null)[][])],
          cells: new Map(
            headings.map((value, at) => [
              `0,${at}`,
              { value, style: { font: { bold: true }, fill: solid(headFill) } },
            ]),
          ),
          tables: [
            {
              name: 'ProvisionMap',
              range: `A1:N${last}`,
              columns: headings.map((name) => ({ name })),
              style: 'TableStyleLight1',
              showRowStripes: false,
            },
          ],
          dataValidations: [{ type: 'list', values: levels, range: `D2:D${last}`, allowBlank: true }],
          conditionalRules: [
            {
              type: 'expression',
              priority: 1,
              formula: '$L2>3000',
              range: `L2:L${last}`,
              style: { fill: solid('FDE7E9') },
            },
            {
              type: 'expression',
              priority: 2,
              formula: '$M2="No"',
              range: `M2:M${last}`,
              style: { fill: solid('FFF4CE') },
            },
          ],
          freezePane: { rows: 1, columns: 1 },
          pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true },
        },
      ],
    } as Parameters<typeof writeXlsx>[0])
  }
}

/** The community edition writes neither table nor styles but number formats: shown, and no writer to be held against. */
const sheetJs: Ready = async () => {
  const { default: SheetJs } = await import('@e965/xlsx')
  return async (lines) => {
    const sheet = SheetJs.utils.aoa_to_sheet([[...headings], ...(lines as unknown as unknown[][])])
    sheet['!cols'] = widths.map((wch) => ({ wch }))
    const book = SheetJs.utils.book_new()
    SheetJs.utils.book_append_sheet(book, sheet, 'Map')
    return new Uint8Array(
      SheetJs.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
    )
  }
}

/** The limit: the same XML that ours makes, compressed alone, by the platform's compressor and by fflate. */
const xmlOf = async (lines: readonly Line[]): Promise<Uint8Array[]> => {
  const [{ unzipSync }, { write }] = await Promise.all([import('fflate'), import('./ours.ts')])
  return Object.values(unzipSync(await write(lines)))
}
const gzip = async (bytes: Uint8Array): Promise<number> => {
  const body = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('gzip'))
  return (await new Response(body).arrayBuffer()).byteLength
}
type Alone = (parts: readonly Uint8Array[]) => Promise<number>
const compressors: Record<string, Alone> = {
  'the same bytes through CompressionStream alone': async (parts) => {
    let size = 0
    for (const part of parts) size += await gzip(part)
    return size
  },
  'the same bytes through fflate alone': async (parts) => {
    const { zlibSync } = await import('fflate')
    return parts.reduce((size, part) => size + zlibSync(part, { level: 6 }).length, 0)
  },
}

export const writers: Record<string, Ready> = {
  Goldthread: async () => (await import('./ours.ts')).write,
  hucre,
  excelts: async () => {
    const { Workbook } = await import('@cj-tech-master/excelts')
    return inExcelJs(() => new Workbook() as never)
  },
  exceljs: async () => {
    const { default: library } = await import('exceljs')
    return inExcelJs(() => new library.Workbook() as never)
  },
  SheetJS: sheetJs,
  'nothing: the process with the lines alone': async () => async () => new Uint8Array(),
}
export { compressors, xmlOf }
