import { t } from '../../words/t.ts'
import { needTypes, type NeedType } from './codes.ts'
import { type Day, showDay } from './day.ts'

/** How sure we are of a row: its guide was read, or the fact comes from reports and from those who read the returns. */
const sureness = {
  read: 'Read in what others publish of the code set',
  reported: 'Reported, not read in the guide itself: your authority’s guidance wins',
} as const

/** From when on (and until when) the census takes a SEN type, who says so, and how sure that is. */
export type CodeRow = {
  readonly code: NeedType
  readonly from: Day
  readonly until: Day | null
  readonly source: string
  readonly sure: keyof typeof sureness | 'school'
}

const codeSet = t`Department for Education, common basic data set: SEN type`
/** A change of the code set is a change of these rows. Where a day is not certain a school can settle it. */
const rows: readonly CodeRow[] = [
  ...(['SPLD', 'MLD', 'SLD', 'PMLD', 'SLCN', 'SEMH', 'ASD', 'VI', 'HI', 'MSI', 'PD', 'OTH'] as const).map(
    (code): CodeRow => ({ code, from: '2014-09-01', until: null, source: codeSet, sure: 'read' }),
  ),
  {
    code: 'NSA',
    from: '2014-09-01',
    until: null,
    source: t`Department for Education, Special educational needs in England: types of need`,
    sure: 'reported',
  },
  {
    code: 'DS',
    // Asked for first in the spring census of 16 January 2025.
    from: '2024-09-01',
    until: null,
    source: t`Schools Week on the Department’s announcement: schools can choose Down syndrome from January 2025. The letters are those of the authorities’ SEN2 return of 2025`,
    sure: 'reported',
  },
]

/** The row of a school that settles from when on a type is taken, or no longer (see CensusSetting). */
export type NamedCode = {
  readonly key: string
  readonly what: string
  readonly type: NeedType | null
  readonly day: Day
  readonly source: string
}

/** What holds of each type, in the order of the code set: the newest of the school's own rows, else ours. */
export const codeRows = (named: readonly NamedCode[] = []): CodeRow[] =>
  (Object.keys(needTypes) as NeedType[]).flatMap((code): CodeRow[] => {
    const ours = rows.find((row) => row.code === code)!
    const newest = (what: string) =>
      named
        .filter((row) => row.what === what && row.type === code)
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
        .at(-1)
    const [taken, dropped] = [newest('taken'), newest('dropped')]
    const own = [taken, dropped].filter((row) => row !== undefined)
    if (own.length === 0) return [ours]
    const from = taken?.day ?? ours.from
    return [
      {
        code,
        from,
        // Taken up again after it was dropped, it stays.
        until: dropped && (!taken || dropped.day > taken.day) ? dropped.day : null,
        source: [...new Set(own.map(({ source }) => source))].join('; '),
        sure: 'school',
      },
    ]
  })

/** `From 1 Sep 2024`, or `From 1 Sep 2014 until 31 Aug 2027`, as a person reads it. */
export const takenWords = ({ from, until }: CodeRow): string =>
  t`From ${showDay(from)}${until ? t`, no longer from ${showDay(until)}` : ''}`
export const sureWords = ({ sure }: CodeRow): string =>
  sure === 'school' ? t`Your school wrote it down` : sureness[sure]

/** Whether the census of a day takes a SEN type. */
const takesNeedType = (code: NeedType, day: Day, named: readonly NamedCode[] = []): boolean =>
  codeRows(named).some(
    (row) => row.code === code && row.from <= day && (row.until === null || row.until > day),
  )

/** Types that the census of a day takes, in the order of the code set. */
export const needTypesOn = (day: Day, named: readonly NamedCode[] = []): NeedType[] =>
  (Object.keys(needTypes) as NeedType[]).filter((code) => takesNeedType(code, day, named))

/** How many types of one pupil the census returns: the first by rank. */
export const mostTypesReturned = 2
