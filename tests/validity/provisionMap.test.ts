import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { lintXlsx } from '../../src/documents/lintXlsx.ts'
import { type MapInput, mapLines } from '../../src/documents/provisionMap/input.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { School } from '../../src/domain/records/school.ts'
import { settingsOn } from '../../src/domain/rules/settings.ts'
import { workedExample } from '../documents/madeUpSchool.ts'
import { generatedRecords } from './generated.ts'
import { hasLibreOffice, hasValidator, onDisk, validatorFindings } from './programs.ts'

const today = '2026-11-20'
const made = new Date('2026-11-20T09:00:00Z')

const generated = async (phase: 'primary' | 'secondary', seed: number): Promise<MapInput> => {
  const { records } = generatedRecords(phase, seed, today)
  const school = settingsOn((await records.store(School).all()).records, today)
  return {
    school,
    schoolName: school?.name ?? phase,
    pupils: (await records.store(Pupil).all()).records,
    provisions: (await records.store(Provision).all()).records,
    allocations: (await records.store(Allocation).all()).records,
    rates: (await records.store(Rate).all()).records,
    outcomes: (await records.store(Outcome).all()).records,
    scope: { is: 'school' },
    today,
  }
}
const inputs = async (): Promise<[string, MapInput][]> => [
  ['worked', workedExample()],
  ['primary', await generated('primary', 11)],
  ['secondary', await generated('secondary', 12)],
]

test.runIf(hasValidator)(
  'Microsoft’s validator and our own checker find nothing in the maps',
  async () => {
    const files = await Promise.all(
      (await inputs()).map(async ([name, input]) => ({
        name: `${name}.xlsx`,
        bytes: await xlsxBytes(provisionMap(input), made),
      })),
    )
    expect(files.flatMap(({ bytes }) => lintXlsx(bytes))).toEqual([])
    expect(await validatorFindings(onDisk(files))).toEqual([])
  },
  240_000,
)

/** Every formula's cached value made wrong, so that only a recalculation can put it right. */
const spoilt = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes)
  const path = 'xl/worksheets/sheet1.xml'
  const xml = strFromU8(parts[path]!).replace(/( t="str")?(><f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$2<v>-1</v>')
  return zipSync({ ...parts, [path]: strToU8(xml) })
}

const recalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

test.runIf(hasLibreOffice)(
  'LibreOffice, made to recalculate, comes to the domain’s cost of every line',
  async () => {
    for (const [name, input] of await inputs()) {
      const folder = mkdtempSync(join(tmpdir(), 'goldthread-recalculated-'))
      mkdirSync(join(folder, 'profile', 'user'), { recursive: true })
      writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), recalculate)
      const path = join(folder, `${name}.xlsx`)
      writeFileSync(path, spoilt(await xlsxBytes(provisionMap(input), made)))
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1'
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, path], {
        stdio: 'ignore',
        timeout: 240_000,
      })
      const csv = readFileSync(join(folder, `${name}-Provision map.csv`), 'utf8')
      const rows = Papa.parse<string[]>(csv.trim()).data.slice(3)
      const { lines } = mapLines(input)
      expect(lines.length).toBeGreaterThan(7)
      expect(rows.map((row) => [row[12], row[13]])).toEqual(
        lines.map(({ cost }) => [
          cost.cost ? String(cost.cost.perPupilPence / 100) : 'Unfinished',
          cost.missing?.join('; ') ?? '',
        ]),
      )
    }
  },
  240_000,
)
