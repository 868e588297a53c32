import { grouped } from '../grouped.ts'
import { foldName, nameKeyOf, nearDay, nearName, sameName } from './reconcileNames.ts'
import { permanent, type Placed, upnGroups } from './reconcilePlaced.ts'
import {
  type Child,
  type Confidence,
  type Doubt,
  type Doubtful,
  listNames,
  type ListName,
} from './reconcileTypes.ts'

const orderOf = ({ rows }: Child): string => {
  const row = listNames.flatMap((list) => rows[list])[0]!
  const [surname, forename] = [foldName(row.surname), foldName(row.forename)]
  return [surname, forename, row.dateOfBirth ?? '', row.upn ?? '', row.key ?? '', row.row].join('|')
}

/**
 * The children that joined rows make, in an order that is the same for everybody, and those who may be one and were not
 * joined. `top`: the row that stands for all that are joined with it; `how` they were; `apart`: pairs that somebody
 * called two children.
 */
export const childrenOf = (
  rows: readonly Placed[],
  top: (at: number) => number,
  how: ReadonlyMap<number, Confidence>,
  apart: ReadonlySet<string>,
) => {
  const made = [...grouped(rows, ({ at }) => top(at)).values()].map((members) => {
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
  pairs(upnGroups(rows), () => 'sameUpnOtherChild')
  pairs(grouped(rows, ({ row }) => nameKeyOf(row)).values(), (a, b) =>
    permanent(a.row) && permanent(b.row) ? 'sameChildOtherUpn' : 'severalAlike',
  )
  pairs(grouped(rows, ({ row }) => row.dateOfBirth ?? null).values(), (a, b) =>
    nearName(a.row, b.row) || sameName(a.row, b.row)
      ? 'nearName'
      : foldName(a.row.surname) !== '' && foldName(a.row.surname) === foldName(b.row.surname)
        ? 'sameBirthday'
        : null,
  )
  pairs(
    grouped(rows, ({ row }) =>
      row.surname && row.forename ? `${foldName(row.surname)}|${foldName(row.forename)}` : null,
    ).values(),
    (a, b) =>
      !a.row.dateOfBirth || !b.row.dateOfBirth
        ? 'noBirth'
        : nearDay(a.row.dateOfBirth, b.row.dateOfBirth)
          ? 'nearBirth'
          : null,
  )
  return { children: sorted.map(({ child }) => child), doubtful: [...doubts.values()] }
}

/** Children of one birthday that are held against each; a school's busiest day has a dozen. */
const mostAlike = 400
