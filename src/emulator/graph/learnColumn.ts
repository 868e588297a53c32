import { isObject, type Json, type JsonObject } from './json.ts'
import { readFacet } from './facets.ts'
import { flag, textOr } from './readProperty.ts'
import { badArgument, badRequest, notEmulated } from './refusal.ts'
import type { Column } from './world.ts'

/**
 * A column from its definition in a request, as SharePoint would make it, or a 400. `byHand` is a column made in
 * SharePoint itself, where more types may be had than through Graph.
 */
export const learnColumn = (given: Json, id: string, byHand = false): Column => {
  if (!isObject(given)) throw badArgument()
  for (const key of Object.keys(given))
    if (!properties.has(key) && !key.includes('@')) throw unknownProperty(key)
  const { name } = given
  if (typeof name !== 'string' || name.trim() === '') throw badArgument()
  const type = typeOf(given, byHand)
  const { kind, facet } = readFacet(type, given[type] as Json)
  return {
    id,
    name: internalName(name),
    displayName: textOr(given['displayName'], name),
    description: textOr(given['description'], ''),
    kind,
    type,
    facet,
    indexed: flag(given['indexed']),
    unique: flag(given['enforceUniqueValues']),
    hidden: flag(given['hidden']),
    required: flag(given['required']),
    readOnly: flag(given['readOnly']),
    defaultValue: readDefault(given['defaultValue']),
  }
}

/** What PATCH may change of a column: its own type's details and the switches, never its name or its type. */
export const changedColumn = (column: Column, given: JsonObject): Column => {
  for (const key of Object.keys(given))
    if (!properties.has(key) && !key.includes('@')) throw unknownProperty(key)
  if (given['name'] !== undefined && given['name'] !== column.name) {
    throw badRequest("Property 'name' cannot be updated", 'propertyNotUpdateable')
  }
  const types = typesIn(given)
  if (types.some((type) => type !== column.type))
    throw badRequest('The type of a column cannot be changed this way')
  const detail = given[column.type]
  const { kind, facet } =
    detail === undefined
      ? column
      : readFacet(column.type, { ...column.facet, ...(isObject(detail) ? detail : {}) })
  if (kind !== column.kind) throw badRequest('The type of a column cannot be changed this way')
  const flagOr = (key: string, before: boolean) => (given[key] === undefined ? before : flag(given[key]))
  return {
    ...column,
    facet,
    displayName: textOr(given['displayName'], column.displayName),
    description: textOr(given['description'], column.description),
    indexed: flagOr('indexed', column.indexed),
    unique: flagOr('enforceUniqueValues', column.unique),
    hidden: flagOr('hidden', column.hidden),
    required: flagOr('required', column.required),
    defaultValue:
      given['defaultValue'] === undefined ? column.defaultValue : readDefault(given['defaultValue']),
  }
}

const types = [
  'boolean', 'calculated', 'choice', 'contentApprovalStatus', 'currency', 'dateTime', 'geolocation',
  'hyperlinkOrPicture', 'lookup', 'number', 'personOrGroup', 'term', 'text', 'thumbnail',
] // prettier-ignore

const properties = new Set([
  ...types,
  'columnGroup', 'defaultValue', 'description', 'displayName', 'enforceUniqueValues', 'hidden', 'id', 'indexed',
  'isReorderable', 'name', 'propagateChanges', 'readOnly', 'required', 'validation',
]) // prettier-ignore

const unknownProperty = (key: string) =>
  badRequest(
    `The property '${key}' does not exist on type 'microsoft.graph.columnDefinition'. Make sure to only use property names that are defined by the type.`,
  )

const typesIn = (given: JsonObject) =>
  types.filter((type) => given[type] !== undefined && given[type] !== null)

// Currency and hyperlink columns are refused by the service itself: graph-docs-contrib #8036 and #2096.
const typeOf = (given: JsonObject, byHand: boolean): string => {
  const [type, ...more] = typesIn(given)
  const refused = !byHand && (type === 'currency' || type === 'hyperlinkOrPicture')
  if (!type || more.length > 0 || refused) {
    throw badRequest('Unable to determine type of provided column definition')
  }
  return type
}

/**
 * The name that SharePoint keeps: letters, digits and underscores stay, all else becomes _xHHHH_, at most
 * 32 characters.
 */
const internalName = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9_]/g, encoded)
    .replace(/^[0-9]/, encoded)
    .slice(0, 32)

const encoded = (letter: string) => `_x${letter.charCodeAt(0).toString(16).padStart(4, '0')}_`

const readDefault = (value: Json | undefined): string | null => {
  if (value === undefined || value === null) return null
  if (!isObject(value)) throw badArgument()
  if (value['formula'] !== undefined && value['formula'] !== null)
    throw notEmulated('a default that is a formula')
  return value['value'] === undefined || value['value'] === null ? null : textOr(value['value'], '')
}
