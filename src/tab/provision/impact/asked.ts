import { t } from '../../../words/t.ts'
import { isKey } from '../../../domain/key.ts'
import { type Dimension, dimensions } from '../../../domain/rules/analysisSubgroups.ts'
import type { Period } from '../../../domain/rules/analysisGroups.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { academicYearOf, showAcademicYear } from '../../../domain/rules/schoolYear.ts'

export const views = {
  groups: t`One provision across groups`,
  send: t`SEND and no SEND`,
  value: t`Value for money`,
}
export type View = keyof typeof views

/** What the person asks for, as the address keeps it: opaque keys and words of ours, nothing typed. */
export type Asked = {
  readonly view: View
  readonly tool: string | null
  readonly provision: string | null
  readonly period: string
  readonly dimension: Dimension
  readonly term: string | null
  /** For readers outside: small numbers hidden everywhere, and what would give them away. */
  readonly safe: boolean
}

const oneOf = <T extends object>(all: T, word: string | null, otherwise: keyof T): keyof T =>
  word !== null && Object.hasOwn(all, word) ? (word as keyof T) : otherwise
const keyIn = (query: URLSearchParams, name: string): string | null => {
  const word = query.get(name)
  return word !== null && isKey(word) ? word : null
}

export const askedOf = (query: URLSearchParams): Asked => ({
  view: oneOf(views, query.get('view'), 'groups'),
  tool: keyIn(query, 'tool'),
  provision: keyIn(query, 'provision'),
  period: query.get('period') ?? 'both',
  dimension: oneOf(dimensions, query.get('by'), 'status'),
  term: query.get('term'),
  safe: query.get('safe') === 'yes',
})

/** Only what differs from the usual is in the address. */
export const queryOf = ({ view, tool, provision, period, dimension, term, safe }: Asked): URLSearchParams => {
  const query = new URLSearchParams()
  if (view !== 'groups') query.set('view', view)
  if (tool) query.set('tool', tool)
  if (provision) query.set('provision', provision)
  if (period !== 'both') query.set('period', period)
  if (dimension !== 'status') query.set('by', dimension)
  if (term) query.set('term', term)
  if (safe) query.set('safe', 'yes')
  return query
}

/**
 * The school years that may be looked at. Readers outside get one year at a time: from both together and one of them the
 * other’s pupils could be told by taking away.
 */
export const periodsFor = ({ safe }: Pick<Asked, 'safe'>, today: Day): ReturnType<typeof periodsOn> => {
  const { both, ...single } = periodsOn(today)
  return safe || !both ? single : { both, ...single }
}
/** The one that is looked at: what was asked for, else all that may be, else the last whole year. */
export const periodOf = (asked: Pick<Asked, 'period' | 'safe'>, today: Day): string => {
  const may = periodsFor(asked, today)
  return asked.period in may ? asked.period : 'both' in may ? 'both' : 'last'
}

/** The school years that can be looked at: this, the last, both. */
const periodsOn = (today: Day): Readonly<Record<string, Period & { readonly words: string }>> => {
  const year = academicYearOf(today)
  const begins = (start: number) => `${start}-09-01`
  const ends = (start: number) => `${start + 1}-08-31`
  return {
    both: {
      words: t`${showAcademicYear(year - 1)} and ${showAcademicYear(year)}`,
      from: begins(year - 1),
      until: ends(year),
    },
    this: { words: showAcademicYear(year), from: begins(year), until: ends(year) },
    last: { words: showAcademicYear(year - 1), from: begins(year - 1), until: ends(year - 1) },
  }
}
