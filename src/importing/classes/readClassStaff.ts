import { grouped } from '../../domain/grouped.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import { parse, show } from '../../domain/fields.ts'
import { blank, check, fieldOf, fieldsOf, type Stored } from '../../domain/record.ts'
import { ClassTeacher } from '../../domain/records/classTeacher.ts'
import { folded } from '../../domain/folded.ts'
import { classKey, isInForce } from '../../domain/rules/classStaff.ts'
import type { Day } from '../../domain/rules/day.ts'
import { foldHeading } from '../headings.ts'
import type { ImportTable } from '../importFile.ts'
import type { Reason } from '../readRow.ts'
import { clean } from '../values.ts'

type Target = keyof ClassTeacher & string

const synonyms: Record<string, string> = {
  className:
    'Class, Class name, Form, Form group, Reg, Reg group, Registration group, Tutor group, Group, Teaching group',
  name: 'Name, Teacher, Staff, Staff name, Class teacher, Tutor, Member of staff, Teacher name, Adult, Main teacher',
  userPrincipalName:
    'User principal name, UPN (Microsoft), Email, Email address, E-mail, Work email, Sign in, Sign-in address, Username, Staff email, Microsoft 365 account',
  role: 'Role, Job, Post, Position',
  subject: 'Subject, Department',
  from: 'From, Start, Start date',
  until: 'Until, To, End, End date',
}
const known = new Map(
  Object.entries(synonyms).flatMap(([target, names]) =>
    names.split(',').map((name) => [foldHeading(name), target as Target] as const),
  ),
)

/** What each column of a list of class staff is; the first of two of a kind is taken. */
const matchClassHeadings = (headings: readonly string[]): (Target | null)[] => {
  const taken = new Set<Target>()
  return headings.map((heading) => {
    const target = known.get(foldHeading(heading)) ?? null
    if (target === null || taken.has(target)) return null
    taken.add(target)
    return target
  })
}
export const knownClassHeadings = (headings: readonly string[]): number =>
  matchClassHeadings(headings).filter((target) => target !== null).length

const roles: readonly (readonly [RegExp, ClassTeacher['role']])[] = [
  [/assistant|\bta\b|\bhlta\b|\blsa\b|support/i, 'ta'],
  [/subject/i, 'subject'],
  [/tutor/i, 'tutor'],
  [/teacher/i, 'teacher'],
]

/** One row of the list, or what of it can't be used. */
export type ClassRow = { readonly row: number } & (
  | { readonly outcome: 'new'; readonly key: string; readonly record: ClassTeacher }
  | {
      readonly outcome: 'changed'
      readonly stored: Stored<ClassTeacher>
      readonly changes: Partial<ClassTeacher>
    }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly reasons: readonly Reason[] }
)
export type ClassPlan = {
  readonly rows: readonly ClassRow[]
  /** Those in force whom the list does not name: they may be ended. */
  readonly unnamed: readonly Stored<ClassTeacher>[]
  /** Why nothing can be read; null where it can. */
  readonly why: string | null
}

/** One person in one class in one role, by address where there is one, else by name. */
const identityOf = (
  { className, name, userPrincipalName, role, subject }: ClassTeacher,
  by: 'address' | 'name',
) =>
  [
    classKey(className),
    by === 'address' ? (userPrincipalName ?? '').toLowerCase() : folded(name),
    role,
    folded(subject ?? ''),
  ].join('|')

/**
 * What a list of who teaches which class would change: every row comes back, new, changed, as it was, or refused with
 * the reason. Rows for somebody already put down change nothing twice. Stores nothing.
 */
