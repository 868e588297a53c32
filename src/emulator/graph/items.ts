import { context, instant, type Call, type Reply } from './call.ts'
import { checkChosen, eTagOf, fieldsShown } from './fieldsShown.ts'
import { startingFields, writtenFields } from './fieldValues.ts'
import { listIn, mustMayChange, rowIn } from './findList.ts'
import type { Json, JsonObject } from './json.ts'
import { personShown } from './persons.ts'
import { allowOnly, expanded, selected, type Expanded } from './query.ts'
import { badRequest, notEmulated, Refusal } from './refusal.ts'
import { readBody } from './readBody.ts'
import { webUrlOf } from './sites.ts'
import { rowsWith } from './found.ts'
import type { Fields, ListState, Row } from './world.ts'

export const itemContext = (call: Call, list: ListState, tail = ''): string =>
  context(`sites('${call.site.id}')/lists('${list.head.id}')/items${tail}`)

/** A row as Graph sends it; its fields only when they were asked for. */
export const itemShown = (
  call: Call,
  list: ListState,
  row: Row,
  parts: readonly Expanded[],
  keys: readonly string[] | null,
): JsonObject => {
  const fields = parts.find(({ name }) => name === 'fields')
  const shown: JsonObject = { '@odata.etag': eTagOf(row) }
  for (const key of keys ?? envelopeKeys) {
    const part = envelope[key]
    if (part) shown[key] = part(call, list, row)
  }
  if (fields) {
    shown['fields@odata.context'] = itemContext(call, list, `('${row.id}')/fields/$entity`)
    shown['fields'] = fieldsShown(call.graph, list, row, row, fields.select)
  }
  return shown
}

const envelope: Readonly<Record<string, (call: Call, list: ListState, row: Row) => Json>> = {
  createdDateTime: (_, __, { created }) => created,
  eTag: (_, __, row) => eTagOf(row),
  id: (_, __, { id }) => String(id),
  lastModifiedDateTime: (_, __, { modified }) => modified,
  webUrl: ({ graph, site }, { head }, { id }) =>
    `${webUrlOf(graph.host, site)}/Lists/${encodeURIComponent(head.name)}/${id}_.000`,
  createdBy: ({ graph }, _, { createdBy }) => personShown(graph, createdBy),
  lastModifiedBy: ({ graph }, _, { modifiedBy }) => personShown(graph, modifiedBy),
  parentReference: ({ site }, { head }) => ({ id: head.id, siteId: site.id }),
  contentType: (_, { head }) => ({ id: `0x0100${head.id.replaceAll('-', '').toUpperCase()}`, name: 'Item' }),
}
const envelopeKeys = Object.keys(envelope)

/** Refuses a choice of fields that SharePoint would not answer. */
export const checkFieldsIn = (call: Call, list: ListState, parts: readonly Expanded[]): void => {
  for (const { name, select } of parts) if (name === 'fields') checkChosen(call.graph, list, select)
}

const one = (call: Call, list: ListState, row: Row, parts: readonly Expanded[]): JsonObject => ({
  '@odata.context': itemContext(call, list, '/$entity'),
  ...itemShown(call, list, row, parts, selected(call.query)),
})

export const item = (call: Call): Reply => {
  allowOnly(call.query, '$select', '$expand')
  const list = listIn(call)
  const parts = expanded(call.query, 'fields')
  checkFieldsIn(call, list, parts)
  return { status: 200, body: one(call, list, rowIn(call, list), parts) }
}

export const fields = (call: Call): Reply => {
  allowOnly(call.query, '$select')
  const list = listIn(call)
  return { status: 200, body: fieldsReply(call, list, rowIn(call, list), true) }
}

const fieldsReply = (call: Call, list: ListState, row: Row, etag: boolean): JsonObject => {
  const { '@odata.etag': tag, ...shown } = fieldsShown(call.graph, list, row, row, selected(call.query))
  const whole = { '@odata.context': itemContext(call, list, `('${row.id}')/fields/$entity`), ...shown }
  return etag && tag !== undefined ? { ...whole, '@odata.etag': tag } : whole
}

export const makeItem = async (call: Call): Promise<Reply> => {
  const list = listIn(call)
  const { graph } = call
  const { fields: given = {}, ...rest } = readBody(call)
  for (const key of Object.keys(rest)) {
    if (key === 'contentType' || key === 'driveItem') throw notEmulated(`${key} when making a row`)
    if (!key.includes('@')) throw badRequest('Invalid request')
  }
  const written = writtenFields(list.head, startingFields(list.head), given, graph.settings)
  refuseDuplicates(call, list, null, written)
  const made = instant(graph.now())
  const row: Row = {
    id: list.nextRow,
    guid: graph.newGuid(),
    number: 1,
    sequence: list.sequence + 1,
    fields: written,
    created: made,
    createdBy: call.persona.id,
    modified: made,
    modifiedBy: call.persona.id,
  }
  await graph.commit([{ put: 'row', list: list.head.id, row }])
  return { status: 201, body: one(call, list, row, [{ name: 'fields', select: null }]) }
}

export const changeFields = async (call: Call): Promise<Reply> => {
  const list = listIn(call)
  const before = rowIn(call, list)
  mustMayChange(call, list, before)
  matchETag(call, before)
  const written = writtenFields(list.head, before.fields, readBody(call), call.graph.settings)
  refuseDuplicates(call, list, before, written)
  const row = nextRow(call, list, before, written)
  await call.graph.commit([{ put: 'row', list: list.head.id, row }])
  return { status: 200, body: fieldsReply(call, list, row, call.graph.settings.etagInFields) }
}

/** The next saved state of a row, with these fields, by the person who calls. */
export const nextRow = (call: Call, list: ListState, before: Row, written: Fields): Row => ({
  ...before,
  number: before.number + 1,
  sequence: list.sequence + 1,
  fields: written,
  modified: instant(call.graph.now()),
  modifiedBy: call.persona.id,
})

export const dropItem = async (call: Call): Promise<Reply> => {
  const list = listIn(call)
  const row = rowIn(call, list)
  mustMayChange(call, list, row)
  matchETag(call, row)
  const gone = { id: row.id, guid: row.guid, sequence: list.sequence + 1, createdBy: row.createdBy }
  const bin = { deleted: instant(call.graph.now()), deletedBy: call.persona.id }
  await call.graph.commit([{ drop: 'row', list: list.head.id, gone, ...bin }])
  return { status: 204 }
}

const matchETag = (call: Call, row: Row) => {
  const asked = call.headers.get('if-match')
  if (asked === null || asked === '*' || asked === eTagOf(row)) return
  throw new Refusal(
    412,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
  )
}

/** No two rows may share a value in a unique column; blanks may be many. */
export const refuseDuplicates = (call: Call, list: ListState, before: Row | null, written: Fields): void => {
  for (const { name, unique } of list.head.columns) {
    const value = written[name]
    if (!unique || value === undefined) continue
    if ([...rowsWith(list, name, value)].every((id) => id === before?.id)) continue
    const status = call.graph.settings.duplicateStatus
    const code = { 400: 'invalidRequest', 409: 'nameAlreadyExists', 500: 'generalException' }[status]
    throw new Refusal(
      status,
      code,
      `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${name}].`,
    )
  }
}
