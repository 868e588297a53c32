import { factsMark } from '../documents/mapBack/facts.ts'
import type { Workbook } from '../documents/xlsx/model.ts'
import { Problem } from '../domain/problem.ts'
import { excelProblem } from './excel/problem.ts'
import { runExcel } from './excel/runExcel.ts'
import { writeWorkbook } from './excel/writeWorkbook.ts'

/** Names that mark our own sheets begin like this, whatever the sheets are called now. */
const ourMark = /^Goldthread\.(\w+)\.(\w+)$/

/** One of our maps in the open workbook: its sheets as they are called now, and when and for whom it was made. */
export type FoundMap = {
  readonly id: string
  readonly about: string
  readonly sheets: readonly string[]
  readonly marks: readonly string[]
  /** The number behind its names: 1 for the first map of a workbook. */
  readonly copy: number
  /** What the sheet that holds the map is called now; null where it is gone. */
  readonly mapSheet: string | null
  /** What the workbook says of itself, as the hidden name holds it; null in one that says nothing. */
  readonly facts: string | null
}

/** What the open workbook already calls sheets, tables and names; lower case, as Excel compares them. */
type Taken = {
  readonly sheets: Set<string>
  readonly others: Set<string>
  readonly maps: readonly FoundMap[]
}

/** Whether this Excel has what is needed here (ExcelApi 1.9: Excel 2021, Microsoft 365 and the web). */
const excelCanInsert = (): boolean => Office.context.requirements.isSetSupported('ExcelApi', '1.9')

const sheetIn = (formula: string): string | null => {
  const found = /^=(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(formula)
  return found && !formula.includes('#REF!') ? (found[1]?.replaceAll("''", "'") ?? found[2] ?? null) : null
}

/** One round trip: everything that a new map must not collide with, and the maps that are there. */
const look = async (context: Excel.RequestContext): Promise<Taken> => {
  const { worksheets, tables, names } = context.workbook
  worksheets.load('items/name')
  tables.load('items/name')
  names.load('items/name,items/formula,items/comment')
  await context.sync()
  type Growing = { -readonly [K in keyof FoundMap]: FoundMap[K] } & { sheets: string[]; marks: string[] }
  const maps = new Map<string, Growing>()
  for (const name of names.items) {
    const [, id, part] = ourMark.exec(name.name) ?? []
    if (!id) continue
    const map = maps.get(id) ?? {
      id,
      about: '',
      sheets: [],
      marks: [],
      copy: Number(/\d+$/.exec(id)?.[0] ?? 1),
      mapSheet: null,
      facts: null,
    }
    if (part === factsMark) map.facts = String(name.formula)
    else map.about ||= name.comment
    const sheet = part === factsMark ? null : sheetIn(String(name.formula))
    if (sheet !== null) map.sheets.push(sheet)
    if (part === 'map') map.mapSheet = sheet
    map.marks.push(name.name)
    maps.set(id, map)
  }
  const lower = (all: readonly { name: string }[]) => all.map(({ name }) => name.toLowerCase())
  return {
    sheets: new Set(lower(worksheets.items)),
    others: new Set([...lower(tables.items), ...lower(names.items)]),
    maps: [...maps.values()].filter((map) => map.sheets.length > 0),
  }
}

/** The maps that this app put into the open workbook, found by their marks even where sheets were renamed. */
export const findMaps = (): Promise<readonly FoundMap[]> =>
  runExcel(async (context) => (await look(context)).maps)

const free = (workbook: Workbook, taken: Taken): boolean =>
  workbook.sheets.every(({ name }) => !taken.sheets.has(name.toLowerCase())) &&
  [...workbook.names, ...workbook.sheets.flatMap((sheet) => sheet.tables)].every(
    ({ name }) => !taken.others.has(name.toLowerCase()),
  )

const firstFree = (make: (copy: number) => Workbook, taken: Taken): Workbook => {
  for (let copy = 1; copy <= 99; copy++) {
    const workbook = make(copy)
    if (free(workbook, taken)) return workbook
  }
  throw new Problem(
    { code: 'refused', why: 'This workbook already holds 99 maps. Start a new one.' },
    'Excel: no name is free',
  )
}

/** Takes earlier maps away and gives the new sheets their plain names. */
const takeAway = async (
  context: Excel.RequestContext,
  maps: readonly FoundMap[],
  made: Workbook,
  plain: Workbook,
  taken: Taken,
) => {
  const gone = maps.flatMap((map) => map.sheets)
  for (const name of gone) context.workbook.worksheets.getItem(name).delete()
  for (const mark of maps.flatMap((map) => map.marks)) context.workbook.names.getItem(mark).delete()
  const left = new Set([...taken.sheets].filter((name) => !gone.some((one) => one.toLowerCase() === name)))
  for (const [at, { name }] of made.sheets.entries()) {
    const wanted = plain.sheets[at]!.name
    if (wanted !== name && !left.has(wanted.toLowerCase()))
      context.workbook.worksheets.getItem(name).name = wanted
  }
  await context.sync()
}

const removeHalfDone = (workbook: Workbook): Promise<void> =>
  Excel.run(async (context) => {
    const sheets = workbook.sheets.map(({ name }) => context.workbook.worksheets.getItemOrNullObject(name))
    const names = workbook.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name))
    for (const item of [...sheets, ...names]) item.load('name')
    await context.sync()
    for (const item of [...sheets, ...names]) if (!item.isNullObject) item.delete()
    await context.sync()
  })

/**
 * Writes a workbook's sheets into the open one, beside what is there. `make` gives it under names that nothing else
 * has: copy 1, 2, …. `replace` are earlier maps to take away once the new one stands. What fails leaves the workbook
 * as it was: Problem `refused`, `unsupported`, `busy` or `unexpected`.
 */
export const insertWorkbook = async (
  make: (copy: number) => Workbook,
  replace: readonly FoundMap[] = [],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<{ readonly sheets: readonly string[] }> => {
  if (!excelCanInsert())
    throw new Problem({ code: 'unsupported', what: 'Excel before 2021' }, 'Excel: ExcelApi 1.9 is missing')
  let begun: Workbook | undefined
  try {
    return await Excel.run(async (context) => {
      const taken = await look(context)
      const workbook = firstFree(make, taken)
      begun = workbook
      await writeWorkbook(context, workbook, onProgress)
      begun = undefined
      if (replace.length > 0) await takeAway(context, replace, workbook, make(1), taken)
      return { sheets: workbook.sheets.map(({ name }) => name) }
    })
  } catch (thrown) {
    // The first failure is the one to tell; a second one while tidying up says nothing new.
    if (begun) await removeHalfDone(begun).catch(() => undefined)
    throw excelProblem(thrown)
  }
}
