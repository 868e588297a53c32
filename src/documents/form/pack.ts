import type { AuthorityPack } from '../../domain/records/authorityPack.ts'
import { isRow, isText, jsonIn, packText, readPackText } from '../packFile.ts'
import { facts } from './facts.ts'
import { type Form, type FormField, type FormTable, placeName } from './fields.ts'
import { listFact } from './listFacts.ts'
import type { Mapping } from './propose.ts'
import { noBoxFor } from './unused.ts'

/** Where something goes, told by what stands beside the place: it holds in the form's next version too. */
type KeptField = {
  readonly label: string
  readonly option?: string
  readonly under?: string
  /** Which of several alike, from 1. */
  readonly nth?: number
  /** Nothing in the form shows that it takes an answer: somebody pointed at it. */
  readonly added?: true
  readonly fact: string | null
  readonly code?: string
  readonly most?: number
}
type KeptTable = {
  readonly under?: string
  readonly list: string | null
  readonly columns: readonly { readonly label: string; readonly column: string | null }[]
}
export type KeptMapping = { readonly fields: readonly KeptField[]; readonly tables: readonly KeptTable[] }

/** What a form takes, and the most characters that a place holds where the authority says so. */
export type Placing = { readonly mapping: Mapping; readonly limits: Readonly<Record<string, number>> }

const nameOf = ({ label, option, context, added }: FormField) =>
  JSON.stringify([label, option ?? '', context[0] ?? '', added !== undefined])
const nameOfKept = ({ label, option, under, added }: KeptField) =>
  JSON.stringify([label, option ?? '', under ?? '', added ?? false])
const nameOfTable = (labels: readonly string[]) => JSON.stringify(labels)

const numbered = <T>(all: readonly T[], nameOfEach: (each: T) => string): [T, number][] => {
  const seen = new Map<string, number>()
  return all.map((each) => {
    const name = nameOfEach(each)
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return [each, nth]
  })
}

/** Fields with which of those alike each is; of one that was added its line tells, whichever others are. */
const numberedFields = (fields: readonly FormField[]): [FormField, number][] =>
  numbered(fields, nameOf).map(([field, nth]) => [field, field.added ?? nth])

/** What a pack keeps of how a form is filled: every place of it, those too that take nothing. */
export const keptOf = (form: Form, { mapping, limits }: Placing): KeptMapping => ({
  fields: numberedFields(form.fields).map(([field, nth]) => {
    const mapped = mapping.fields[field.id]
    const most = limits[field.id] ?? field.most
    return {
      label: field.label,
      ...(field.option ? { option: field.option } : {}),
      ...(field.context[0] ? { under: field.context[0] } : {}),
      ...(nth > 1 ? { nth } : {}),
      ...(field.added ? { added: true as const } : {}),
      fact: mapped?.fact ?? null,
      ...(mapped?.code ? { code: mapped.code } : {}),
      ...(most ? { most } : {}),
    }
  }),
  tables: form.tables.map((table) => {
    const mapped = mapping.tables[table.id]
    return {
      ...(table.context[0] ? { under: table.context[0] } : {}),
      list: mapped?.list ?? null,
      columns: table.columns.map(({ id, label }) => ({ label, column: mapped?.columns[id] ?? null })),
    }
  }),
})

export type Placed = Placing & {
  /** Places of this form that the pack doesn't know: the form is another version, or another form. */
  readonly fresh: readonly (FormField | FormTable)[]
  /** What the pack places and this form has no more. */
  readonly gone: readonly string[]
}

