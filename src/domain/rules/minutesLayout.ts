import { cleanLine } from '../cleanLine.ts'
import type { Kept } from '../record.ts'
import type { MinutesLayout } from '../records/minutesLayout.ts'
import { isPart, type PartName, partNames, partOf } from './minutesParts.ts'
import { sameAuthority } from './reconcileFields.ts'

/** One part where it stands. `heading`: as the school calls it; null for ours. `out`: left out of the minutes. */
export type PlacedPart = { readonly part: PartName; readonly heading: string | null; readonly out: boolean }

/** Ours: every part, under its own heading. */
export const ourLayout: readonly PlacedPart[] = partNames.map((part) => ({ part, heading: null, out: false }))

export const longestHeading = 120

const placed = (part: PartName, heading: unknown, out: unknown): PlacedPart => {
  const words = typeof heading === 'string' ? cleanLine(heading).slice(0, longestHeading) : ''
  return {
    part,
    heading: words && words !== partOf(part).heading ? words : null,
    // What the law asks for stays, whatever a row edited in SharePoint or a file of another school says.
    out: out === true && !partOf(part).asked,
  }
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const valueIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * A layout from its text or its value: what it doesn't know is dropped, a part that it doesn't name (of a later version)
 * stands behind the part that comes before it in ours. Null where it is no layout.
 */
export const layoutIn = (given: unknown): PlacedPart[] | null => {
  const value = typeof given === 'string' ? valueIn(given) : given
  if (!Array.isArray(value)) return null
  const found: PlacedPart[] = []
  for (const row of value) {
    if (!isRow(row) || !isPart(row['part'])) continue
    const { part } = row as { part: PartName }
    if (!found.some((one) => one.part === part)) found.push(placed(part, row['heading'], row['out']))
  }
  if (found.length === 0) return null
  partNames.forEach((part, at) => {
    if (found.some((one) => one.part === part)) return
    const before = partNames.slice(0, at).findLast((name) => found.some((one) => one.part === name))
    const index = before === undefined ? 0 : found.findIndex((one) => one.part === before) + 1
    found.splice(index, 0, placed(part, null, false))
  })
  return found
}

/** A layout as text for its record: only what differs from ours beside each part's place. */
export const layoutText = (layout: readonly PlacedPart[]): string =>
  JSON.stringify(
    layout.map(({ part, heading, out }) => ({
      part,
      ...(heading ? { heading } : {}),
      ...(out ? { out } : {}),
    })),
  )

type Layout = Pick<MinutesLayout, 'authority' | 'parts'> & Pick<Kept, 'key'>

/** The row for one authority, else the school's own; the newest where there are several. */
export const layoutRowFor = <L extends Layout>(rows: readonly L[], authority: string | null): L | null => {
  const inOrder = rows.toSorted((a, b) => (a.key < b.key ? 1 : -1))
  return (
    inOrder.find((row) => row.authority !== null && sameAuthority(row.authority, authority)) ??
    inOrder.find((row) => row.authority === null) ??
    null
  )
}

/** How the minutes for a pupil of this authority stand: its layout, else the school's, else ours. */
export const layoutFor = (rows: readonly Layout[], authority: string | null): readonly PlacedPart[] => {
  const row = layoutRowFor(rows, authority)
  return (row && layoutIn(row.parts)) ?? ourLayout
}

/** A heading with the child's name put in. */
export const headingFor = (words: string, name: string): string => words.replaceAll('[name]', () => name)

/** The part moved to another place in the row of all parts; out of range moves it to the end. */
export const movedPart = (layout: readonly PlacedPart[], from: number, to: number): PlacedPart[] => {
  const others = layout.filter((_, at) => at !== from)
  const part = layout[from]
  return part ? others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, part) : [...layout]
}
