import { t } from '../../words/t.ts'
import { derivedKey } from '../derivedKey.ts'
import type { Day } from './day.ts'
import { fieldDifferences } from './reconcileDiffer.ts'
import { keep } from './reconcileFixes.ts'
import { matchLists } from './reconcileMatch.ts'
import { foldName, identityOf } from './reconcileNames.ts'
import { type Context, type Kinded, presence } from './reconcilePresence.ts'
import {
  type Child,
  type Difference,
  type Doubtful,
  type Fix,
  type Link,
  listNames,
  type ListName,
  type Lists,
  type ListRow,
  type PassedOver,
  type Told,
} from './reconcileTypes.ts'

export type Comparing = {
  readonly today: Day
  /** Lists that were given: a list that was not is not empty, it is silent. */
  readonly given: readonly ListName[]
  /** Whose list of plans it is; null compares all our plans with it. */
  readonly authority: string | null
  readonly links?: readonly Link[]
  /** What this school alone knows, so that nobody reckons from an id back to a child. */
  readonly salt?: string
}
export type Comparison = {
  readonly children: readonly Child[]
  readonly differences: readonly Difference[]
  readonly doubtful: readonly Doubtful[]
  readonly passedOver: readonly PassedOver[]
}

/**
 * What differs between the school's records, the MIS export and an authority's list of EHC plans, with a fix proposed
 * for each. A fix that writes is proposed only where it is certain who the child is and which value is right; else it
 * is to ask. Pure: the same lists in any order give the same answer.
 */
export const reconcile = (given: Lists, comparing: Comparing): Comparison => {
  // Being on a list of plans is having a plan, whether or not it has a column that says so.
  const withPlan = (row: ListRow): ListRow => (row.status ? row : { ...row, status: 'E' })
  const lists = { ...given, authority: given.authority.map(withPlan) }
  const salt = comparing.salt ?? '0'.repeat(26)
  const { children, doubtful } = matchLists(lists, comparing.links, (list, row) => markOf(salt, list, row))
  const open = new Set(doubtful.flatMap(({ one, other }) => [one, other]))
  const whole = wholeRolls(lists)
  const births = new Set<string>()
  const twins = new Set<string>()
  for (const child of children) (births.has(birthOf(child)) ? twins : births).add(birthOf(child))
  const passed = new Map<string, PassedOver>()
  const pass = (list: ListName, why: string) => {
    const before = passed.get(`${list} ${why}`)
    passed.set(`${list} ${why}`, { list, why, count: (before?.count ?? 0) + 1 })
  }
  const differences = children.flatMap((child, at) =>
    differencesOf(child, { ...comparing, doubted: open.has(at), twins, whole, pass }).map(
      ({ kind, ...found }): Difference => {
        const sign = JSON.stringify([
          ...listNames.flatMap((list) => child.rows[list].map((row) => identityOf(list, row))).toSorted(),
          kind,
          found.field,
          Object.entries(found.told).toSorted(),
        ])
        return {
          ...found,
          kind,
          child: at,
          id: derivedKey(salt, 'Difference', sign),
        }
      },
    ),
  )
  return { children, differences, doubtful, passedOver: [...passed.values()] }
}

/** By what a decision knows a row: the same for everybody at the school, and says nothing. */
export const markOf = (salt: string, list: ListName, row: ListRow): string =>
  derivedKey(salt, 'Row', identityOf(list, row))

const birthOf = ({ rows }: Child): string => {
  const row = listNames.flatMap((list) => rows[list])[0]!
  return `${foldName(row.surname)}|${row.dateOfBirth ?? ''}`
}

/** Whether a list holds everybody, or only those with SEND: then nobody without is missing from it. */
const wholeRolls = (lists: Lists) => {
  const holds = (rows: readonly ListRow[]) =>
    rows.some(({ status, archived }) => !archived && (status ?? 'N') === 'N')
  return { ours: holds(lists.ours), mis: holds(lists.mis) }
}

const differencesOf = (child: Child, context: Context): Kinded[] => {
  const { ours, mis, authority } = child.rows
  const doubles = listNames.filter((list) => child.rows[list].filter(({ archived }) => !archived).length > 1)
  if (doubles.length > 0) return [duplicate(child, doubles)]
  const one = {
    ours: ours.find(({ archived }) => !archived) ?? ours[0],
    mis: mis[0],
    authority: authority[0],
  }
  const rows = Object.fromEntries(Object.entries(one).filter(([, row]) => row)) as Partial<
    Record<ListName, ListRow>
  >
  return [
    ...presence(rows, context),
    ...(rows.ours?.archived
      ? []
      : fieldDifferences(rows, child.matchedBy, {
          today: context.today,
          twins: context.twins.has(birthOf(child)),
        }).map((found) => ({
          ...found,
          kind: 'field' as const,
        }))),
  ]
}

const duplicate = (child: Child, doubles: readonly ListName[]): Kinded => {
  const told: Told = Object.fromEntries(
    doubles.map((list) => [list, t`rows ${child.rows[list].map(({ row }) => row).join(' and ')}`]),
  )
  const ask = t`Check whether these rows are one child or two, and take the second away if they are one`
  const list = doubles.find((name) => name !== 'ours')
  const proposal: Fix =
    list === 'authority' ? { is: 'tellAuthority', ask } : list === 'mis' ? { is: 'tellMis', ask } : keep
  return {
    kind: 'duplicate',
    field: null,
    label: t`On one list twice`,
    told,
    proposal,
    why: list
      ? t`A child stands once on a list; nothing is changed while it is not clear`
      : t`Two of our records look like one child: open both, and archive the one that is not needed`,
    options: proposal === keep ? [keep] : [proposal, keep],
  }
}
