import type { Call, Reply } from './call.ts'
import { wireName } from './fieldValues.ts'
import { ownFields } from './fieldsShown.ts'
import { listNamed } from './findList.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import type { ColumnKind, ListState } from './world.ts'

/** Throws when an answer holds fields that its list's columns do not: unknown names, or values of another type. */
export const mustKeepToColumns = (call: Call, { body }: Reply): void => {
  const { list: named, item } = call.params
  const list = named === undefined ? undefined : listNamed(call.graph, call.site, named)
  if (!list || !isObject(body)) return
  const isFields = call.url.pathname.endsWith('/fields')
  const rows = Array.isArray(body['value']) ? body['value'].filter(isObject) : [body]
  for (const row of rows) {
    const fields = isFields ? row : row['fields']
    const id = item ?? row['id']
    if (!isObject(fields) || call.graph.edited.has(`${list.head.id}/${String(id)}`)) continue
    const [wrong] = complaints(list, fields)
    if (wrong !== undefined) throw new Error(`A row of ${list.head.displayName}: ${wrong}`)
  }
}

const complaints = ({ head }: ListState, fields: JsonObject): readonly string[] =>
  Object.entries(fields).flatMap(([name, value]) => {
    if (name.startsWith('@') || ownFields.has(name)) return []
    const column = head.columns.find((each) => wireName(each) === name || each.name === name)
    if (!column) return [`${name} is none of its columns`]
    // The text of a lookup is of whatever type the other list has.
    const fits = name === wireName(column) ? shapes[column.kind] : () => true
    return fits?.(value) ? [] : [`${name} is no ${column.kind}`]
  })

const isText = (value: Json) => typeof value === 'string' && value !== ''
const isMoment = (value: Json) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)
const isNumbered = (value: Json) => typeof value === 'string' && /^\d+$/.test(value)
const areAll = (fits: (value: Json) => boolean) => (value: Json) => Array.isArray(value) && value.every(fits)

const shapes: Readonly<Partial<Record<ColumnKind, (value: Json) => boolean>>> = {
  text: isText,
  note: isText,
  choice: isText,
  choices: areAll(isText),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  dateTime: isMoment,
  dateOnly: isMoment,
  person: isNumbered,
  lookup: isNumbered,
  people: areAll(Number.isInteger),
  lookups: areAll(Number.isInteger),
}
