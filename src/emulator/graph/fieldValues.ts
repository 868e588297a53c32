import { instant } from './call.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { badRequest, badShape, Refusal } from './refusal.ts'
import type { Settings } from './settings.ts'
import { midnightIn } from './siteTime.ts'
import type { Column, ColumnKind, Fields, ListHead } from './world.ts'

const lookupKinds: ReadonlySet<ColumnKind> = new Set(['person', 'people', 'lookup', 'lookups'])
const manyKinds: Readonly<Partial<Record<ColumnKind, string>>> = {
  choices: 'Collection(Edm.String)',
  people: 'Collection(Edm.Int32)',
  lookups: 'Collection(Edm.Int32)',
}

/** The name under which a column's value travels in JSON. A leading underscore is written OData__. */
export const wireName = (column: Column): string => {
  const name = column.name.startsWith('_') ? `OData_${column.name}` : column.name
  return lookupKinds.has(column.kind) ? `${name}LookupId` : name
}

/** Names that belong to SharePoint and can be read but not written. */
const readOnlyNames = new Set([
  'id', 'ID', 'Created', 'Modified', 'Author', 'AuthorLookupId', 'Editor', 'EditorLookupId', 'ContentType', 'Attachments',
  'Edit', 'LinkTitle', 'LinkTitleNoMenu', 'ItemChildCount', 'FolderChildCount', '_UIVersionString',
]) // prettier-ignore

const byWire = new WeakMap<readonly Column[], ReadonlyMap<string, Column>>()

const columnsByWire = ({ columns }: ListHead): ReadonlyMap<string, Column> => {
  const known = byWire.get(columns)
  if (known) return known
  const made = new Map(columns.map((column) => [wireName(column), column]))
  byWire.set(columns, made)
  return made
}

/** The fields of a row after this write: what was not named stays, blanks are kept out. */
export const writtenFields = (
  head: ListHead,
  before: Fields,
  given: Json | undefined,
  settings: Settings,
): Fields => {
  if (!isObject(given)) throw badRequest('Invalid request')
  const after: { [column: string]: Json } = { ...before }
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith('@')) continue
    if (key.endsWith('@odata.type')) {
      if (given[key.slice(0, -'@odata.type'.length)] === undefined) throw badShape()
      continue
    }
    const column = columnsByWire(head).get(key)
    if (!column) {
      throw badRequest(
        readOnlyNames.has(key) ? `Field '${key}' is read-only` : `Field '${key}' is not recognized`,
      )
    }
    if (column.readOnly) throw badRequest(`Field '${key}' is read-only`)
    const kept = value === null || value === '' ? null : keep(column, key, value, given, settings)
    if (kept === null) delete after[column.name]
    else after[column.name] = kept
  }
  return after
}

/** What a new row starts with: the defaults of its columns. */
export const startingFields = (head: ListHead): Fields =>
  Object.fromEntries(
    head.columns.flatMap(({ name, kind, defaultValue }) =>
      defaultValue === null ? [] : [[name, defaultOf(kind, defaultValue)]],
    ),
  )

const defaultOf = (kind: ColumnKind, text: string): Json => {
  if (kind === 'number') return Number(text)
  return kind === 'boolean' ? text === '1' || text.toLowerCase() === 'true' : text
}

const keep = (column: Column, key: string, value: Json, given: JsonObject, settings: Settings): Json => {
  const collection = manyKinds[column.kind]
  if (collection === undefined) return (kinds[column.kind] ?? refuse)(value, column, settings)
  if (!Array.isArray(value)) throw badShape()
  const type = given[`${key}@odata.type`]
  if (type === undefined) {
    throw badRequest(
      'A value without a type name was found and no expected type is available. When the model is specified, each value in the payload must have a type which can be either specified in the payload, explicitly by the caller or implicitly inferred from the parent value.',
    )
  }
  if (type !== collection && type !== `#${collection}`) throw badShape()
  const each = collection.includes('String') ? kinds.choice : wholeNumber
  const all = value.map((one) => each?.(one, column, settings) ?? null)
  return all.length > 0 ? all : null
}

type Keep = (value: Json, column: Column, settings: Settings) => Json

const refuse: Keep = () => {
  throw badShape()
}

const kinds: Readonly<Partial<Record<ColumnKind, Keep>>> = {
  text: (value, column, settings) => shortEnough(textOf(value), column, settings),
  note: (value, column, settings) => shortEnough(textOf(value), column, settings),
  number: (value, { facet }) => {
    if (typeof value !== 'number') throw badShape()
    const { minimum, maximum } = facet
    if (
      (typeof minimum === 'number' && value < minimum) ||
      (typeof maximum === 'number' && value > maximum)
    ) {
      throw badRequest('The value of a number field is outside the range that is allowed for it.')
    }
    return value
  },
  boolean: (value) => (typeof value === 'boolean' ? value : refuse(value, {} as Column, {} as Settings)),
  choice: (value, { facet }, settings) => {
    const text = textOf(value)
    const { choices, allowTextEntry } = facet
    const known = Array.isArray(choices) && choices.includes(text)
    if (settings.choicesEnforced && !known && allowTextEntry !== true) {
      throw badRequest('The value of a choice field is not one of its choices.')
    }
    return text
  },
  dateTime: (value) => instant(momentOf(value)),
  dateOnly: (value, _, { timeZone }) => instant(midnightIn(timeZone, momentOf(value))),
  // Not writable through Graph v1.0 (msgraph-sdk-dotnet #2957).
  link: () => {
    throw badRequest('Invalid request')
  },
  person: (value) => numberedText(value),
  lookup: (value) => numberedText(value),
}

const textOf = (value: Json): string => {
  if (typeof value !== 'string' || unkeepable.test(value)) throw badShape()
  return value
}

// SharePoint keeps text as XML, which has no place for control characters or half a surrogate pair.
// eslint-disable-next-line no-control-regex
const unkeepable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u

/** Characters that a column of many lines holds: support.microsoft.com, "Multiple lines of text". */
const longestNote = 63_999

const shortEnough = (text: string, { facet }: Column, settings: Settings): string => {
  const { maxLength, allowMultipleLines } = facet
  const longest =
    typeof maxLength === 'number' ? maxLength : allowMultipleLines === true ? longestNote : Infinity
  if (text.length > longest) {
    const message =
      'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.'
    const code = settings.tooLongStatus === 400 ? 'invalidRequest' : 'generalException'
    throw new Refusal(settings.tooLongStatus, code, message)
  }
  return text
}

// A time without a zone could mean two moments, so it is refused; SharePoint keeps nothing before 1900.
const momentOf = (value: Json): Date => {
  const text = textOf(value)
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)) throw badShape()
  const at = new Date(text)
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || day.toISOString().slice(0, 10) !== text.slice(0, 10)) throw badShape()
  if (at.getUTCFullYear() < 1900) throw badShape()
  return at
}

const wholeNumber = (value: Json): number => {
  if (!Number.isInteger(value)) throw badShape()
  return value as number
}

// A single person or lookup is written as text: a bare number has been refused by the service.
const numberedText = (value: Json): number => {
  if (typeof value !== 'string' || !/^\d+$/.test(value)) throw badShape()
  return Number(value)
}
