import { t } from '../../../words/t.ts'
import { recordTypesVersion } from '../../../domain/record.ts'
import { keyHeading } from '../../../graph/columns.ts'
import type { Drift, ListReport } from '../../../graph/connect.ts'

/** What set-up would do in one site, from what stands there. Names are those of lists, and headings of columns. */
export type SitePlan = {
  readonly make: readonly string[]
  readonly add: readonly { readonly list: string; readonly columns: readonly string[] }[]
  /** Lists that only lack the row by which a whole list is told from a part, or its mark of this version. */
  readonly mark: readonly string[]
  /** What somebody changed in SharePoint: set-up leaves it as it is. */
  readonly byHand: readonly { readonly list: string; readonly drift: Drift }[]
  /** Lists that a newer version of the app has set up. */
  readonly newer: readonly string[]
}

export const planOf = (lists: readonly ListReport[]): SitePlan => {
  const there = lists.filter(({ state }) => state !== 'missing')
  const columnsOf = ({ drift }: ListReport) =>
    drift.filter(({ what }) => what === 'missing').map(({ column }) => column)
  const isNewer = ({ setUpFor }: ListReport) => setUpFor !== null && setUpFor.app > recordTypesVersion
  const isMarked = ({ setUpFor }: ListReport) => setUpFor !== null && setUpFor.app >= recordTypesVersion
  // Its mark can't be written before somebody has put the key right.
  const isKeyed = ({ drift }: ListReport) =>
    drift.every(({ column, what }) => column !== keyHeading || what === 'renamed')
  return {
    make: lists.filter(({ state }) => state === 'missing').map(({ list }) => list),
    add: there
      .map((each) => ({ list: each.list, columns: columnsOf(each) }))
      .filter(({ columns }) => columns.length > 0),
    mark: there
      .filter((each) => !isMarked(each) && isKeyed(each) && columnsOf(each).length === 0)
      .map(({ list }) => list),
    byHand: there.flatMap(({ list, drift }) =>
      drift
        .filter(({ what }) => what !== 'missing' && what !== 'renamed')
        .map((each) => ({ list, drift: each })),
    ),
    newer: lists.filter(isNewer).map(({ list }) => list),
  }
}

export const hasWork = ({ make, add, mark }: SitePlan): boolean => make.length + add.length + mark.length > 0

/** What a person does in SharePoint about a column that set-up may not touch. */
export const byHandWords: Record<Exclude<Drift['what'], 'missing' | 'renamed'>, string> = {
  retyped: t`was given another type. Keep what it holds elsewhere, delete the column in the list’s settings, then run the set-up again: it makes the column anew.`,
  notIndexed: t`has lost its index. In the list’s settings, under Indexed columns, add it again.`,
  notUnique: t`lets two rows have the same value. In the list’s settings, open the column and choose Enforce unique values.`,
  choicesMissing: t`lacks choices that Goldthread offers. Goldthread writes and shows them all the same; to pick them in SharePoint itself, add them in the column’s settings.`,
}
