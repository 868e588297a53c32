import { provisionMap as mapOf } from '../documents/provisionMap.ts'
import { mapFigures, type Scope } from '../documents/provisionMap/input.ts'
import { type SheetChoice, workbookSheets } from '../documents/provisionMap/more.ts'
import { xlsxBytes } from '../documents/xlsx/xlsx.ts'
import { parse } from '../domain/fields.ts'
import { type AnyRecordType, fieldOf } from '../domain/record.ts'
import { Provision } from '../domain/records/provision.ts'
import { Pupil } from '../domain/records/pupil.ts'
import type { YearGroup } from '../domain/rules/codes.ts'
import { londonDay } from '../domain/rules/day.ts'
import { writtenMoney } from '../domain/rules/money.ts'
import { gatherMap, gatherMore } from '../ui/gatherMap.ts'
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

/** The sheets that were asked for; every one where nothing was said. */
const sheetsOf = (typed = 'all'): readonly SheetChoice[] => {
  const known = Object.keys(workbookSheets) as SheetChoice[]
  if (typed === 'all') return known
  if (typed === 'none') return []
  const wanted = typed.split(',').map((one) => one.trim())
  const strange = wanted.find((one) => !(known as string[]).includes(one))
  if (strange !== undefined)
    throw misused(`--sheets takes ${known.join(', ')}, all or none; “${strange}” is none of them.`)
  return known.filter((one) => wanted.includes(one))
}

/** The pupils who get a costed map of their own. */
const costedOf = async (
  typed: string | undefined,
  at: OpenSchool,
  pupils: readonly { readonly key: string }[],
): Promise<readonly string[] | undefined> => {
  if (typed === undefined) return undefined
  if (typed === 'all') return pupils.map(({ key }) => key)
  const found = await Promise.all(typed.split(',').map((upn) => findPupil([at], upn.trim())))
  return found.map(({ pupil }) => pupil.key)
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
  const sheets = sheetsOf(asked.given['sheets'])
  const opened = await openSchools(asked.given, log)
  try {
    const { at, scope } = await scopeOf(asked, opened.schools)
    const all: Parameters<typeof gatherMap>[0] = (type) => at.connection.records.store(type).all()
    const { records, listings } = await gatherMap(all, {
      schoolName: at.school.name,
      today: londonDay(new Date()),
    })
    const beside = await gatherMore(all, sheets)
    const costed = await costedOf(asked.given['costed'], at, records.pupils)
    const unread = [...listings, ...beside.listings].reduce(
      (sum, { unreadable }) => sum + unreadable.length,
      0,
    )
    if (unread > 0)
      log(
        `Left out: ${unread} ${unread === 1 ? 'row' : 'rows'} changed in SharePoint into something that can’t be read.`,
      )
    const input = {
      ...records,
      scope,
      more: beside.more,
      sheets,
      ...(costed && { costed }),
    }
    await writeOut(out, await xlsxBytes(mapOf(input), new Date()))
    const { lines, pupils, totalPence, unfinished } = mapFigures(input)
    const rest = unfinished > 0 ? `, ${unfinished} without a cost yet` : ''
    print(
      `${out}: ${lines} lines for ${pupils} pupils, ${writtenMoney(totalPence)}${rest}, ${at.school.name}`,
    )
    return 0
  } finally {
    await opened.close()
  }
}
