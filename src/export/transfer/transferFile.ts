import { t } from '../../words/t.ts'
import { type AnyRecordType, fieldOf, fieldsOf } from '../../domain/record.ts'
import { candidatesOf, findingWords } from '../candidates.ts'
import type { FoundDocument } from '../copyDocuments.ts'
import type { ListOfPupil, PupilFile, StoredRow } from '../pupilFile.ts'
import type { GivenList } from '../recordWords.ts'
import { describing, goingOf } from './goesOn.ts'

/** Something in the record that a person says about whether it goes: it may be of another child. */
export type ToLookAt = {
  readonly id: string
  readonly list: string
  readonly label: string
  readonly text: string
  readonly why: string
  /** What happens where nobody says otherwise. */
  readonly goes: boolean
}
/** What does not go, and why, in words that tell nothing of it. */
export type LeftOut = {
  readonly list: string
  readonly what: string
  readonly why: string
  readonly count: number
}

/** What goes to the next school of one pupil's record. */
export type TransferFile = {
  readonly lists: readonly GivenList[]
  readonly documents: readonly FoundDocument[]
  readonly toLookAt: readonly ToLookAt[]
  readonly leftOut: readonly LeftOut[]
}

/** What the person who makes the pack said otherwise: by the id of what is looked at, and by the path of a document. */
export type PackChoices = {
  readonly goes: ReadonlyMap<string, boolean>
  readonly withoutDocuments: ReadonlySet<string>
}
export const noChoices: PackChoices = { goes: new Map(), withoutDocuments: new Set() }

/** Another child by name or number, or a word that the school looks at first: it stays unless somebody says that it goes. */
const staysUnlessSaid: readonly string[] = [findingWords.name, findingWords.upn, findingWords.restricted]
const found: readonly string[] = Object.values(findingWords)

const looksAt = (file: PupilFile, lists: readonly ListOfPupil[]): ToLookAt[] =>
  candidatesOf({ ...file, lists, documents: [] }, []).flatMap((of) => {
    const whys = of.reasons.map(({ why }) => why).filter((why) => found.includes(why))
    return whys.length === 0
      ? []
      : [
          {
            id: of.id,
            list: of.list,
            label: of.label,
            text: of.text,
            why: whys.join('; '),
            goes: !whys.some((why) => staysUnlessSaid.includes(why)),
          },
        ]
  })

/** Why a whole row never goes, whatever anybody says; null where it may. */
const neverGoes = (type: AnyRecordType, row: StoredRow): string | null => {
  if (row.archived) return t`archived: put away as over, wrong or there twice`
  if (type.name === 'Contact' && row['restriction'])
    return t`a contact with a restriction: your SENCO tells theirs in person`
  if (type.name === 'ChronologyEntry' && row['thirdParty'] === true)
    return t`marked as about or from another person`
  return null
}
/** Fields that never go. */
const neverFields: Readonly<Record<string, readonly string[]>> = { Transition: ['buddy'] }

type Kept = {
  readonly type: AnyRecordType
  readonly rows: Map<string, { row: StoredRow; withheld: string[] }>
}

const keysIn = (type: AnyRecordType) =>
  fieldsOf(type).flatMap(([name, field]) =>
    field.kind === 'key' ? [{ name, to: field.to, required: field.required === true }] : [],
  )

/** Rows whose link must lead somewhere go only with what it leads to; what may be blank is blank where that stays. */
const withoutLoose = (kept: readonly Kept[], out: (list: string, why: string) => void): void => {
  const there = () => new Set(kept.flatMap(({ rows }) => [...rows.keys()]))
  for (let before = -1, all = there(); before !== all.size; before = all.size, all = there())
    for (const { type, rows } of kept)
      for (const { name, required } of keysIn(type))
        for (const [key, { row }] of rows) {
          const to = row[name]
          if (!required || typeof to !== 'string' || all.has(to)) continue
          rows.delete(key)
          out(type.list, t`belongs to something that stays`)
        }
  const all = there()
  for (const { type, rows } of kept)
    for (const { name } of keysIn(type))
      for (const [key, { row, withheld }] of rows) {
        const to = row[name]
        if (typeof to === 'string' && !all.has(to)) rows.set(key, { row: { ...row, [name]: null }, withheld })
      }
}

