import { needTypes, type NeedType } from './codes.ts'
import { type Day } from './day.ts'

/** From when on (and until when) the census takes a SEN type. A change of the code set is a change of these rows. */
const rows: readonly { readonly code: NeedType; readonly from: Day; readonly until?: Day }[] = [
  ...(
    ['SPLD', 'MLD', 'SLD', 'PMLD', 'SLCN', 'SEMH', 'ASD', 'VI', 'HI', 'MSI', 'PD', 'NSA', 'OTH'] as const
  ).map((code) => ({ code, from: '2014-09-01' })),
  // The year of its coming is not certain in our sources: an authority’s guidance wins. See docs/verify-in-tenant.md.
  { code: 'DS', from: '2025-09-01' },
]

/** Whether the census of a day takes a SEN type. */
export const takesNeedType = (code: NeedType, day: Day): boolean =>
  rows.some((row) => row.code === code && row.from <= day && (!row.until || row.until >= day))

/** Types that the census of a day takes, in the order of the code set. */
export const needTypesOn = (day: Day): NeedType[] =>
  (Object.keys(needTypes) as NeedType[]).filter((code) => takesNeedType(code, day))

/** How many types of one pupil the census returns: the first by rank. */
export const mostTypesReturned = 2
