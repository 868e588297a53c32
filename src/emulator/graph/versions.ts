import type { Call, Reply } from './call.ts'
import { fieldsShown } from './fieldsShown.ts'
import { listIn, mustMayChange, rowIn } from './findList.ts'
import { checkFieldsIn, itemContext, nextRow, refuseDuplicates } from './items.ts'
import type { JsonObject } from './json.ts'
import { personShown } from './persons.ts'
import { allowOnly, expanded, type Expanded } from './query.ts'
import { itemNotFound } from './refusal.ts'
import type { ListState, Row, Version } from './world.ts'

const versionsOf = (call: Call, list: ListState, row: Row): readonly Version[] =>
  call.graph.settings.versioning ? [row, ...[...(list.history.get(row.id) ?? [])].reverse()] : [row]

const versionShown = (
  call: Call,
  list: ListState,
  row: Row,
  version: Version,
  parts: readonly Expanded[],
): JsonObject => {
  const id = `${version.number}.0`
  const asked = parts.find(({ name }) => name === 'fields')
  return {
    id,
    lastModifiedDateTime: version.modified,
    lastModifiedBy: personShown(call.graph, version.modifiedBy),
    ...(asked
      ? {
          'fields@odata.context': itemContext(call, list, `('${row.id}')/versions('${id}')/fields/$entity`),
          fields: fieldsShown(call.graph, list, row, version, asked.select),
        }
      : {}),
  }
}

const versionIn = (call: Call, list: ListState, row: Row): Version => {
  const found = versionsOf(call, list, row).find(({ number }) => `${number}.0` === call.params['version'])
  if (!found) throw itemNotFound()
  return found
}

/** Newest first. */
export const versions = (call: Call): Reply => {
  allowOnly(call.query, '$expand')
  const list = listIn(call)
  const row = rowIn(call, list)
  const parts = expanded(call.query, 'fields')
  checkFieldsIn(call, list, parts)
  return {
    status: 200,
    body: {
      '@odata.context': itemContext(call, list, `('${row.id}')/versions`),
      value: versionsOf(call, list, row).map((each) => versionShown(call, list, row, each, parts)),
    },
  }
}

export const version = (call: Call): Reply => {
  allowOnly(call.query, '$expand')
  const list = listIn(call)
  const row = rowIn(call, list)
  const parts = expanded(call.query, 'fields')
  checkFieldsIn(call, list, parts)
  const shown = versionShown(call, list, row, versionIn(call, list, row), parts)
  return {
    status: 200,
    body: { '@odata.context': itemContext(call, list, `('${row.id}')/versions/$entity`), ...shown },
  }
}

/** Makes a new version that holds what the old one held. */
export const restoreVersion = async (call: Call): Promise<Reply> => {
  const list = listIn(call)
  const before = rowIn(call, list)
  mustMayChange(call, list, before)
  const { fields } = versionIn(call, list, before)
  refuseDuplicates(call, list, before, fields)
  await call.graph.commit([{ put: 'row', list: list.head.id, row: nextRow(call, list, before, fields) }])
  return { status: 204 }
}
