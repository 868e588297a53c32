import type { Json } from './json.ts'
import type { Column, ColumnKind, Fields } from './world.ts'

/** A row's fields after one of its columns was given another type in SharePoint: turned into it, or lost. */
export const retyped = (fields: Fields, { name, kind }: Column): Fields => {
  const { [name]: before, ...rest } = fields
  if (before === undefined) return fields
  const after = (turns[kind] ?? lost)(before)
  return after === null ? rest : { ...rest, [name]: after }
}

const lost = () => null

const asText = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(String).join('; ')
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return typeof value === 'object' ? null : String(value)
}

const asNumber = (value: Json): Json => {
  const number = typeof value === 'boolean' ? Number(value) : Number(String(value).replaceAll(',', ''))
  return value === '' || typeof value === 'object' || !Number.isFinite(number) ? null : number
}

const asMoment = (value: Json): Json => {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : `${new Date(at).toISOString().slice(0, 19)}Z`
}

const asYesNo = (value: Json): Json => {
  if (typeof value === 'boolean') return value
  return ['yes', 'true', '1'].includes(String(value).toLowerCase())
}

const turns: Readonly<Partial<Record<ColumnKind, (value: Json) => Json>>> = {
  text: (value) => {
    const text = asText(value)
    return typeof text === 'string' ? text.slice(0, 255) : null
  },
  note: asText,
  choice: asText,
  choices: (value) => (Array.isArray(value) ? value : [asText(value)]),
  number: asNumber,
  boolean: asYesNo,
  dateTime: asMoment,
  dateOnly: asMoment,
}
