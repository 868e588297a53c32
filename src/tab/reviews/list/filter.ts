import { t } from '../../../words/t.ts'
import { type ReviewState, reviewStates } from '../../../domain/rules/reviewMoves.ts'
import { searchWords } from '../../../domain/folded.ts'
import { isLate, type Line, ownerOf } from '../lines.ts'

/** What the list shows, as its address says. A name that is searched for never stands in an address. */
export type Filter = {
  readonly state: ReviewState | null
  readonly owner: 'school' | 'authority' | 'family' | null
  readonly late: boolean
  readonly closed: boolean
  readonly byMonth: boolean
}

export const owners = { school: t`Our turn`, authority: t`Authority’s turn`, family: t`Family’s turn` }

const named = <K extends string>(all: Readonly<Record<K, string>>, value: string | null): K | null =>
  value !== null && Object.hasOwn(all, value) ? (value as K) : null

export const filterOf = (query: URLSearchParams): Filter => ({
  state: named(reviewStates, query.get('state')),
  owner: named(owners, query.get('owner')),
  late: query.has('late'),
  closed: query.has('closed'),
  byMonth: query.get('group') === 'month',
})

export const queryOf = ({ state, owner, late, closed, byMonth }: Filter): URLSearchParams =>
  new URLSearchParams([
    ...(state ? [['state', state]] : []),
    ...(owner ? [['owner', owner]] : []),
    ...(late ? [['late', '1']] : []),
    ...(closed ? [['closed', '1']] : []),
    ...(byMonth ? [['group', 'month']] : []),
  ])

/** A closed review stays among the others while the authority is late with it. */
const isShown = (line: Line, closed: boolean): boolean =>
  line.review.stage === 'closed' ? closed || isLate(line) : !closed

export const shownLines = (lines: readonly Line[], filter: Filter, typed: string): Line[] => {
  const words = searchWords(typed)
  return lines.filter(
    (line) =>
      isShown(line, filter.closed) &&
      (!filter.state || line.standing.state === filter.state) &&
      (!filter.owner || ownerOf(line) === filter.owner) &&
      (!filter.late || isLate(line)) &&
      words.every((word) => line.haystack.includes(word)),
  )
}
