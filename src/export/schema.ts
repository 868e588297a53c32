import { type Field, type FieldOf, type Kind, longTextLimit } from '../domain/fields.ts'
import { type AnyRecordType, fieldsOf, recordTypesVersion } from '../domain/record.ts'

type Json = Readonly<Record<string, unknown>>

const keyPattern = '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'

const kinds: { [K in Kind]: (field: FieldOf<K>) => Json } = {
  text: ({ max }) => ({ type: 'string', maxLength: max }),
  longText: () => ({ type: 'string', maxLength: longTextLimit }),
  wholeNumber: ({ min, max, unit }) => ({
    type: 'integer',
    minimum: min,
    maximum: max,
    ...(unit && { 'x-unit': unit }),
  }),
  decimal: ({ min, max, places, unit }) => ({
    type: 'number',
    minimum: min,
    maximum: max,
    'x-decimalPlaces': places,
    ...(unit && { 'x-unit': unit }),
  }),
  money: () => ({ type: 'integer', 'x-unit': 'pence' }),
  date: () => ({ type: 'string', format: 'date' }),
  choice: ({ choices }) => ({
    oneOf: Object.entries(choices).map(([code, name]) => ({ const: code, title: name })),
  }),
  yesNo: () => ({ type: 'boolean' }),
  key: ({ to }) => ({ type: 'string', pattern: keyPattern, 'x-keyOf': to }),
  upn: () => ({ type: 'string', maxLength: 13 }),
}

const filled = (field: Field) => (kinds[field.kind] as (field: Field) => Json)(field)

const fieldSchema = (field: Field, type: AnyRecordType, blanks: boolean): Json => ({
  title: field.label,
  ...(field.help && { description: field.help }),
  'x-since': Math.max(field.since, type.since ?? 1),
  ...(field.retired && { deprecated: true }),
  ...(field.required && !blanks ? filled(field) : { anyOf: [filled(field), { type: 'null' }] }),
})

const instant: Json = { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] }
const person: Json = { type: ['string', 'null'] }
const kept: Json = {
  key: {
    title: 'Record key',
    description: 'The record’s own key for life',
    type: 'string',
    pattern: keyPattern,
  },
  archived: { title: 'Archived', type: 'boolean' },
  archivedReason: { title: 'Reason for archiving', type: ['string', 'null'] },
  createdAt: { title: 'Written on', ...instant },
  createdBy: { title: 'Written by', ...person },
  modifiedAt: { title: 'Last changed on', ...instant },
  modifiedBy: { title: 'Last changed by', ...person },
}

/**
 * JSON Schema (draft 2020-12) of records as an export writes them, made from their declarations. `blanks`: any field
 * may be null, as where something is kept back.
 */
export const jsonSchema = (types: readonly AnyRecordType[], { blanks = false } = {}): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'SEND records',
  description:
    'Each file under data is a list of one record type. Nothing recorded is null. Money is whole pence. A key points to a record of the type that x-keyOf names.',
  'x-recordTypesVersion': recordTypesVersion,
  type: 'object',
  properties: Object.fromEntries(
    types.map(({ name }) => [name, { type: 'array', items: { $ref: `#/$defs/${name}` } }]),
  ),
  additionalProperties: false,
  $defs: Object.fromEntries(
    types.map((type) => [
      type.name,
      {
        title: type.label,
        description: type.about,
        'x-list': type.list,
        'x-site': type.audience,
        'x-since': type.since ?? 1,
        type: 'object',
        properties: {
          ...kept,
          ...Object.fromEntries(
            fieldsOf(type).map(([name, field]) => [name, fieldSchema(field, type, blanks)]),
          ),
          ...(blanks && {
            withheld: {
              title: 'Kept back or blacked out',
              description: 'The fields of this record of which something was kept back',
              type: 'array',
              items: { type: 'string' },
            },
          }),
        },
        required: [...Object.keys(kept), ...fieldsOf(type).map(([name]) => name)],
        additionalProperties: false,
      },
    ]),
  ),
})
