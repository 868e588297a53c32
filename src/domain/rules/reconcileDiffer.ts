import type { Day } from './day.ts'
import { labelOf, roomOf, sameValue, showValue, valueOf } from './reconcileFields.ts'
import { type One, optionsOf, proposalOf, type Values } from './reconcileFixes.ts'
import { foldName, nearForename, nearName, sameName } from './reconcileNames.ts'
import {
  type ComparedField,
  comparedFields,
  type Fix,
  listNames,
  type ListName,
  type ListRow,
  type Told,
} from './reconcileTypes.ts'

/** A difference before it has its place and its id. */
export type Found = {
  readonly field: ComparedField | null
  readonly label: string
  readonly told: Told
  readonly proposal: Fix
  readonly why: string
  readonly options: readonly Fix[]
}

/**
 * Whether it is beyond doubt that these rows are one child: somebody said so, or nothing that they tell of name and
 * birthday differs in more than the surname. `twins`: a brother or sister of the same birthday stands on a list.
 */
const isCertain = (one: One, by: string | null, twins: boolean): boolean => {
  if (by === 'person') return true
  const rows = listNames.flatMap((list) => one[list] ?? [])
  const births = new Set(rows.flatMap(({ dateOfBirth }) => dateOfBirth ?? []))
  const all = (agrees: (a: ListRow, b: ListRow) => boolean) =>
    rows.every((row) => rows.every((theirs) => !row.forename || !theirs.forename || agrees(row, theirs)))
  if (twins && !all((a, b) => foldName(a.forename) === foldName(b.forename))) return false
  return births.size <= 1 ? all((a, b) => nearForename(a, b) || nearName(a, b)) : all(sameName)
}

/** What differs in one field of a child who stands once on each list that has them. */
const fieldDifference = (field: ComparedField, one: One, certain: boolean): Found | null => {
  const values: Partial<Record<ListName, string | null>> = {}
  const room = roomOf(listNames.flatMap((list) => (one[list]?.need ? [one[list]] : [])))
  for (const list of listNames) {
    const row = one[list]
    const value = row && valueOf(row, field, room)
    if (value !== undefined) values[list] = value
  }
  const saying = listNames.filter((list) => values[list] !== undefined)
  if (saying.length < 2 || !differs(field, values)) return null
  const told = Object.fromEntries(
    saying.map((list) => [list, showValue(field, valueOf(one[list]!, field)!)]),
  ) as Told
  const options = optionsOf(field, one, values)
  const chosen = proposalOf(field, one, values, certain, options)
  return {
    field,
    label: labelOf(field),
    told,
    ...chosen,
    options: [chosen.proposal, ...options.filter((fix) => fix !== chosen.proposal)],
  }
}

/** A blank of another list is no word against ours, but where a census goes by it. */
const speaksBlank: ReadonlySet<ComparedField> = new Set(['upn', 'status', 'need'])
const differs = (field: ComparedField, values: Values): boolean => {
  const entries = listNames.flatMap((list) =>
    values[list] === undefined ? [] : [{ list, value: values[list]! }],
  )
  const heard = entries.filter(
    ({ list, value }) => value !== null || list === 'ours' || speaksBlank.has(field),
  )
  if (field === 'status' && heard.every(({ value }) => value === heard[0]?.value)) return false
  // An authority's list says little of a need, and nothing of a child's class.
  const counted =
    field === 'upn' || field === 'need'
      ? heard.filter(({ list, value }) => list !== 'authority' || value !== null)
      : heard
  return counted.some(({ value }) => counted.some((their) => !sameValue(field, value, their.value)))
}

/** All that differs for a child who is once on two lists or three. `left` is told apart: who has left is no field. */
export const fieldDifferences = (
  one: One,
  matchedBy: string | null,
  { today, twins }: { readonly today: Day; readonly twins: boolean },
): Found[] => {
  const certain = isCertain(one, matchedBy, twins)
  return comparedFields.flatMap((field) => {
    // Before they leave, a leaving date is news; afterwards it makes a leaver.
    if (field === 'left' && (one.mis?.left ?? '9') < today && !one.ours?.left) return []
    return fieldDifference(field, one, certain) ?? []
  })
}
