import type { AuthorityPack } from '../../domain/records/authorityPack.ts'
import { isRow, isText, jsonIn } from '../packFile.ts'
import { type CellFact, cellFactFor, isCellFact, isLineFact, type LineFact, lineFactFor } from './facts.ts'
import type { CostingPlaces } from './places.ts'

/** Which fact goes where, by the places' own ids; what is not named takes nothing. */
export type CostingMapping = {
  readonly cells: Readonly<Record<string, CellFact>>
  /** By the rows' id, then by the number of the column. */
  readonly rows: Readonly<Record<string, Readonly<Record<number, LineFact>>>>
}

/** What most likely goes where, by names and labels; a fact goes to one cell and, in each table, to one column. */
export const proposedCosting = (places: CostingPlaces): CostingMapping => {
  const taken = new Set<CellFact>()
  const cells: Record<string, CellFact> = {}
  for (const { id, label, named } of places.cells) {
    const fact =
      cellFactFor(label) ??
      (named ? cellFactFor(named.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ')) : null)
    if (!fact || taken.has(fact)) continue
    taken.add(fact)
    cells[id] = fact
  }
  const rows = Object.fromEntries(
    places.rows.flatMap(({ id, columns }) => {
      const used = new Set<LineFact>()
      const placed: Record<number, LineFact> = {}
      for (const { column, label, shut } of columns) {
        const fact = shut ? null : lineFactFor(label)
        if (!fact || used.has(fact)) continue
        used.add(fact)
        placed[column] = fact
      }
      // A table that takes lines names at least what is given and one figure of it.
      return used.size >= 2 ? [[id, placed] as const] : []
    }),
  )
  return { cells, rows }
}

const kind = 'costing sheet'

/** A mapping as text for the pack's record. */
export const costingText = (mapping: CostingMapping): string => JSON.stringify({ kind, ...mapping })

/** The mapping of a pack; null where it is another kind of pack, or somebody edited it into nonsense. */
export const costingOf = (pack: Pick<AuthorityPack, 'mapping'>): CostingMapping | null => {
  const value: unknown = jsonIn(pack.mapping)
  if (!isRow(value) || value['kind'] !== kind || !isRow(value['cells']) || !isRow(value['rows'])) return null
  const cells = Object.entries(value['cells'])
  const rows = Object.entries(value['rows'])
  if (!cells.every(([id, fact]) => isText(id) && isCellFact(fact))) return null
  if (
    !rows.every(
      ([, columns]) =>
        isRow(columns) && Object.entries(columns).every(([at, fact]) => /^\d+$/.test(at) && isLineFact(fact)),
    )
  )
    return null
  return { cells: value['cells'], rows: value['rows'] } as unknown as CostingMapping
}

/** What a pack places that this version of the sheet has no more. */
export const goneFrom = (mapping: CostingMapping, places: CostingPlaces): string[] => [
  ...Object.keys(mapping.cells).filter((id) => !places.cells.some((cell) => cell.id === id)),
  ...Object.keys(mapping.rows).filter((id) => !places.rows.some((rows) => rows.id === id)),
]
