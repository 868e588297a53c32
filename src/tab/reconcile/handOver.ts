import type { ListDifference } from '../../documents/letters/listDifferences.ts'
import { showDay } from '../../domain/rules/day.ts'
import type { Stored } from '../../domain/record.ts'
import type { ListDecision } from '../../domain/records/listDecision.ts'
import type { Child, Difference, Fix } from '../../domain/rules/reconcileTypes.ts'
import { nameOfRow, rowOfChild } from './words.ts'

export type To = 'tellMis' | 'tellAuthority'
/** A difference with what is asked of whoever keeps the other list. */
export type Asked = { readonly difference: Difference; readonly ask: string }

/**
 * What is to be put right in one of the other lists: where that is the fix proposed or chosen, and what somebody was told
 * before and has not put right yet. `chosen`: the place of the fix among the difference's options.
 */
export const askedOf = (
  to: To,
  given: {
    readonly open: readonly Difference[]
    readonly settled: readonly Difference[]
    chosen(difference: Difference): number
    readonly decisions: readonly Pick<Stored<ListDecision>, 'key' | 'archived' | 'what'>[]
  },
): Asked[] => {
  const told = to === 'tellMis' ? 'toldMis' : 'toldAuthority'
  const before = new Set(
    given.decisions.flatMap(({ key, archived, what }) => (!archived && what === told ? [key] : [])),
  )
  const asks = (difference: Difference, fix: Fix | undefined): Asked[] =>
    fix?.is === to ? [{ difference, ask: fix.ask }] : []
  return [
    ...given.open.flatMap((each) => asks(each, each.options[given.chosen(each)])),
    ...given.settled.flatMap((each) =>
      before.has(each.id)
        ? asks(
            each,
            each.options.find(({ is }) => is === to),
          )
        : [],
    ),
  ]
}

/** What to ask of whoever keeps the other list, one by one. */
export const handOver = (to: To, asked: readonly Asked[], children: readonly Child[]): ListDifference[] =>
  asked.map(({ difference, ask }) => {
    const list = to === 'tellMis' ? 'mis' : 'authority'
    const child = children[difference.child]!
    const row = rowOfChild(child)
    const theirs = child.rows[list]
    return {
      name: nameOfRow(row),
      dateOfBirth: row.dateOfBirth ?? null,
      place: theirs.length > 0 ? theirs.map((each) => String(each.row)).join(' and ') : null,
      upn: row.upn ?? null,
      label: difference.label,
      theirs: difference.told[list] ?? '',
      ours: difference.told.ours ?? '',
      ask,
    }
  })

export const handOverHead = [
  'Name',
  'Date of birth',
  'UPN',
  'Row in your list',
  'What differs',
  'Yours',
  'Ours',
  'Please',
] as const

/** The same as lines under `handOverHead`. */
export const handOverLines = (all: readonly ListDifference[]): string[][] =>
  all.map(({ name, dateOfBirth, place, upn, label, theirs, ours, ask }) => [
    name,
    dateOfBirth ? showDay(dateOfBirth) : '',
    upn ?? '',
    place ?? '',
    label,
    theirs,
    ours,
    ask,
  ])
