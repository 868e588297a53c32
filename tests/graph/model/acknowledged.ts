import type { Admin } from '../../../src/emulator/graph/index.ts'
import type { Row, Version } from '../../../src/emulator/graph/world.ts'
import { must } from './failure.ts'
import { type Handle, isShelved, type Place, textIn, versionOf } from './places.ts'

/** A row as the store said that it stood after a write. */
export type Acknowledged = { readonly place: Place; readonly stored: Handle }

/** Earlier versions go when a list keeps no more of them. */
const keptVersions = 50

/** Every write that was answered for is among the versions that SharePoint keeps, or its row was deleted since. */
export const acknowledgedAreThere = (admin: Admin, acknowledged: readonly Acknowledged[]): void => {
  const rows = new Map<string, { row: Row; history: readonly Version[] }>()
  const names = new Map<string, string>()
  const sites = new Map(
    (admin.dump() as unknown as { sites: { id: string; path: string }[] }).sites.map(({ id, path }) => [
      id,
      path,
    ]),
  )
  for (const change of admin.snapshot()) {
    if (!('put' in change)) continue
    if (change.put === 'list')
      names.set(change.list.id, `${sites.get(change.list.site)} ${change.list.displayName}`)
    else if (change.put === 'row')
      rows.set(`${names.get(change.list)} ${change.row.id}`, {
        row: change.row,
        history: change.history ?? [],
      })
  }
  for (const { place, stored } of acknowledged) {
    const found = rows.get(`${place.site} ${place.type.list} ${stored.id}`)
    // Deletions were judged one by one.
    if (!found) continue
    const number = versionOf(stored)
    if (found.row.number - number >= keptVersions) continue
    const version = [...found.history, found.row].find((each) => each.number === number)
    must(version, 'lost', `version ${number} of a row in ${place.type.list}`)
    const asRow = { ...found.row, ...version }
    must(isShelved(asRow) === stored.archived, 'lost', `what version ${number} said of being archived`)
    // A column that got another type took its values along, in all versions.
    must(
      place.texts.every(
        (field, at) =>
          (at === 1 && textIn(asRow, field) === null) || textIn(asRow, field) === (stored[field] ?? null),
      ),
      'lost',
      `what version ${number} said in ${place.type.list}`,
    )
  }
}
