import { type Field, type FieldOf, type Filled, type Kind, type Value } from '../domain/fields.ts'
import { isKey } from '../domain/key.ts'
import { type AnyRecordType, fieldsOf } from '../domain/record.ts'
import { type Day, londonDay } from '../domain/rules/day.ts'
import { plainLine, plainText } from './plainText.ts'

/** A column's definition in Graph's words: the part that says its type. */
export type ColumnType = Readonly<Record<string, object>>

/** One column of a list as this product makes it. `name` is SharePoint's internal name, which never changes. */
export type Column = {
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly indexed: boolean
  readonly enforceUniqueValues: boolean
  readonly type: ColumnType
}

type Carrier<K extends Kind> = {
  column(field: FieldOf<K>): ColumnType
  write(value: Filled[K]): unknown
  /** undefined where SharePoint holds something else. */
  read(held: unknown, field: FieldOf<K>): Filled[K] | undefined
}

const oneLine = { text: { allowMultipleLines: false, maxLength: 255 } }
const number = (decimalPlaces: string) => ({ number: { decimalPlaces, displayAs: 'number' } })
const places = ['none', 'one', 'two', 'three', 'four', 'five']
const asText = (held: unknown) => (typeof held === 'string' ? held : undefined)
const asNumber = (held: unknown) => (typeof held === 'number' && Number.isFinite(held) ? held : undefined)
const asWhole = (held: unknown) => (Number.isSafeInteger(held) ? (held as number) : undefined)
const same = (value: unknown) => value

// The same few days stand in thousands of rows, and telling the day in England is the dearest part of reading one.
const daysHeld = new Map<string, Day | undefined>()
const dayHeld = (held: string): Day | undefined => {
  if (daysHeld.has(held)) return daysHeld.get(held)
  const at = new Date(held)
  const day = Number.isNaN(at.getTime()) ? undefined : londonDay(at)
  if (daysHeld.size > 10_000) daysHeld.clear()
  daysHeld.set(held, day)
  return day
}

/** How SharePoint carries each kind of field: the one place that knows. */
const carriers: { [K in Kind]: Carrier<K> } = {
  // 255 whatever the field's own limit: that is checked before, and may rise without touching the list.
  text: { column: () => oneLine, write: same, read: asText },
  longText: {
    column: () => ({
      text: {
        allowMultipleLines: true,
        appendChangesToExistingText: false,
        linesForEditing: 6,
        textType: 'plain',
      },
    }),
    write: same,
    read: (held) => asText(held)?.replace(/\r\n?/g, '\n'),
  },
  wholeNumber: { column: () => number('none'), write: same, read: asWhole },
  decimal: { column: (field) => number(places[field.places] ?? 'automatic'), write: same, read: asNumber },
  // Whole pence: currency columns can't be made through Graph.
  money: { column: () => number('none'), write: same, read: asWhole },
  date: {
    column: () => ({ dateTime: { displayAs: 'standard', format: 'dateOnly' } }),
    // Noon is the same day in whatever time zone the site is set to; many are still in Pacific time. SharePoint
    // gives back that day's midnight there as an instant, which in summer is 23:00 of the day before in UTC.
    write: (day) => `${day}T12:00:00Z`,
    read: (held) => (typeof held === 'string' ? dayHeld(held) : undefined),
  },
  choice: {
    column: ({ choices }) => ({
      choice: { allowTextEntry: false, choices: Object.keys(choices), displayAs: 'dropDownMenu' },
    }),
    write: same,
    read: (held, { choices }) =>
      typeof held === 'string' && Object.hasOwn(choices, held) ? held : undefined,
  },
  yesNo: {
    column: () => ({ boolean: {} }),
    write: same,
    read: (held) => (typeof held === 'boolean' ? held : undefined),
  },
  key: {
    column: () => ({ text: { allowMultipleLines: false, maxLength: 64 } }),
    write: same,
    read: (held) => (isKey(held) ? held : undefined),
  },
  upn: {
    column: () => ({ text: { allowMultipleLines: false, maxLength: 13 } }),
    write: same,
    read: asText,
  },
}
const carrierOf = (field: Field) => carriers[field.kind] as unknown as Carrier<Kind>

/** SharePoint's internal name of a field: `status` → `gtStatus`, so that none meets a column of SharePoint's own. */
export const columnName = (field: string): string => `gt${field[0]!.toUpperCase()}${field.slice(1)}`

export const keyColumn = 'gtKey'
/** Its heading, by which drift names it. */
export const keyHeading = 'Record key'
export const archivedColumn = 'gtArchived'
export const archivedReasonColumn = 'gtArchivedReason'

const own: readonly Column[] = [
  {
    name: keyColumn,
    displayName: keyHeading,
    description: 'Written by the app. Please don’t change it.',
    indexed: true,
    enforceUniqueValues: true,
    type: { text: { allowMultipleLines: false, maxLength: 64 } },
  },
  {
    name: archivedColumn,
    displayName: 'Archived',
    description: 'Yes: out of sight in the app, not deleted.',
    indexed: false,
    enforceUniqueValues: false,
    type: { boolean: {} },
  },
  {
    name: archivedReasonColumn,
    displayName: 'Reason for archiving',
    description: '',
    indexed: false,
    enforceUniqueValues: false,
    type: oneLine,
  },
]

/** Every column of a record type's list beside SharePoint's own Title. */
export const columnsOf = (type: AnyRecordType): Column[] => [
  ...own,
  ...fieldsOf(type).map(([name, field]) => ({
    name: columnName(name),
    displayName: field.label,
    description: field.help ?? '',
    indexed: field.indexed === true,
    enforceUniqueValues: false,
    type: carrierOf(field).column(field as never),
  })),
]

/** A column as POST …/lists and POST …/columns take it. */
export const definitionOf = ({ type, ...column }: Column): object => ({ ...column, ...type })

/** The value for a column, or null to clear it. */
export const written = (field: Field, value: Value): unknown =>
  value === null ? null : carrierOf(field).write(value as never)

/**
 * A column's value as the field means it: null where it is blank, undefined where SharePoint holds what this field
 * can't mean. Only the shape is judged; rules are for saving.
 */
export const read = (field: Field, held: unknown): Value | undefined =>
  held === null || held === undefined || held === '' ? null : carrierOf(field).read(held, field as never)

/** A value of a field as SharePoint can keep it (see plainText). */
export const keepable = (field: Field, value: Value): Value => {
  if (typeof value !== 'string') return value
  return field.kind === 'longText' ? plainText(value) : field.kind === 'text' ? plainLine(value) : value
}

/** Whether Graph can filter by this field and means by `eq` what we do. */
export const isFilterable = (field: Field): boolean =>
  field.indexed === true && ['text', 'key', 'upn', 'choice'].includes(field.kind)