export const readClassStaff = (
  table: ImportTable,
  stored: readonly Stored<ClassTeacher>[],
  today: Day,
  salt: string,
): ClassPlan => {
  const mapping = matchClassHeadings(table.headings)
  const missing = (['className', 'name'] as const).filter((target) => !mapping.includes(target))
  if (missing.length > 0)
    return {
      rows: [],
      unnamed: [],
      why: `No column is headed ${missing.map((target) => (target === 'className' ? 'Class' : 'Name')).join(' or ')}. The headings are: ${table.headings.filter(Boolean).join(', ')}.`,
    }
  const inForce = stored.filter((row) => !row.archived && isInForce(row, today))
  // Who begins in September is put down already in July.
  const notOver = stored.filter((row) => !row.archived && (row.until === null || row.until >= today))
  const byAddress = grouped(notOver, (row) => (row.userPrincipalName ? identityOf(row, 'address') : null))
  const byName = grouped(notOver, (row) => identityOf(row, 'name'))
  const used = new Set(stored.map(({ key }) => key))
  const seen = new Map<string, { readonly row: number; readonly says: string }>()
  const named = new Set<string>()
  const rows = table.rows.map(({ row, cells }): ClassRow => {
    const { record, reasons } = readOne(cells, mapping, table.headings)
    if (reasons.length > 0 || record === null) return { row, outcome: 'refused', reasons }
    const before =
      (record.userPrincipalName ? sameStint(byAddress.get(identityOf(record, 'address')), record) : null) ??
      sameStint(byName.get(identityOf(record, 'name')), record)
    const identity = before?.key ?? identityOf(record, record.userPrincipalName ? 'address' : 'name')
    const stint = `${identity}|${before ? '' : (record.from ?? '')}`
    const earlier = seen.get(stint)
    if (earlier)
      return earlier.says === sayingOf(record)
        ? { row, outcome: 'unchanged' }
        : { row, outcome: 'refused', reasons: [twice(earlier.row)] }
    seen.set(stint, { row, says: sayingOf(record) })
    if (before) {
      named.add(before.key)
      const changes = Object.fromEntries(
        fieldsOf(ClassTeacher).flatMap(([field]) => {
          const [was, is] = [before[field as Target], record[field as Target]]
          return is === null ||
            is === was ||
            (field === 'className' && classKey(String(is)) === classKey(String(was)))
            ? []
            : [[field, is]]
        }),
      )
      return Object.keys(changes).length > 0
        ? { row, outcome: 'changed', stored: before, changes }
        : { row, outcome: 'unchanged' }
    }
    let key = derivedKey(salt, 'ClassTeacher', identity, record.from ?? '')
    while (used.has(key)) key = derivedKey(key, 'Next')
    used.add(key)
    return { row, outcome: 'new', key, record: { ...record, from: record.from ?? today } }
  })
  return { rows, unnamed: inForce.filter(({ key }) => !named.has(key)), why: null }
}

/** What a row says, whatever its capitals and spaces. */
const sayingOf = (record: ClassTeacher): string =>
  JSON.stringify({
    ...record,
    className: classKey(record.className),
    name: folded(record.name),
    userPrincipalName: record.userPrincipalName?.toLowerCase() ?? null,
  })

/** The row on record that a row of the list is about: one that ended before the list's first day is over and done. */
const sameStint = (
  all: readonly Stored<ClassTeacher>[] | undefined,
  { from }: ClassTeacher,
): Stored<ClassTeacher> | null =>
  all?.find(({ until }) => from === null || until === null || until >= from) ?? null

const twice = (row: number): Reason => ({
  column: '',
  found: `the same person, class and role as in row ${row}, with other data`,
  expected: 'each once',
})

const readOne = (
  cells: readonly string[],
  mapping: readonly (Target | null)[],
  headings: readonly string[],
) => {
  const values: Record<string, unknown> = {}
  const reasons: Reason[] = []
  mapping.forEach((target, at) => {
    const cell = clean(cells[at] ?? '')
    if (target === null || cell === '') return
    const field = fieldOf(ClassTeacher, target)
    const parsed = parse(
      field,
      target === 'role' ? (roles.find(([words]) => words.test(cell))?.[1] ?? cell) : cell,
    )
    if ('value' in parsed) values[target] = parsed.value
    else
      reasons.push({
        column: headings[at] || `Column ${at + 1}`,
        found: cell.slice(0, 60),
        expected:
          target === 'role'
            ? 'class teacher, subject teacher, tutor or teaching assistant'
            : parsed.complaint.charAt(0).toLowerCase() + parsed.complaint.slice(1),
      })
  })
  const address = values['userPrincipalName']
  if (typeof address === 'string' && !/^\S+@\S+\.\S+$/.test(address))
    reasons.push({
      column: 'User principal name',
      found: address.slice(0, 60),
      expected: 'the whole address that they sign in with',
    })
  const record = blank(ClassTeacher, { role: 'teacher', ...values })
  for (const { field, message } of reasons.length > 0 ? [] : check(ClassTeacher, record))
    reasons.push({
      column: fieldOf(ClassTeacher, field).label,
      found: show(fieldOf(ClassTeacher, field), record[field as Target]) || 'nothing',
      expected: message.charAt(0).toLowerCase() + message.slice(1),
    })
  return { record: reasons.length > 0 ? null : record, reasons }
}
