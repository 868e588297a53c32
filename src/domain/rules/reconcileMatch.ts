import { grouped } from '../grouped.ts'
import { childrenOf } from './reconcileDoubts.ts'
import { identityOf, nameKeyOf, nearForename, nearName } from './reconcileNames.ts'
import { permanent, type Placed, upnGroups } from './reconcilePlaced.ts'
import {
  type Child,
  type Confidence,
  type Doubtful,
  type Link,
  listNames,
  type ListName,
  type Lists,
  type ListRow,
} from './reconcileTypes.ts'

/** Sets of rows that are one child, joined two by two. */
const groupsOf = (count: number) => {
  const parents = Array.from({ length: count }, (_, at) => at)
  const top = (at: number): number => {
    let now = at
    while (parents[now] !== now) now = parents[now] = parents[parents[now]!]!
    return now
  }
  return { top, join: (one: number, other: number) => void (parents[top(one)] = top(other)) }
}

/**
 * One UPN, and names that say two children: a typing slip gives a child another child's number, and twins share all
 * but the forename. A surname may change while forename and birthday stay.
 */
const contradicts = (a: ListRow, b: ListRow): boolean => {
  if (!a.surname || !b.surname || !a.forename || !b.forename || nearName(a, b)) return false
  const births = !a.dateOfBirth || !b.dateOfBirth || a.dateOfBirth === b.dateOfBirth
  return !(births && nearForename(a, b))
}

/**
 * Who is one child on the three lists. By UPN, unless the names say otherwise; else by surname,
 * forename and date of birth together, unless two permanent UPNs say otherwise; else by what a person said. Whatever
 * is left and looks alike is told as doubtful, never joined. The order of rows changes nothing.
 */
export const matchLists = (
  lists: Lists,
  links: readonly Link[] = [],
  nameOf: (list: ListName, row: ListRow) => string = identityOf,
): { readonly children: readonly Child[]; readonly doubtful: readonly Doubtful[] } => {
  const rows = listNames
    .flatMap((list) => lists[list].map((row) => ({ list, row })))
    .map((placed, at): Placed => ({ ...placed, at }))
  const groups = groupsOf(rows.length)
  const how = new Map<number, Confidence>()
  const join = (all: readonly Placed[], by: Confidence) => {
    for (const { at } of all.slice(1)) groups.join(all[0]!.at, at)
    if (all.length > 1) for (const { at } of all) if (by === 'person' || !how.has(at)) how.set(at, by)
  }

  const byIdentity = grouped(rows, ({ list, row }) => nameOf(list, row))
  const apart = new Set<string>()
  const said: (readonly Placed[])[] = []
  for (const { one, other, same } of links) {
    const [some, others] = [byIdentity.get(one), byIdentity.get(other)]
    if (!some || !others) continue
    if (same) said.push([...some, ...others])
    else for (const a of some) for (const b of others) apart.add(`${a.at} ${b.at}`).add(`${b.at} ${a.at}`)
  }
  /** Whether somebody said of two of these that they are two children. */
  const areTwo = (group: readonly Placed[]) =>
    apart.size > 0 &&
    group.some((one, i) => group.slice(i + 1).some((other) => apart.has(`${one.at} ${other.at}`)))

  for (const group of upnGroups(rows)) {
    const clear = group.every((one, i) =>
      group.slice(i + 1).every((other) => !contradicts(one.row, other.row)),
    )
    if (clear && !areTwo(group)) join(group, 'upn')
  }
  const upnsBy = new Map<number, Set<string>>()
  for (const { at, row } of rows) {
    const upn = permanent(row)
    const known = upnsBy.get(groups.top(at)) ?? new Set<string>()
    upnsBy.set(groups.top(at), upn ? known.add(upn) : known)
  }
  const named = [...grouped(rows, ({ row }) => nameKeyOf(row)).values()]
  // A child whose name two lists spell differently bears two names: all that hang together are looked at together.
  const webs = groupsOf(rows.length)
  for (const { at } of rows) webs.join(at, groups.top(at))
  for (const group of named) for (const { at } of group.slice(1)) webs.join(group[0]!.at, at)
  for (const web of grouped(rows, ({ at }) => webs.top(at)).values()) {
    const upns = new Set(web.flatMap(({ at }) => [...upnsBy.get(groups.top(at))!]))
    for (const { row } of web) if (row.formerUpn) upns.delete(row.formerUpn)
    const split = new Set(web.map(({ at }) => groups.top(at))).size > 1
    if (upns.size <= 1 && split && isClear(web) && !areTwo(web)) join(web, 'nameAndBirth')
  }

  for (const group of said) join(group, 'person')
  return childrenOf(rows, groups.top, how, apart)
}

/** No two rows of what hangs together by name have UPNs or lists that speak against it. */
const isClear = (web: readonly Placed[]): boolean => {
  const perList = grouped(web, ({ list }) => list)
  // Two rows of one list without a UPN may be two children of one name and birthday; as one child they are told as a duplicate.
  return [...perList.values()].every((some) => new Set(some.map(({ row }) => nameKeyOf(row))).size <= 1)
}
