import { derivedKey } from '../derivedKey.ts'
import type { Pupil } from '../records/pupil.ts'
import { type Day, showDay } from './day.ts'
import { sameAuthority } from './reconcileFields.ts'
import { fieldDifferences, type Found, keep } from './reconcileDiffer.ts'
import { matchLists } from './reconcileMatch.ts'
import { foldName, identityOf } from './reconcileNames.ts'
import {
  type Child,
  type Difference,
  type DifferenceKind,
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

type Context = Comparing & {
  readonly doubted: boolean
  /** Surname with birthday of children who share both with another. */
  readonly twins: ReadonlySet<string>
  readonly whole: Readonly<Record<'ours' | 'mis', boolean>>
  pass(list: ListName, why: string): void
}
type Kinded = Found & { readonly kind: DifferenceKind }

/** Whether a list holds everybody, or only those with SEND: then nobody without is missing from it. */
const wholeRolls = (lists: Lists) => {
  const holds = (rows: readonly ListRow[]) =>
    rows.some(({ status, archived }) => !archived && (status ?? 'N') === 'N')
  return { ours: holds(lists.ours), mis: holds(lists.mis) }
}

const onList = (words: string): Told => ({ ours: words })
const isGone = ({ left }: ListRow, today: Day) => !!left && left < today

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
    doubles.map((list) => [list, `rows ${child.rows[list].map(({ row }) => row).join(' and ')}`]),
  )
  const ask = 'Check whether these rows are one child or two, and take the second away if they are one'
  const list = doubles.find((name) => name !== 'ours')
  const proposal: Fix =
    list === 'authority' ? { is: 'tellAuthority', ask } : list === 'mis' ? { is: 'tellMis', ask } : keep
  return {
    kind: 'duplicate',
    field: null,
    label: 'On one list twice',
    told,
    proposal,
    why: list
      ? 'A child stands once on a list; nothing is changed while it is not clear'
      : 'Two of our records look like one child: open both, and archive the one that is not needed',
    options: proposal === keep ? [keep] : [proposal, keep],
  }
}

type Rows = Partial<Record<ListName, ListRow>>

const presence = ({ ours, mis, authority }: Rows, context: Context): Kinded[] => {
  const { given, today } = context
  const found: Kinded[] = []
  const say = (
    kind: DifferenceKind,
    label: string,
    told: Told,
    proposal: Fix,
    why: string,
    others: readonly Fix[],
  ) => found.push({ kind, field: null, label, told, proposal, why, options: [proposal, ...others, keep] })
  if (ours) {
    if (ours.archived) {
      if ((mis && !isGone(mis, today)) || authority)
        say('archived', 'Archived here, and on another list', onList('archived'), { is: mis ? 'tellMis' : 'tellAuthority', ask: 'Check whether this child is on roll: the SENCO’s record is archived' }, 'Whether the child came back, only the school knows', [{ is: 'bringBack' }]) // prettier-ignore
      return found
    }
    if (mis && isGone(mis, today) && !ours.left) {
      const left = mis.left!
      say('field', 'Left', { ours: 'on roll', mis: showDay(left) }, { is: 'leaver', left }, 'The MIS says when the child left', []) // prettier-ignore
    } else if (given.includes('mis') && !mis && !isGone(ours, today)) {
      if (ours.status === 'N' && !context.whole.mis) context.pass('ours', 'No SEN, and the MIS list holds only pupils with SEN')
      else
        say('onlyOurs', 'Not in the MIS list', { ours: 'on roll', mis: 'not there' }, { is: 'tellMis', ask: 'Is this child on roll? If not, on which day did they leave' }, context.doubted ? 'Another row may be this child: settle that first' : 'A child who is missing from an export may have left, or the export may leave somebody out', [{ is: 'leaver', left: null }]) // prettier-ignore
    }
    const theirs =
      context.authority === null ||
      !ours.localAuthority ||
      sameAuthority(ours.localAuthority, context.authority)
    if (given.includes('authority') && !authority && ours.status === 'E' && !isGone(ours, today)) {
      if (theirs)
        say('notOnAuthority', 'Not on the authority’s list', { ours: 'EHC plan', authority: 'not there' }, { is: 'tellAuthority', ask: 'This child has an EHC plan in our records and is not on your list' }, 'The authority keeps the plan and should know the child', []) // prettier-ignore
      else context.pass('ours', 'The plan is kept by another authority')
    }
    return found
  }
  if (mis) {
    if (isGone(mis, today)) context.pass('mis', 'Left, and not in our records')
    else if ((mis.status ?? 'N') === 'N' && !authority && !context.whole.ours)
      context.pass('mis', 'No SEN, and our records hold only pupils with SEN')
    else say('notOurs', 'Not in our records', { mis: 'on roll', ...(authority ? { authority: 'EHC plan' } : {}) }, joinerOf(mis, authority, context), whyJoiner(mis, context), []) // prettier-ignore
  } else if (authority)
    say('notOurs', 'On the authority’s list alone', { authority: 'EHC plan' }, { is: 'tellAuthority', ask: 'This child is on your list for our school and not on our roll' }, 'The child may have moved, or not have come yet', isWhole(authority) && !context.doubted ? [joinerFrom(authority, 'E')] : []) // prettier-ignore
  return found
}

const isWhole = ({ surname, forename, dateOfBirth }: ListRow) => !!surname && !!forename && !!dateOfBirth
const joined = ['upn', 'surname', 'forename', 'preferredForename', 'dateOfBirth', 'yearGroup', 'className', 'status', 'statusFrom', 'planIssued', 'planVersion', 'localAuthority', 'admitted', 'misId'] as const // prettier-ignore
const joinerFrom = (row: ListRow, status: Pupil['status']): Fix => ({
  is: 'joiner',
  record: Object.fromEntries([
    ...joined.flatMap((field) => (row[field] ? [[field, row[field]]] : [])),
    ['status', status],
  ]) as Partial<Pupil>,
  needs: row.need ?? [],
})
const said = (row: ListRow | undefined): Partial<ListRow> =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null))
const joinerOf = (mis: ListRow, authority: ListRow | undefined, context: Context): Fix =>
  !isWhole(mis) || context.doubted
    ? { is: 'tellMis', ask: 'Who is this child? The list does not say name and date of birth clearly enough' }
    : joinerFrom({ ...said(authority), ...said(mis), row: mis.row }, authority ? 'E' : (mis.status ?? 'N'))
const whyJoiner = (mis: ListRow, { doubted }: Context): string =>
  doubted
    ? 'Another row may be this child: settle that first'
    : isWhole(mis)
      ? 'The MIS has the child on roll, and nobody of ours is like them'
      : 'A record needs name and date of birth'
