import { blank } from '../../domain/record.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import { Group } from '../../domain/records/group.ts'
import { grouped } from '../../domain/grouped.ts'
import { addDays } from '../../domain/rules/day.ts'
import { filledFromGroups, fromGroup } from '../../domain/rules/groupLines.ts'
import { addressOf } from './classStaffRows.ts'
import type { OfferRow } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

/** How often, how long, by whom: of the group, where pupils share one. */
const shared = ['sessionsPerWeek', 'minutes', 'prepMinutes', 'weeks', 'role', 'staff', 'place'] as const
const runOf = ({ record }: Row<Allocation>) =>
  [record.provision, record.from, record.until, record.staff, record.place, record.groupSize].join('|')

/** This year's runs of what several pupils do together, and the lines of the pupils in them. */
export const makeGroups = (
  { year }: Setting,
  random: Random,
  offers: readonly OfferRow[],
  allocations: readonly Row<Allocation>[],
): { readonly groups: Row<Group>[]; readonly allocations: Row<Allocation>[] } => {
  const offerOf = new Map(offers.map((row) => [row.key, row.offer]))
  const together = allocations.filter(
    ({ record }) =>
      record.from >= `${year}-09-01` && (offerOf.get(record.provision)?.group ?? 1) > 1 && record.minutes,
  )
  const count = new Map<string, number>()
  const groupOf = new Map<string, string>()
  const groups = [...grouped(together, runOf).values()].flatMap((members) => {
    const size = members[0]!.record.groupSize ?? members.length
    return chunks(members, size).map((inIt): Row<Group> => {
      const { record } = inIt[0]!
      const offer = offerOf.get(record.provision)!
      const number = (count.get(record.provision) ?? 0) + 1
      count.set(record.provision, number)
      const key = keyOn(random, record.from)
      for (const line of inIt) groupOf.set(line.key, key)
      return {
        key,
        record: blank(Group, {
          provision: record.provision,
          name: `${offer.name}, group ${number}`,
          from: record.from,
          until: record.until,
          reviewBy: record.until && addDays(record.until, -7),
          ...Object.fromEntries(shared.map((field) => [field, record[field]])),
          userPrincipalName: record.staff && addressOf(record.staff),
          resources: record.resources,
          external: record.external,
          // A group that isn't full costs each of its pupils what a full one does: the school pays by the place.
          size: inIt.length === size ? null : size,
        }),
      }
    })
  })
  return {
    groups,
    allocations: allocations.map((line) => {
      const group = groupOf.get(line.key)
      if (!group) return line
      return { key: line.key, record: { ...line.record, group } }
    }),
  }
}

/**
 * Lines without what their group says already: a fact of a group is typed once. What a line leaves blank is filled with
 * just what it said (`filledFromGroups`), so no cost moves.
 */
export const withoutRepeats = (
  allocations: readonly Row<Allocation>[],
  groups: readonly Row<Group>[],
): Row<Allocation>[] => {
  const blanks = [...fromGroup, 'until', 'groupSize'] as const satisfies readonly (keyof Allocation)[]
  const empty = Object.fromEntries(blanks.map((field) => [field, null])) as Pick<
    Allocation,
    (typeof blanks)[number]
  >
  const flat = groups.map(({ key, record }) => ({ ...record, key }))
  const emptied = allocations.map(({ record }) => (record.group ? { ...record, ...empty } : record))
  const told = filledFromGroups(emptied, flat)
  return allocations.map(({ key, record }, at) => {
    const own = blanks.filter((field) => record[field] !== told[at]![field])
    const said = Object.fromEntries(own.map((field) => [field, record[field]]))
    return { key, record: record.group ? { ...record, ...empty, ...said } : record }
  })
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
