import { t } from '../../words/t.ts'
import type { Value } from '../../domain/fields.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { CellDifference, FoundInMap, Leaving, NewRow } from '../../documents/mapBack/differences.ts'
import type { Decision } from '../../documents/mapBack/plannedWrites.ts'

/** One of the ways to settle a thing that was found. `leave` sends nothing. */
export type Way = { readonly id: string; readonly words: string }

/** What the person chose so far, by the id of the thing found. */
export type Choices = {
  readonly ways: ReadonlyMap<string, string>
  /** Of a new row: which pupil, which provision, which reading of a cell, by `id/pupil`, `id/provision`, `id/field`. */
  readonly picks: ReadonlyMap<string, string>
  readonly ends: ReadonlyMap<string, Day>
}
export const noChoices: Choices = { ways: new Map(), picks: new Map(), ends: new Map() }

type Offer = Way & { readonly value: Value; readonly whom?: 'all' | 'own' }

/** What a changed cell may be sent as. */
const offers = ({ change, sheet, group }: CellDifference): Offer[] => {
  const readings =
    'value' in change
      ? [{ value: change.value, words: sheet === '' ? t`Empty it` : t`Send ${short(sheet)}` }]
      : 'readings' in change
        ? change.readings.map(({ value, words }) => ({ value, words: t`Send ${short(words)}` }))
        : []
  return readings.flatMap(({ value, words }, at): Offer[] =>
    !group
      ? [{ id: `take${at}`, words, value }]
      : [
          { id: `all${at}`, words: t`${words} for all ${group.pupils} in ${group.name}`, value, whom: 'all' },
          ...(group.onlyAll
            ? []
            : [{ id: `own${at}`, words: t`${words} for this pupil only`, value, whom: 'own' as const }]),
        ],
  )
}
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

export const waysOf = (difference: CellDifference): Way[] => {
  const all = offers(difference)
  return all.length === 0
    ? []
    : [
        ...all.map(({ id, words }) => ({ id, words })),
        {
          id: 'leave',
          words:
            difference.record === ''
              ? t`Leave the record empty`
              : t`Leave the record at ${short(difference.record)}`,
        },
      ]
}

/**
 * What is chosen before anybody chooses: what the sheet alone changed is sent. What both changed, what can be read in
 * more than one way, what would empty a field, what is a group's and what gives a doubt waits for a person.
 */
const usual = (difference: CellDifference): string | null =>
  difference.since === 'sheet' &&
  'value' in difference.change &&
  !difference.group &&
  !difference.doubt &&
  difference.sheet !== ''
    ? 'take0'
    : null

export const chosenWay = (choices: Choices, difference: CellDifference): string | null =>
  choices.ways.get(difference.id) ?? usual(difference)

/** A new row with what was picked, or null while something of it is open. */
const added = (row: NewRow, { ways, picks }: Choices, keyOf: (id: string) => string): Decision | null => {
  if (ways.get(row.id) !== 'add' || row.complaints.length > 0) return null
  const pick = (named: NewRow['pupil'], what: string) =>
    'one' in named ? named.one.key : 'several' in named ? picks.get(`${row.id}/${what}`) : undefined
  const [pupil, provision] = [pick(row.pupil, 'pupil'), pick(row.provision, 'provision')]
  if (!pupil || !provision) return null
  const values: Record<string, Value> = {}
  for (const { field, change } of row.cells) {
    if ('value' in change) values[field] = change.value
    else if ('readings' in change) {
      const picked = picks.get(`${row.id}/${field}`)
      if (picked === undefined) return null
      if (picked !== 'none') values[field] = change.readings[Number(picked)]!.value
    } else return null
  }
  return { is: 'add', row, key: keyOf(row.id), pupil, provision, values }
}

const leaves = (leaving: Leaving, { ways, ends }: Choices): Decision | null => {
  const way = ways.get(leaving.id)
  const on = ends.get(leaving.id)
  if (way === 'archive') return { is: 'archive', leaving }
  return way === 'end' && on ? { is: 'end', leaving, on } : null
}

/** Everything that is decided and to be sent. `keyOf` gives a new row the same key each time. */
export const decisionsOf = (
  found: FoundInMap,
  choices: Choices,
  keyOf: (id: string) => string,
): Decision[] => [
  ...found.changes.flatMap((difference): Decision[] => {
    const way = chosenWay(choices, difference)
    const offer = offers(difference).find(({ id }) => id === way)
    return offer
      ? [{ is: 'take', difference, value: offer.value, ...(offer.whom && { whom: offer.whom }) }]
      : []
  }),
  ...found.added.flatMap((row) => added(row, choices, keyOf) ?? []),
  ...found.leaving.flatMap((leaving) => leaves(leaving, choices) ?? []),
]