/** Finds a pack's places in a form, by what stands beside them. */
export const placedIn = (form: Form, kept: KeptMapping): Placed => {
  const fields = new Map<string, KeptField>(
    kept.fields.map((each) => [`${nameOfKept(each)}${each.nth ?? 1}`, each] as const),
  )
  const tables = new Map<string, KeptTable>(
    numbered(kept.tables, ({ columns }) => nameOfTable(columns.map(({ label }) => label))).map(
      ([each, nth]) => [`${nameOfTable(each.columns.map(({ label }) => label))}${nth}`, each] as const,
    ),
  )
  const fresh: (FormField | FormTable)[] = []
  const limits: Record<string, number> = {}
  const mappedFields: Record<string, Mapping['fields'][string]> = {}
  for (const [field, nth] of numberedFields(form.fields)) {
    const name = `${nameOf(field)}${nth}`
    const known = fields.get(name)
    if (!known) {
      fresh.push(field)
      continue
    }
    fields.delete(name)
    if (known.most) limits[field.id] = known.most
    if (known.fact && facts.has(known.fact))
      mappedFields[field.id] = { fact: known.fact, ...(known.code ? { code: known.code } : {}) }
  }
  const mappedTables: Record<string, Mapping['tables'][string]> = {}
  const labelsOf = (table: FormTable) => nameOfTable(table.columns.map(({ label }) => label))
  for (const [table, nth] of numbered(form.tables, labelsOf)) {
    const name = `${labelsOf(table)}${nth}`
    const known = tables.get(name)
    if (!known) {
      fresh.push(table)
      continue
    }
    tables.delete(name)
    if (!known.list || !listFact(known.list)) continue
    const columns = table.columns.flatMap(({ id }, at) => {
      const column = known.columns[at]?.column
      return column ? [[id, column] as const] : []
    })
    mappedTables[table.id] = { list: known.list, columns: Object.fromEntries(columns) }
  }
  return {
    mapping: { fields: mappedFields, tables: mappedTables },
    limits,
    fresh,
    gone: [
      ...[...fields.values()]
        .filter(({ fact }) => fact)
        .map(({ label, option }) => placeName({ label, option: option ?? null })),
      ...[...tables.values()]
        .filter(({ list }) => list)
        .map(({ columns }) => columns.map(({ label }) => label).join(', ')),
    ],
  }
}

const orText = (value: unknown) => value === undefined || isText(value)
const orNull = (value: unknown) => value === null || isText(value)
const orCount = (value: unknown) =>
  value === undefined || (typeof value === 'number' && Number.isInteger(value) && value > 0)

const isField = (value: unknown): value is KeptField =>
  isRow(value) &&
  isText(value['label']) &&
  orText(value['option']) &&
  orText(value['under']) &&
  orText(value['code']) &&
  orNull(value['fact']) &&
  orCount(value['nth']) &&
  (value['added'] === undefined || value['added'] === true) &&
  orCount(value['most'])

const isTable = (value: unknown): value is KeptTable =>
  isRow(value) &&
  orText(value['under']) &&
  orNull(value['list']) &&
  Array.isArray(value['columns']) &&
  value['columns'].every((each) => isRow(each) && isText(each['label']) && orNull(each['column']))

const mappingIn = (value: unknown): KeptMapping | null =>
  isRow(value) &&
  Array.isArray(value['fields']) &&
  value['fields'].every(isField) &&
  Array.isArray(value['tables']) &&
  value['tables'].every(isTable)
    ? { fields: value['fields'], tables: value['tables'] }
    : null

/** A pack's `mapping` as text for its record. */
export const mappingText = (kept: KeptMapping): string => JSON.stringify(kept)

/** A pack's `mapping`; null where somebody edited it into nonsense. */
export const mappingOf = (pack: Pick<AuthorityPack, 'mapping'>): KeptMapping | null =>
  mappingIn(jsonIn(pack.mapping))

const kind = 'goldthread authority pack'

/** A pack as a file for other schools: what goes where, and no word about any child or this school. */
export const packFile = (pack: AuthorityPack): string => {
  const mapping = mappingOf(pack)
  return packText(kind, {
    authority: pack.authority,
    form: pack.form,
    formVersion: pack.version,
    sourced: pack.sourced,
    address: pack.address,
    note: pack.note,
    noBoxFor: noBoxFor(
      mapping?.fields.flatMap(({ fact }) => fact ?? []) ?? [],
      mapping?.tables.flatMap(({ list }) => list ?? []) ?? [],
    ).map(({ label }) => label),
    mapping,
  })
}

export type ReadPack = { readonly pack: AuthorityPack } | { readonly complaint: string }

/** Reads a pack that another school passed on. A complaint says what is wrong with the file. */
export const readPack = (text: string): ReadPack => {
  const read = readPackText(text, kind, 'authority pack')
  if ('complaint' in read) return read
  const value = read.content
  const mapping = mappingIn(value['mapping'])
  if (!mapping || !isText(value['authority']) || !isText(value['form']))
    return { complaint: 'This pack is damaged: ask the other school to save it again.' }
  const orNothing = (name: string) => (isText(value[name]) ? value[name] : null)
  return {
    pack: {
      authority: value['authority'],
      form: value['form'],
      version: orNothing('formVersion'),
      sourced: orNothing('sourced'),
      address: orNothing('address'),
      file: null,
      kind: null,
      mapping: mappingText(mapping),
      note: orNothing('note'),
    },
  }
}
