import { foldHeading, isCalculated } from '../../documents/mapBack/columns.ts'
import type { RowMark, SheetWrites } from '../../documents/mapBack/sheetWrites.ts'
import type { Plain } from '../../documents/xlsx/model.ts'
import { heads } from '../../documents/provisionMap/mapColumns.ts'

type Whole = { readonly at: number; readonly cells: readonly unknown[] }

const text = (value: unknown) => String(value ?? '')

/** Whether a row of the sheet still says what it said when it was read; what is calculated was not read. */
const says = (headers: readonly string[], cells: readonly unknown[], mark: readonly Plain[]): boolean =>
  headers.length === mark.length &&
  headers.every(
    (head, at) =>
      isCalculated(head) ||
      foldHeading(head) === foldHeading(heads.pupilKey) ||
      text(cells[at]) === text(mark[at]),
  )

/**
 * Where each key's own row stands now, by places in the table: for a key that stands once, or did, there; for one that
 * stands in several rows the one that was known as the record's, as long as it says what it said. `unsure` are the rows
 * of keys of which nobody can tell any more; `copies` those whose key is to go.
 */
export const ownRows = async (
  keys: readonly string[],
  writes: Pick<SheetWrites, 'own' | 'unkey'>,
  wanted: ReadonlySet<string>,
  headers: readonly string[],
  first: number,
  readRows: (places: readonly number[]) => Promise<readonly (readonly unknown[])[]>,
): Promise<{ rowOf: Map<string, number>; copies: number[]; unsure: number[] }> => {
  const standing = new Map<string, number[]>()
  for (const [at, key] of keys.entries())
    if (key !== '') standing.set(key, [...(standing.get(key) ?? []), at])
  const inDoubt = [...standing].filter(
    ([key, places]) =>
      (writes.own.has(key) || places.length > 1) &&
      (wanted.has(key) || writes.unkey.some((one) => one.key === key)),
  )
  const places = inDoubt.flatMap(([, all]) => all)
  const read = await readRows(places)
  const cellsAt = new Map(places.map((at, index) => [at, read[index]!]))
  const rowOf = new Map<string, number>()
  const [copies, unsure]: [number[], number[]] = [[], []]
  const find = (mark: RowMark, rows: readonly Whole[]): Whole | undefined => {
    const like = rows.filter(({ cells }) => says(headers, cells, mark.cells))
    return like.find(({ at }) => first + at === mark.row) ?? like[0]
  }
  for (const [key, all] of standing) if (all.length === 1 && !writes.own.has(key)) rowOf.set(key, all[0]!)
  for (const [key, all] of inDoubt) {
    const rows = all.map((at) => ({ at, cells: cellsAt.get(at)! }))
    const mark = writes.own.get(key)
    const own = mark && find(mark, rows)
    if (!own) {
      unsure.push(...all)
      continue
    }
    rowOf.set(key, own.at)
    for (const one of writes.unkey.filter((each) => each.key === key)) {
      const copy = find(
        one,
        rows.filter(({ at }) => at !== own.at && !copies.includes(at)),
      )
      if (copy) copies.push(copy.at)
    }
  }
  return { rowOf, copies, unsure }
}
