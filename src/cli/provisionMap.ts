import { provisionMap as mapOf } from '../documents/provisionMap.ts'
import { type MapInput, mapFigures, type Scope } from '../documents/provisionMap/input.ts'
import { xlsxBytes } from '../documents/xlsx/xlsx.ts'
import { parse } from '../domain/fields.ts'
import { type AnyRecordType, fieldOf, type RecordOf } from '../domain/record.ts'
import { Allocation } from '../domain/records/allocation.ts'
import { Outcome } from '../domain/records/outcome.ts'
import { Provision } from '../domain/records/provision.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { Rate } from '../domain/records/rate.ts'
import { School } from '../domain/records/school.ts'
import type { YearGroup } from '../domain/rules/codes.ts'
import { type Day, londonDay } from '../domain/rules/day.ts'
import { showMoney } from '../domain/rules/money.ts'
import { settingsOn } from '../domain/rules/settings.ts'
import { writeOut } from './files.ts'
import { findPupil } from './findPupil.ts'
import type { Command } from './command.ts'
import { type Asked, misused, needed } from './options.ts'
import { type OpenSchool, openSchools } from './openSchools.ts'

const chosen = (type: AnyRecordType, field: string, option: string, typed: string): string => {
  const parsed = parse(fieldOf(type, field), typed)
  if ('value' in parsed && typeof parsed.value === 'string') return parsed.value
  throw misused(`--${option} ${typed} is not known.`)
}

const scopeOf = async (
  asked: Asked,
  schools: readonly OpenSchool[],
): Promise<{ at: OpenSchool; scope: Scope }> => {
  const { year, pupil, level } = asked.given
  const at = schools[0]!
  if (pupil !== undefined) {
    const found = await findPupil(schools, pupil)
    return { at: found.at, scope: { is: 'pupil', pupil: found.pupil.key } }
  }
  if (year !== undefined)
    return { at, scope: { is: 'year', yearGroup: chosen(Pupil, 'yearGroup', 'year', year) as YearGroup } }
  if (level !== undefined)
    return {
      at,
      scope: { is: 'level', level: chosen(Provision, 'level', 'level', level) as Provision['level'] },
    }
  return { at, scope: { is: 'school' } }
}

const gatherMap = async ({ school, connection }: OpenSchool, scope: Scope, today: Day): Promise<MapInput> => {
  const all = async <R extends AnyRecordType>(type: R): Promise<readonly (RecordOf<R> & { key: string })[]> =>
    (await connection.records.store(type).all()).records
  const [schools, rates, pupils, provisions, allocations, outcomes] = await Promise.all([
    all(School),
    all(Rate),
    all(Pupil),
    all(Provision),
    all(Allocation),
    all(Outcome),
  ])
  const settings = settingsOn(schools, today)
  return {
    school: settings,
    schoolName: settings?.name ?? school.name,
    rates,
    pupils,
    provisions,
    allocations,
    outcomes,
    scope,
    today,
  }
}

/** `provision-map`: the workbook that the task pane inserts, as a file. */
export const provisionMap: Command = async (asked, { log, print }) => {
  const out = needed(asked, 'out')
  const scopes = ['year', 'pupil', 'level'].filter((option) => asked.given[option] !== undefined)
  if (scopes.length > 1) throw misused(`Choose one of ${scopes.map((scope) => `--${scope}`).join(', ')}.`)
  for (const [option, type, field] of [
    ['year', Pupil, 'yearGroup'],
    ['level', Provision, 'level'],
  ] as const) {
    const typed = asked.given[option]
    if (typed !== undefined) chosen(type, field, option, typed)
  }
  const opened = await openSchools(asked.given, log)
  try {
    const { at, scope } = await scopeOf(asked, opened.schools)
    const input = await gatherMap(at, scope, londonDay(new Date()))
    await writeOut(out, await xlsxBytes(mapOf(input), new Date()))
    const { lines, pupils, totalPence, unfinished } = mapFigures(input)
    const rest = unfinished > 0 ? `, ${unfinished} without a cost yet` : ''
    print(`${out}: ${lines} lines for ${pupils} pupils, ${showMoney(totalPence)}${rest}, ${at.school.name}`)
    return 0
  } finally {
    await opened.close()
  }
}
