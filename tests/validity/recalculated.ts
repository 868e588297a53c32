import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { columnLetters, formulaOf, plain, type Workbook } from '../../src/documents/xlsx/model.ts'

/** Every formula's cached value made wrong, so that only a recalculation can put it right. */
const spoilt = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes)
  const changed = Object.entries(parts).map(([path, part]) =>
    path.startsWith('xl/worksheets/sheet')
      ? [
          path,
          strToU8(strFromU8(part).replace(/( t="str")?(><f>[^<]*<\/f>)(?:<v>[^<]*<\/v>)?/g, '$2<v>-1</v>')),
        ]
      : path === 'xl/styles.xml'
        ? // Without number formats a cell is told as the number that it is.
          [path, strToU8(strFromU8(part).replace(/<xf numFmtId="\d+"/g, '<xf numFmtId="0"'))]
        : [path, part],
  )
  return zipSync(Object.fromEntries(changed) as Record<string, Uint8Array>)
}

const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

/** Every sheet as LibreOffice has it after it was made to recalculate, raw values as text, by the sheet's name. */
export const recalculated = (bytes: Uint8Array, sheets: readonly string[]): Map<string, string[][]> => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-recalculated-'))
  mkdirSync(join(folder, 'profile', 'user'), { recursive: true })
  writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings)
  const path = join(folder, 'book.xlsx')
  writeFileSync(path, spoilt(bytes))
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, path], {
    stdio: 'ignore',
    timeout: 400_000,
  })
  return new Map(
    sheets.map((sheet) => {
      const csv = join(folder, `book-${sheet}.csv`)
      return [sheet, existsSync(csv) ? Papa.parse<string[]>(readFileSync(csv, 'utf8')).data : []]
    }),
  )
}

const nearly = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** Cells whose formula comes to something else in LibreOffice than the value that we wrote beside it; and how many agree. */
export const disagreements = (workbook: Workbook, bytes: Uint8Array) => {
  const after = recalculated(
    bytes,
    workbook.sheets.map(({ name }) => name),
  )
  const wrong: string[] = []
  const agreed = new Map<string, number>()
  for (const sheet of workbook.sheets)
    for (const [row, { cells }] of sheet.rows.entries())
      for (const [column, cell] of cells.entries()) {
        const formula = formulaOf(cell)
        if (formula === undefined) continue
        const ours = plain(cell)
        const theirs = after.get(sheet.name)?.[row]?.[column] ?? ''
        const same =
          typeof ours === 'number' ? theirs !== '' && nearly(ours, Number(theirs)) : (ours ?? '') === theirs
        if (same) agreed.set(sheet.id, (agreed.get(sheet.id) ?? 0) + 1)
        else
          wrong.push(
            `${sheet.name}!${columnLetters(column)}${row + 1} is ${theirs} and should be ${String(ours)}: ${formula.slice(0, 160)}`,
          )
      }
  return { wrong, agreed }
}
