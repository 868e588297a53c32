import { t } from '../../words/t.ts'
import { show } from '../fields.ts'
import { fieldOf } from '../record.ts'
import { Pupil } from '../records/pupil.ts'
import { needTypes } from './codes.ts'
import { showDay } from './day.ts'
import { foldName } from './reconcileNames.ts'
import type { ComparedField, ListName, ListRow } from './reconcileTypes.ts'

const labels: Partial<Record<ComparedField, string>> = {
  need: t`Needs in rank order`,
  lastReview: t`Last annual review`,
  planIssued: t`EHC plan first issued`,
}
export const labelOf = (field: ComparedField): string => labels[field] ?? fieldOf(Pupil, field).label

/** How many needs some lists can be held against each other by: as many as each of them has room for. */
export const roomOf = (rows: readonly ListRow[]): number =>
  Math.min(...rows.map(({ needRoom }) => needRoom ?? Infinity), Infinity)

/**
 * What a row says of a field; `undefined` where its list has no such column. A blank SEN status is no SEN. Of needs the
 * first ones in rank order, as far as `room` goes.
 */
export const valueOf = (row: ListRow, field: ComparedField, room = Infinity): string | null | undefined => {
  const value = row[field]
  if (value === undefined) return undefined
  if (field === 'status') return (value as string | null) ?? 'N'
  if (field === 'need') {
    const needs = (value ?? []) as readonly string[]
    return needs.length === 0 ? null : needs.slice(0, room).join(', ')
  }
  return value as string | null
}

export const showValue = (field: ComparedField, value: string | null): string => {
  if (value === null) return 'blank'
  if (field === 'need')
    return value
      .split(', ')
      .map((code) => needTypes[code as keyof typeof needTypes])
      .join(', then ')
  if (field === 'lastReview') return showDay(value)
  return show(fieldOf(Pupil, field), value)
}

/** Words of an authority’s name that say nothing: “Northmoor Council” and “Northmoor” are one. */
const authorityWords =
  /\b(the|council|city|county|borough|metropolitan|district|london|royal|mbc|cc|bc|of|unitary|authority|local|la)\b/gi
const foldAuthority = (name: string) => foldName(name.replace(authorityWords, ' ')) || foldName(name)
export const sameAuthority = (one: string | null | undefined, other: string | null | undefined): boolean =>
  !!one && !!other && foldAuthority(one) === foldAuthority(other)

/** Whether two values of a field are one. Names by every letter and accent; classes without regard to spaces and case. */
export const sameValue = (field: ComparedField, one: string | null, other: string | null): boolean => {
  if (one === other) return true
  if (one === null || other === null) return false
  if (field === 'className') return foldName(one) === foldName(other)
  if (field === 'localAuthority') return sameAuthority(one, other)
  if (field !== 'surname' && field !== 'forename') return false
  const plain = (name: string) => name.normalize('NFC').toLowerCase().replace(/[’‘`´]/g, "'").replace(/\s*-\s*/g, '-').replace(/\s+/g, ' ').trim() // prettier-ignore
  return plain(one) === plain(other)
}

/** Who is asked about a field first: the office keeps who a child is, the SENCO the need, the authority its plan. */
export const keeperOf: Record<ComparedField, ListName> = {
  upn: 'mis',
  surname: 'mis',
  forename: 'mis',
  dateOfBirth: 'mis',
  yearGroup: 'mis',
  className: 'mis',
  admitted: 'mis',
  left: 'mis',
  status: 'ours',
  need: 'ours',
  planIssued: 'authority',
  planVersion: 'authority',
  localAuthority: 'authority',
  lastReview: 'ours',
}
