import type { SchoolConfig } from '../../../src/config.ts'
import { longTextLimit, type Value } from '../../../src/domain/fields.ts'
import { type AnyRecordType, blank, type Stored } from '../../../src/domain/record.ts'
import { Disclosure } from '../../../src/domain/records/disclosure.ts'
import { Pupil } from '../../../src/domain/records/pupil.ts'
import { Review } from '../../../src/domain/records/review.ts'
import { StaffProfile } from '../../../src/domain/records/staffProfile.ts'
import { localHost } from '../../../src/emulator/graph/local.ts'
import type { Row } from '../../../src/emulator/graph/world.ts'

export type Loose = Readonly<Record<string, Value>>
export type Handle = Stored<Loose>

/** A kind of record as the model sees it: two texts that change, and a column that somebody may spoil. */
export type Kind = {
  readonly type: AnyRecordType
  readonly texts: readonly [first: string, second: string]
  readonly values: readonly [readonly string[], readonly (string | null)[]]
  readonly rest: Loose
  /** A column with a choice that must be filled, and what it says. */
  readonly choice: readonly [column: string, code: string]
  /** The required columns, as SharePoint holds them. */
  readonly plain: Readonly<Record<string, string>>
  /** The second text's column, as somebody in SharePoint would make it anew. */
  readonly column: Readonly<Record<string, object>>
}
export type Place = Kind & { readonly at: number; readonly school: SchoolConfig; readonly site: string }

/** In every text: found in what is said of a failure, it came from a record. */
export const mark = 'Zzyx'
const short = [`${mark} Ó Briain`, `${mark} O'Brien`, `${mark} ہر ماہ`, `${mark} & <b>`, `${mark} 👩🏽‍🦽`]
const lines = [
  null,
  `${mark}\nline\n\nline`,
  `${mark} ]]> \u202e =1+1`,
  `${mark} ${'é '.repeat(700)}`,
  `${mark} `.repeat(20),
]
const long = (text: string) => text.padEnd(longTextLimit, 'x')
const oneLine = { text: { allowMultipleLines: false, maxLength: 255 } }
const manyLines = { text: { allowMultipleLines: true, appendChangesToExistingText: false, linesForEditing: 6, textType: 'plain' } } // prettier-ignore
const someone = '01BX5ZZKBKACTAV9WEVGEMMVRZ'

const kinds: readonly Kind[] = [
  {
    type: Pupil,
    texts: ['surname', 'className'],
    values: [short, [null, `${mark} Oak`, `${mark} O'ak`, `${mark}=1+1`]],
    rest: { forename: 'Q', dateOfBirth: '2016-02-29', status: 'K' },
    choice: ['gtStatus', 'K'],
    plain: { gtForename: 'Q', gtDateOfBirth: '2016-02-29T12:00:00Z', gtStatus: 'K' },
    column: oneLine,
  },
  {
    type: Review,
    texts: ['place', 'childHard'],
    values: [short, [...lines.map((text) => text && text.trim()), long(mark)]],
    rest: { pupil: someone, type: 'annual', stage: 'planning' },
    choice: ['gtStage', 'planning'],
    plain: { gtPupil: someone, gtType: 'annual', gtStage: 'planning' },
    column: manyLines,
  },
  {
    type: Disclosure,
    texts: ['what', 'note'],
    values: [short, [null, `${mark} asked`, `${mark} told`]],
    rest: { did: 'opened', purpose: 'review' },
    choice: ['gtPurpose', 'review'],
    plain: { gtDid: 'opened', gtPurpose: 'review' },
    column: oneLine,
  },
  {
    type: StaffProfile,
    texts: ['surname', 'helps'],
    values: [short, lines.map((text) => text && text.trim())],
    rest: { pupil: someone, forename: 'Q', status: 'K', publishedOn: '2026-06-01' },
    choice: ['gtStatus', 'K'],
    plain: { gtPupil: someone, gtForename: 'Q', gtStatus: 'K', gtPublishedOn: '2026-06-01T12:00:00Z' },
    column: manyLines,
  },
]

const schoolNamed = (id: string): SchoolConfig => ({
  id,
  name: id,
  sites: { senco: `${localHost}:/sites/${id}-senco`, staff: `${localHost}:/sites/${id}-staff` },
})
export const schools = ['oakfield', 'northmoor'].map(schoolNamed)
const siteOf = (school: SchoolConfig, { audience }: AnyRecordType): string =>
  `/sites/${school.id}-${audience}`

/** Every list that the model looks after: four kinds in two schools. */
export const places: readonly Place[] = schools
  .flatMap((school) => kinds.map((kind) => ({ ...kind, school, site: siteOf(school, kind.type) })))
  .map((place, at) => ({ ...place, at }))

export const columnOf = (field: string): string => `gt${field[0]!.toUpperCase()}${field.slice(1)}`
export const recordOf = ({ type, texts, rest }: Place, values: Loose): Loose =>
  blank(type, { ...rest, [texts[0]]: `${mark} new`, ...values } as never) as Loose

const nonsense = `${mark} nonsense`
export const spoiling = ({ choice: [column] }: Place) => ({ [column]: nonsense })
export const mending = ({ choice: [column, code] }: Place) => ({ [column]: code })
/** Whether somebody edited this row in SharePoint into what no record can be. */
export const isNonsense = ({ choice: [column] }: Place, { fields }: Row): boolean =>
  fields[column] === nonsense

export const keyOf = ({ fields }: Row): string => String(fields['gtKey'])
export const isShelved = ({ fields }: Row): boolean => fields['gtArchived'] === true
export const versionOf = ({ etag }: Handle): number => Number(/,(\d+)"?$/.exec(etag)?.[1])
export const textIn = ({ fields }: Row, field: string): Value =>
  (fields[columnOf(field)] as Value | undefined) ?? null

/** Whether a record that the store gave is this state of a row. */
export const isState = ({ texts }: Place, record: Handle, row: Row): boolean =>
  record.id === String(row.id) &&
  record.key === keyOf(row) &&
  versionOf(record) === row.number &&
  record.archived === isShelved(row) &&
  texts.every((field) => (record[field] ?? null) === textIn(row, field))
