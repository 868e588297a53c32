import { grouped } from '../grouped.ts'
import type { ListName, ListRow } from './reconcileTypes.ts'
import { isTemporaryUpn } from './upn.ts'

/** A row with its list, and its place among the rows of all lists. */
export type Placed = { readonly list: ListName; readonly row: ListRow; readonly at: number }

/** The UPN that a child keeps; null where there is none, or a temporary one. */
export const permanent = ({ upn }: ListRow): string | null => (upn && !isTemporaryUpn(upn) ? upn : null)

/** Rows that share a UPN, now or as a list says that it was before. */
export const upnGroups = (rows: readonly Placed[]): (readonly Placed[])[] => {
  const groups = grouped(rows, ({ row }) => row.upn ?? null)
  for (const placed of rows) {
    const { formerUpn, upn } = placed.row
    const group = formerUpn && formerUpn !== upn ? groups.get(formerUpn) : undefined
    if (group && !group.includes(placed)) group.push(placed)
  }
  return [...groups.values()]
}
