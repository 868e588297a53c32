import {
  foldName,
  identityOf,
  nameKeyOf,
  nearDay,
  nearForename,
  nearName,
  sameName,
} from './reconcileNames.ts'
import {
  type Child,
  type Confidence,
  type Doubt,
  type Doubtful,
  type Link,
  listNames,
  type ListName,
  type Lists,
  type ListRow,
} from './reconcileTypes.ts'
import { isTemporaryUpn } from './upn.ts'

type Placed = { readonly list: ListName; readonly row: ListRow; readonly at: number }

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

const collected = <T, K>(all: readonly T[], keyOf: (one: T) => K | null): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

const permanent = ({ upn }: ListRow): string | null => (upn && !isTemporaryUpn(upn) ? upn : null)

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

  for (const group of collected(rows, ({ row }) => row.upn ?? null).values()) {
    const clear = group.every((one, i) =>
      group.slice(i + 1).every((other) => !contradicts(one.row, other.row)),
    )
    if (clear) join(group, 'upn')
  }
  const upnsBy = new Map<number, Set<string>>()
  for (const { at, row } of rows) {
    const upn = permanent(row)
    const known = upnsBy.get(groups.top(at)) ?? new Set<string>()
    upnsBy.set(groups.top(at), upn ? known.add(upn) : known)
  }
  const named = [...collected(rows, ({ row }) => nameKeyOf(row)).values()]
  // A child whose name two lists spell differently bears two names: all that hang together are looked at together.
  const webs = groupsOf(rows.length)
  for (const { at } of rows) webs.join(at, groups.top(at))
  for (const group of named) for (const { at } of group.slice(1)) webs.join(group[0]!.at, at)
  for (const web of collected(rows, ({ at }) => webs.top(at)).values()) {
    const upns = new Set(web.flatMap(({ at }) => [...upnsBy.get(groups.top(at))!]))
    const split = new Set(web.map(({ at }) => groups.top(at))).size > 1
    if (upns.size <= 1 && split && isClear(web)) join(web, 'nameAndBirth')
  }

  const byIdentity = collected(rows, ({ list, row }) => nameOf(list, row))
  const apart = new Set<string>()
  for (const { one, other, same } of links) {
    const [some, others] = [byIdentity.get(one), byIdentity.get(other)]
    if (!some || !others) continue
    if (same) join([...some, ...others], 'person')
    else for (const a of some) for (const b of others) apart.add(`${a.at} ${b.at}`).add(`${b.at} ${a.at}`)
  }
  return childrenOf(rows, groups.top, how, apart)
}

/** No two rows of what hangs together by name have UPNs or lists that speak against it. */
const isClear = (web: readonly Placed[]): boolean => {
  const perList = collected(web, ({ list }) => list)
  // Two rows of one list without a UPN may be two children of one name and birthday; as one child they are told as a duplicate.
  return [...perList.values()].every((some) => new Set(some.map(({ row }) => nameKeyOf(row))).size <= 1)
}

const orderOf = ({ rows }: Child): string => {
  const row = listNames.flatMap((list) => rows[list])[0]!
  const [surname, forename] = [foldName(row.surname), foldName(row.forename)]
  return [surname, forename, row.dateOfBirth ?? '', row.upn ?? '', row.key ?? '', row.row].join('|')
}

const childrenOf = (
  rows: readonly Placed[],
  top: (at: number) => number,
  how: ReadonlyMap<number, Confidence>,
  apart: ReadonlySet<string>,
) => {
  const made = [...collected(rows, ({ at }) => top(at)).values()].map((members) => {
    const of = (list: ListName) => members.filter((each) => each.list === list).map(({ row }) => row)
    const ways = members.flatMap(({ at }) => how.get(at) ?? [])
    const matchedBy = ways.includes('person')
      ? 'person'
      : ways.includes('nameAndBirth')
        ? 'nameAndBirth'
        : ways[0]
    const child: Child = {
      rows: { ours: of('ours'), mis: of('mis'), authority: of('authority') },
      matchedBy: members.length > 1 ? (matchedBy ?? null) : null,
    }
    return { child, members }
  })
  const sorted = made
    .map((each) => ({ ...each, order: orderOf(each.child) }))
    .toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  const childAt = new Map(sorted.flatMap(({ members }, i) => members.map(({ at }) => [at, i] as const)))
  const doubts = new Map<string, Doubtful>()
  const note = (a: Placed, b: Placed, doubt: Doubt) => {
    const [one, other] = [childAt.get(a.at)!, childAt.get(b.at)!].toSorted((x, y) => x - y) as [
      number,
      number,
    ]
    if (one === other || apart.has(`${a.at} ${b.at}`)) return
    // Two who stand on one list together are two children there, or a duplicate that the list itself has to tell.
    const both = (list: ListName) =>
      sorted[one]!.child.rows[list].length > 0 && sorted[other]!.child.rows[list].length > 0
    if (doubt !== 'sameUpnOtherChild' && listNames.some(both)) return
    const name = `${one} ${other}`
    if (!doubts.has(name)) doubts.set(name, { one, other, doubt })
  }
  const pairs = (groups: Iterable<readonly Placed[]>, of: (a: Placed, b: Placed) => Doubt | null) => {
    for (const group of groups)
      for (const [i, a] of group.entries())
        for (const b of group.slice(i + 1, i + 1 + mostAlike)) {
          const doubt = of(a, b)
          if (doubt) note(a, b, doubt)
        }
  }
  pairs(collected(rows, ({ row }) => row.upn ?? null).values(), () => 'sameUpnOtherChild')
  pairs(collected(rows, ({ row }) => nameKeyOf(row)).values(), (a, b) =>
    permanent(a.row) && permanent(b.row) ? 'sameChildOtherUpn' : 'severalAlike',
  )
  pairs(collected(rows, ({ row }) => row.dateOfBirth ?? null).values(), (a, b) =>
    nearName(a.row, b.row) || sameName(a.row, b.row)
      ? 'nearName'
      : foldName(a.row.surname) !== '' && foldName(a.row.surname) === foldName(b.row.surname)
        ? 'sameBirthday'
        : null,
  )
  pairs(
    collected(rows, ({ row }) =>
      row.surname && row.forename ? `${foldName(row.surname)}|${foldName(row.forename)}` : null,
    ).values(),
    (a, b) =>
      !a.row.dateOfBirth || !b.row.dateOfBirth || nearDay(a.row.dateOfBirth, b.row.dateOfBirth)
        ? 'nearBirth'
        : null,
  )
  return { children: sorted.map(({ child }) => child), doubtful: [...doubts.values()] }
}

/** Children of one birthday that are held against each; a school's busiest day has a dozen. */
const mostAlike = 400
