import { folded } from '../folded.ts'
import type { ClassTeacher } from '../records/classTeacher.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Day } from './day.ts'

/** Class names as two people write them: `4 B`, `4b` and `Year 4B` are not guessed alike, case and spaces are. */
export const classKey = (name: string): string => folded(name).replace(/\s+/g, '')

/** Sign-in addresses are one whatever their case. */
const sameAddress = (one: string | null, other: string): boolean =>
  one !== null && one.trim().toLowerCase() === other.trim().toLowerCase()

/** Who is put down for a class on a day. */
export const isInForce = ({ from, until }: Pick<ClassTeacher, 'from' | 'until'>, day: Day): boolean =>
  (from === null || from <= day) && (until === null || until >= day)

/** The classes that a person is put down for on a day, by their sign-in address. A filter, never a wall. */
export const classesOf = (rows: readonly ClassTeacher[], userPrincipalName: string, day: Day): string[] => [
  ...new Set(
    rows
      .filter((row) => sameAddress(row.userPrincipalName, userPrincipalName) && isInForce(row, day))
      .map(({ className }) => className),
  ),
]

export type ClassGap =
  /** A class with pupils and nobody put down for it. */
  | { readonly is: 'nobody'; readonly className: string; readonly pupils: number }
  /** Somebody is put down for a class that no pupil is in. */
  | { readonly is: 'noPupils'; readonly className: string }
  /** Nobody can find “my classes” for a person without a sign-in address. */
  | { readonly is: 'noAddress'; readonly className: string; readonly name: string }

/** What is missing between the classes of pupils and the staff put down for them. */
export const classGaps = (
  rows: readonly ClassTeacher[],
  pupils: readonly Pick<Pupil, 'className' | 'left'>[],
  day: Day,
): ClassGap[] => {
  const here = new Map<string, { name: string; pupils: number }>()
  for (const { className, left } of pupils) {
    if (!className || (left && left < day)) continue
    const known = here.get(classKey(className)) ?? { name: className, pupils: 0 }
    here.set(classKey(className), { ...known, pupils: known.pupils + 1 })
  }
  const inForce = rows.filter((row) => isInForce(row, day))
  const staffed = new Set(inForce.map(({ className }) => classKey(className)))
  const byName = (a: { className: string }, b: { className: string }) =>
    a.className.localeCompare(b.className, 'en-GB', { numeric: true })
  return [
    ...[...here]
      .filter(([key]) => !staffed.has(key))
      .map(([, { name, pupils: count }]): ClassGap => ({ is: 'nobody', className: name, pupils: count }))
      .toSorted(byName),
    ...[...new Set(inForce.map(({ className }) => className))]
      .filter((name) => !here.has(classKey(name)))
      .map((className): ClassGap => ({ is: 'noPupils', className }))
      .toSorted(byName),
    ...inForce
      .filter(({ userPrincipalName }) => userPrincipalName === null)
      .map(({ className, name }): ClassGap => ({ is: 'noAddress', className, name }))
      .toSorted(byName),
  ]
}