/** Only rows of the school's own descriptions that a row of the pupil points to. */
const pointedTo = (lists: readonly ListOfPupil[], all: readonly ListOfPupil[]): ListOfPupil[] => {
  const named = new Set(
    lists.flatMap(({ type, records }) =>
      keysIn(type).flatMap(({ name }) => records.map((record) => record[name])),
    ),
  )
  return all
    .map(({ type, records }) => ({ type, records: records.filter(({ key }) => named.has(key)) }))
    .filter(({ records }) => records.length > 0)
}

/**
 * What goes of a pupil's record to the next school. `schools`: rows of the school's own that describe its support,
 * services and tools. Left out, and said so: lists that stay, contact restrictions, what is marked as another
 * person's, archived rows, and what may name another child unless somebody looked and let it go.
 */
export const transferFile = (
  file: PupilFile,
  schools: readonly ListOfPupil[],
  choices: PackChoices = noChoices,
): TransferFile => {
  const counts = new Map<string, LeftOut>()
  const out = (list: string, why: string, what: string = t`Entries`) => {
    const id = `${list}/${what}/${why}`
    counts.set(id, { list, what, why, count: (counts.get(id)?.count ?? 0) + 1 })
  }
  const own = file.lists.filter(({ type }) => goingOf(type) !== null && !describing.includes(type))
  for (const { type, records } of file.lists)
    if (goingOf(type) === null)
      for (const _ of records) out(type.list, t`a list of the school’s own work: it stays`)
  const going = own.map(({ type, records }) => ({
    type,
    records: records.filter((row) => {
      const why = type.name === 'Pupil' ? null : neverGoes(type, row)
      if (why !== null) out(type.list, why)
      return why === null
    }),
  }))
  const described = pointedTo(going, [
    ...file.lists.filter(({ type }) => describing.includes(type)),
    ...schools,
  ]).filter(({ type }, at, all) => all.findIndex((one) => one.type === type) === at)
  const looked = looksAt(file, going)
  const stays = new Map<string, string>()
  for (const { id, goes, why } of looked) if (!(choices.goes.get(id) ?? goes)) stays.set(id, why)

  const kept: Kept[] = [...described, ...going].map(({ type, records }) => ({
    type,
    rows: new Map(
      records.flatMap((row) => {
        const withheld = (neverFields[type.name] ?? []).filter((name) => row[name] != null)
        for (const name of withheld) out(type.list, t`another child’s name`, fieldOf(type, name).label)
        for (const [name, field] of fieldsOf(type)) {
          const why = stays.get(`${type.name}.${row.key}.${name}`)
          // Without its name a file is nobody's.
          if (why === undefined || (field.required && type.name === 'Pupil')) continue
          if (field.required) {
            out(type.list, why)
            return []
          }
          out(type.list, why, field.label)
          withheld.push(name)
        }
        const left = Object.fromEntries(withheld.map((name) => [name, null]))
        return [[row.key, { row: { ...row, ...left }, withheld }] as const]
      }),
    ),
  }))
  withoutLoose(kept, out)

  const documents = file.documents.filter(({ path }) => !choices.withoutDocuments.has(path))
  for (let at = documents.length; at < file.documents.length; at += 1)
    out(t`Documents`, t`left out by the person who made the pack`)
  for (const { list, rows } of file.unreadable)
    for (let at = 0; at < rows; at += 1) out(list, t`a row that can’t be read`)
  for (const list of file.leftOut) out(list, t`could not be read by the person who made the pack`)
  return {
    lists: kept
      .map(({ type, rows }) => ({
        type,
        records: [...rows.values()].map(({ row: record, withheld }) => ({ record, withheld })),
        keptBack: 0,
      }))
      .filter(({ records }) => records.length > 0),
    documents,
    toLookAt: looked,
    leftOut: [...counts.values()].toSorted((a, b) => (a.list < b.list ? -1 : a.list > b.list ? 1 : 0)),
  }
}
